import { App, Button, Table } from 'antd';
import type { Output } from '../../../electron/contract/calls.ts';
import { useAction, useAsk } from '../../data/index.ts';
import { formatBytes, formatInstant, useText } from '../../text/index.ts';
import { FailureNotice, Panel } from '../../ui/index.ts';
import { backupReason } from './backup-reason.ts';

/** The backups at hand, and one more now. */
export function BackupPanel() {
  const { t } = useText();
  const { message } = App.useApp();
  const { value, failure, isSlow, refresh } = useAsk('store.backups', {});
  const backup = useAction('store.backup');
  const backUp = async () => {
    const made = await backup.run({});
    refresh();
    if (made !== null) void message.success(t('settings.backup.done', { size: formatBytes(made.bytes) }));
  };
  const now = (
    <Button type="primary" loading={backup.isBusy} onClick={() => void backUp()}>
      {t(backup.isBusy ? 'settings.backup.running' : 'settings.backup.now')}
    </Button>
  );
  const problem = backup.failure ?? failure;
  return (
    <Panel title={t('settings.backup')} actions={now}>
      <p className="soft settings-words">{t('settings.backup.body')}</p>
      {problem && <FailureNotice failure={problem} />}
      <Table<Output<'store.backups'>[number]>
        size="small"
        rowKey="file"
        loading={isSlow}
        dataSource={[...(value ?? [])]}
        pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <span className="soft">{t('settings.backup.none')}</span> }}
        columns={[
          { title: t('settings.backup.at'), width: 150, render: (_, made) => formatInstant(made.at) },
          {
            title: t('settings.backup.reason'),
            width: 110,
            render: (_, made) => backupReason(made.reason, t),
          },
          {
            title: t('settings.backup.size'),
            width: 100,
            align: 'right',
            render: (_, made) => formatBytes(made.bytes),
          },
          {
            title: t('settings.backup.file'),
            ellipsis: true,
            render: (_, made) => <span title={made.file}>{made.file.split(/[\\/]/).at(-1)}</span>,
          },
        ]}
      />
    </Panel>
  );
}
