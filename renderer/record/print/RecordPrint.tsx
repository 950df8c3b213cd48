import { useMemo, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useAsk } from '../../data/index.ts';
import { PrintPreview } from './PrintPreview.tsx';

/** Print preview of one record. */
export function RecordPrint(props: {
  readonly ledger: AnyLedger;
  readonly id: string;
  readonly onClose: (isDone: boolean) => void;
}): ReactNode {
  const { value, failure } = useAsk('document.record', { ledger: props.ledger.id, id: props.id });
  const document = useMemo(() => (value === undefined ? null : { ...value, landscape: false }), [value]);
  return (
    <PrintPreview
      document={document}
      failure={failure}
      onClose={() => {
        props.onClose(false);
      }}
    />
  );
}
