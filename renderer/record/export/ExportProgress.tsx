import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { formatCount, useText } from '../../text/index.ts';
import { ProgressPanel } from '../../ui/index.ts';
import type { Exporting } from './use-export.ts';

/** The export on its way, then its result with the file to be shown. */
export function ExportProgress({
  work,
  ledger,
}: {
  readonly work: Exporting;
  readonly ledger: AnyLedger;
}): ReactNode {
  const { t, label } = useText();
  const { job } = work;
  if (job === null || job.state === 'running') {
    return (
      <ProgressPanel
        title={t('record.exportRunning')}
        hint={t('record.exportBackground')}
        job={job}
        onCancel={work.cancel}
      />
    );
  }
  const args = { count: formatCount(job.done), counter: label(ledger.counter), file: work.fileName };
  return (
    <Alert
      type={job.state === 'done' ? 'success' : 'warning'}
      showIcon
      title={t(`record.exportEnd.${job.state}`, args)}
      action={
        job.state === 'done' ? (
          <Button size="small" type="primary" onClick={work.reveal}>
            {t('action.show-file')}
          </Button>
        ) : null
      }
    />
  );
}
