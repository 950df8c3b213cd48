import { useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { ShownRecord } from '../page/RecordPage.tsx';
import { CaseBar } from './CaseBar.tsx';
import { CasePrints } from './CasePrints.tsx';

/** What a record with a workflow shows above its fields: where it stands, what can be done, what the last action prints. */
export function CasePart(props: {
  readonly ledger: AnyLedger;
  readonly record: ShownRecord;
  readonly isShown: boolean;
  readonly onActed: () => void;
  readonly onPrint: (document: string) => void;
}): ReactNode {
  const { ledger, record } = props;
  const [prints, setPrints] = useState<readonly string[]>([]);
  if (ledger.workflow === undefined || !props.isShown || record.removedAt !== null) return null;
  return (
    <>
      <CaseBar
        ledger={ledger}
        record={record}
        onActed={(printed) => {
          setPrints(printed);
          props.onActed();
        }}
      />
      {prints.length === 0 ? null : (
        <CasePrints ledger={ledger} record={record} prints={prints} onPrint={props.onPrint} />
      )}
    </>
  );
}
