import { App, Button } from 'antd';
import { useJobCall } from '../../data/index.ts';
import { formatCount, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import type { ImportRun } from './read-result.ts';

interface Properties {
  readonly stage: { readonly batch: string };
  readonly result: ImportRun;
}

/** Takes the whole import back, and says how many rows were taken back. */
export function UndoImport({ stage, result }: Properties) {
  const { t } = useText();
  const { modal } = App.useApp();
  const { start, job, isBusy, failure } = useJobCall('batch.undo');
  const confirm = () =>
    void modal.confirm({
      title: t('import.undo.confirm'),
      content: t('import.undo.body', {
        created: formatCount(result.created),
        updated: formatCount(result.updated),
      }),
      okText: t('import.undo.do'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
      onOk: async () => {
        await start({ batch: stage.batch });
      },
    });
  if (job?.state === 'done') return <span>{t('import.undo.done', undone(job.result))}</span>;
  if (result.created + result.updated === 0) return null;
  return (
    <>
      <Button danger loading={isBusy} onClick={confirm}>
        {t(job?.state === 'running' ? 'import.undo.running' : 'import.undo')}
      </Button>
      {failure && <FailureNotice failure={failure} />}
    </>
  );
}

function undone(result: Readonly<Record<string, unknown>> | null): { undone: string; kept: string } {
  const count = (name: string) => formatCount(Number(result?.[name] ?? 0));
  return { undone: count('undone'), kept: count('kept') };
}
