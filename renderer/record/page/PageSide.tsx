import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { hasLooks } from '../../../db/model/looks.ts';
import { useAsk } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { CaseSteps } from '../case/CaseSteps.tsx';
import { HistoryList } from './HistoryList.tsx';
import { LooksLink } from './LooksLink.tsx';
import { RelatedList } from './RelatedList.tsx';
import type { ShownRecord } from './RecordPage.tsx';

/** Beside the fields: what points to this record, and what happened to it. */
export function PageSide({
  ledger,
  record,
}: {
  readonly ledger: AnyLedger;
  readonly record: ShownRecord;
}): ReactNode {
  const { t } = useText();
  const related = useAsk('record.related', { ledger: ledger.id, id: record.id });
  const cases = useAsk(
    'workflow.state',
    ledger.workflow === undefined ? null : { ledger: ledger.id, id: record.id },
  );
  const history = useAsk('record.history', { ledger: ledger.id, id: record.id });
  // The steps of a case have a tab of their own.
  const groups = (related.value ?? []).filter((group) => group.ledger !== ledger.workflow?.steps);
  const count = groups.reduce((sum, group) => sum + group.total, 0);
  return (
    <Tabs
      className="page-side"
      size="small"
      items={[
        ...(ledger.workflow === undefined
          ? []
          : [
              {
                key: 'steps',
                label: t('case.steps', { count: cases.value?.steps.length ?? 0 }),
                children: <CaseSteps answer={cases} />,
              },
            ]),
        {
          key: 'related',
          label: t('record.related', { count }),
          children: <RelatedList record={record} answer={{ ...related, value: related.value && groups }} />,
        },
        {
          key: 'history',
          label: t('record.history', { count: history.value?.length ?? 0 }),
          children: (
            <>
              {hasLooks(ledger) && <LooksLink ledger={ledger.id} id={record.id} />}
              <HistoryList ledger={ledger} answer={history} />
            </>
          ),
        },
      ]}
    />
  );
}
