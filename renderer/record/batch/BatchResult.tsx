import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { failureOf } from '../../data/job-failure.ts';
import { useJobCall, type Job } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice, ProgressPanel } from '../../ui/index.ts';

/** How a batch change ended, with the button that takes all of it back. */
export function BatchResult({
  ledger,
  batch,
  job,
  said,
}: {
  readonly ledger: AnyLedger;
  readonly batch: string;
  readonly job: Job;
  /** How it ended, where the number of records gone through does not say it. */
  readonly said?: string | undefined;
}): ReactNode {
  const { t, label } = useText();
  const { start, job: undoing, isBusy, failure: undoFailure } = useJobCall('batch.undo');
  const failure = undoFailure ?? failureOf(job);
  if (undoing?.state === 'running') return <ProgressPanel title={t('record.batchUndoing')} job={undoing} />;
  if (undoing?.state === 'done') return <Alert type="success" showIcon title={t('record.batchUndone')} />;
  const args = { count: job.done, counter: label(ledger.counter) };
  return (
    <div className="batch-preview">
      <Alert
        type={job.state === 'done' ? 'success' : 'warning'}
        showIcon
        title={said ?? t(`record.batchEnd.${job.state === 'running' ? 'done' : job.state}`, args)}
        description={t('record.batchEndExplained')}
        action={
          job.done === 0 ? null : (
            <Button size="small" loading={isBusy} onClick={() => void start({ batch })}>
              {t('record.batchUndo')}
            </Button>
          )
        }
      />
      {failure ? <FailureNotice failure={failure} /> : null}
    </div>
  );
}
