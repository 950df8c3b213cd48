import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { formatCount, useText } from '../../text/index.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import type { Preview } from './use-batch.ts';

/** Blocked records named one by one; the others are counted. */
const NAMED = 20;

/** What a batch change would do: how many, a sample with before and after, and who is left out and why. */
export function BatchPreview({
  ledger,
  preview,
}: {
  readonly ledger: AnyLedger;
  readonly preview: Preview;
}): ReactNode {
  const { t, label } = useText();
  const counter = label(ledger.counter);
  const changing = preview.count - preview.unchanged - preview.blocked.length;
  return (
    <div className="batch-preview">
      <p>
        {t('record.batchCounts', {
          count: formatCount(preview.count),
          changing: formatCount(changing),
          unchanged: formatCount(preview.unchanged),
          blocked: formatCount(preview.blocked.length),
          counter,
        })}
      </p>
      {preview.blocked.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('record.batchBlocked', { count: preview.blocked.length, counter })}
          description={
            <ul className="batch-list">
              {preview.blocked.slice(0, NAMED).map((blocked) => (
                <li key={blocked.id}>
                  {t('record.batchBlockedOne', { title: blocked.title, reason: blocked.reason })}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <BeforeAfter rows={preview.sample.map((row) => ({ ...row, ledger: ledger.id }))} />
    </div>
  );
}
