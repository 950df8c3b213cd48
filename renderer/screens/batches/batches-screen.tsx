import { App, Button, Table, Tooltip } from 'antd';
import { useNavigation } from '../../app/navigation.ts';
import { useAction, useAsk } from '../../data/index.ts';
import { formatInstant, useText } from '../../text/index.ts';
import { EmptyState, FailureNotice } from '../../ui/index.ts';
import { batchCounts, batchLedger, batchState } from './batch-words.ts';
import type { Batch } from './batch-words.ts';

/** History of imports and batch changes: each can be undone as a whole, an interrupted import can go on. */
export function BatchesScreen() {
  const texts = useText();
  const { t } = texts;
  const navigation = useNavigation();
  const { value, failure, isSlow, refresh } = useAsk('batch.list', {});
  const actions = useBatchActions();
  const problem = failure ?? actions.failure;
  if (value?.length === 0) {
    return (
      <EmptyState title={t('batch.none')} body={t('batch.none.body')}>
        <Button type="primary" onClick={() => navigation.openImport()}>
          {t('nav.import')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className="screen">
      <h1>{t('batch.title')}</h1>
      {problem && <FailureNotice failure={problem} onRetry={refresh} />}
      <Table<Batch>
        size="small"
        rowKey="id"
        loading={isSlow}
        dataSource={[...(value ?? [])]}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        columns={[
          { title: t('batch.column.at'), width: 150, render: (_, batch) => formatInstant(batch.startedAt) },
          { title: t('batch.column.kind'), width: 84, render: (_, batch) => t(`batch.kind.${batch.kind}`) },
          { title: t('batch.column.ledger'), width: 100, render: (_, batch) => batchLedger(batch, texts) },
          { title: t('batch.column.label'), dataIndex: 'label', ellipsis: true },
          { title: t('batch.column.counts'), width: 240, render: (_, batch) => batchCounts(batch.counts, t) },
          { title: t('batch.column.state'), width: 150, render: (_, batch) => batchState(batch, t) },
          {
            title: t('batch.column.actions'),
            width: 180,
            render: (_, batch) => (
              <BatchButtons batch={batch} onUndo={actions.undo} onResume={actions.resume} />
            ),
          },
        ]}
      />
    </div>
  );
}

interface ButtonProperties {
  readonly batch: Batch;
  readonly onUndo: (batch: Batch) => void;
  readonly onResume: (batch: Batch) => void;
}

function BatchButtons({ batch, onUndo, onResume }: ButtonProperties) {
  const { t } = useText();
  if (batch.undoneAt !== null) return null;
  return (
    <span className="row-buttons">
      {batch.resumable && batch.kind === 'import' && (
        <Tooltip title={t('batch.resume.hint')}>
          <Button size="small" type="primary" onClick={() => onResume(batch)}>
            {t('batch.resume')}
          </Button>
        </Tooltip>
      )}
      {(batch.finishedAt !== null || batch.resumable) && (
        <Button size="small" danger onClick={() => onUndo(batch)}>
          {t('batch.undo')}
        </Button>
      )}
    </span>
  );
}

function useBatchActions() {
  const { t } = useText();
  const { modal } = App.useApp();
  const navigation = useNavigation();
  const undoing = useAction('batch.undo');
  const choosing = useAction('file.open');
  const resuming = useAction('import.resume');
  const undo = (batch: Batch) =>
    void modal.confirm({
      title: t('batch.undo.confirm', { label: batch.label }),
      content: (
        <>
          <p>{batchCounts(batch.counts, t)}</p>
          <p>{t('batch.undo.body')}</p>
        </>
      ),
      okText: t('batch.undo'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
      onOk: async () => {
        const started = await undoing.run({ batch: batch.id });
        if (started !== null) navigation.openScreen('jobs');
      },
    });
  const resume = async (batch: Batch) => {
    const chosen = await choosing.run({ filter: 'sheet' });
    if (chosen === null) return;
    const started = await resuming.run({ batch: batch.id, file: chosen.token });
    if (started !== null) navigation.openScreen('jobs');
  };
  const failure = undoing.failure ?? choosing.failure ?? resuming.failure;
  return { undo, resume: (batch: Batch) => void resume(batch), failure };
}
