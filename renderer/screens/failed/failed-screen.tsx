import { App, Button, Table } from 'antd';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { useAction, useTakeSession } from '../../data/index.ts';
import type { Session } from '../../data/index.ts';
import { formatBytes, formatInstant, isKey, useText } from '../../text/index.ts';
import type { Say, TextKey } from '../../text/index.ts';
import { FailureNotice, PlainPage } from '../../ui/index.ts';
import { backupReason } from '../settings/backup-reason.ts';
import './failed.css';

type OpenFailure = NonNullable<Session['failure']>;
type Backup = OpenFailure['backups'][number];

interface Properties {
  readonly failure: Session['failure'];
  readonly file: string | null;
}

const unknownFailure: OpenFailure = { kind: 'other', details: {}, backups: [] };

/** The file could not be opened: what happened, whether the data is safe, what to do, and the backups at hand. */
export function FailedScreen({ failure, file }: Properties) {
  const { t } = useText();
  const { kind, details, backups } = failure ?? unknownFailure;
  const takeSession = useTakeSession();
  const again = useAction('session.lock');
  const restore = useRestore();
  const problem = restore.failure ?? again.failure;
  const tryAgain = async () => {
    const session = await again.run({});
    if (session !== null) takeSession(session);
  };
  const [newest] = backups;
  return (
    <PlainPage title={t('open.title')} isWide>
      <div className="corner">
        <LanguageSwitch />
      </div>
      <dl className="failed-answers">
        <dt>{t('open.happened')}</dt>
        <dd>{t(part(kind, 'happened'), { kind, holder: holder(details, t) })}</dd>
        <dt>{t('open.safe')}</dt>
        <dd>{t(part(kind, 'safe'))}</dd>
        <dt>{t('open.do')}</dt>
        <dd>{t(part(kind, 'do'))}</dd>
      </dl>
      {file !== null && <p className="soft failed-file">{t('open.file', { file })}</p>}
      {problem && <FailureNotice failure={problem} />}
      <div className="failed-actions">
        <Button
          type={isCuredByWaiting(kind) ? 'primary' : 'default'}
          loading={again.isBusy}
          onClick={() => void tryAgain()}
        >
          {t('open.again')}
        </Button>
        {newest && !isCuredByWaiting(kind) && (
          <Button type="primary" loading={restore.isBusy} onClick={() => restore.confirm(newest)}>
            {t('open.restore')}
          </Button>
        )}
      </div>
      {!isCuredByWaiting(kind) && <Backups backups={backups} onRestore={restore.confirm} />}
    </PlainPage>
  );
}

function Backups({
  backups,
  onRestore,
}: {
  readonly backups: readonly Backup[];
  readonly onRestore: (backup: Backup) => void;
}) {
  const { t } = useText();
  if (backups.length === 0) return <p className="failed-none">{t('open.backups.none')}</p>;
  return (
    <section aria-labelledby="failed-backups">
      <h2 id="failed-backups">{t('open.backups')}</h2>
      <Table<Backup>
        size="small"
        rowKey="file"
        pagination={false}
        dataSource={[...backups]}
        columns={[
          { title: t('settings.backup.at'), render: (_, backup) => formatInstant(backup.at) },
          { title: t('settings.backup.reason'), render: (_, backup) => backupReason(backup.reason, t) },
          {
            title: t('settings.backup.size'),
            align: 'right',
            render: (_, backup) => formatBytes(backup.bytes),
          },
          {
            align: 'right',
            render: (_, backup) => (
              <Button size="small" onClick={() => onRestore(backup)}>
                {t('open.restore.this')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}

function useRestore() {
  const { t } = useText();
  const { modal } = App.useApp();
  const takeSession = useTakeSession();
  const { run, isBusy, failure } = useAction('session.restore');
  const confirm = (backup: Backup) => {
    const at = formatInstant(backup.at);
    modal.confirm({
      title: t('open.restore.confirm', { at }),
      content: t('open.restore.confirm.body', { at }),
      okText: t('open.restore.do'),
      cancelText: t('action.cancel'),
      onOk: async () => {
        const session = await run({ backup: backup.file });
        if (session !== null) takeSession(session);
      },
    });
  };
  return { confirm, isBusy, failure };
}

/** Sentence for a kind of `OpenFailureKind`; one this version does not know gets the general one. */
function part(kind: string, which: 'happened' | 'safe' | 'do'): TextKey {
  const key = `open.${kind}.${which}`;
  return isKey(key) ? key : `open.other.${which}`;
}

/** A restore would not help where the file itself is sound. */
function isCuredByWaiting(kind: string): boolean {
  return ['locked', 'read-only', 'disk-full', 'from-newer-program', 'exists', 'wrong-passphrase'].includes(
    kind,
  );
}

function holder(details: OpenFailure['details'], t: Say): string {
  const { user, since } = details;
  if (typeof user !== 'string' || typeof since !== 'string') return '';
  return t('open.locked.holder', { user, since: formatInstant(since) });
}
