import { useMemo, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useAsk } from '../../data/index.ts';
import type { Scope } from '../list/use-selection.ts';
import { PrintPreview } from './PrintPreview.tsx';

export interface ListPrintProps {
  readonly ledger: AnyLedger;
  readonly scope: Scope;
  readonly sort: string | null;
  readonly columns: readonly string[];
  readonly onClose: (isDone: boolean) => void;
}

/** Columns a printed list can hold. */
const MAX_COLUMNS = 40;

/** Print preview of the selected rows, or of all the filter shows. */
export function ListPrint({ ledger, scope, sort, columns, onClose }: ListPrintProps): ReactNode {
  const input = useMemo(() => {
    const rows = 'ids' in scope ? { where: {}, ids: scope.ids } : { where: scope.where };
    const request = { ledger: ledger.id, fields: columns.slice(0, MAX_COLUMNS), ...rows };
    return sort === null ? request : { ...request, sort };
  }, [ledger, scope, sort, columns]);
  const { value, failure } = useAsk('document.list', input);
  return (
    <PrintPreview
      document={value ?? null}
      failure={failure}
      onClose={() => {
        onClose(false);
      }}
    />
  );
}
