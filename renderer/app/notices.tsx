import { Alert, Button } from 'antd';
import { ask, useTakeSession } from '../data/index.ts';
import type { Session } from '../data/index.ts';
import { isKey, useText } from '../text/index.ts';
import type { TextKey } from '../text/index.ts';

/** What was noticed while the file was opened; stays until somebody says it was read. */
export function Notices({ notices }: { readonly notices: Session['notices'] }) {
  const { t } = useText();
  const takeSession = useTakeSession();
  if (notices.length === 0) return null;
  const dismiss = async () => {
    const reply = await ask('session.dismiss', {});
    if (reply.ok) takeSession(reply.value);
  };
  const isHarmless = notices.every((notice) => notice.code === 'migrated');
  return (
    <Alert
      banner
      type={isHarmless ? 'info' : 'warning'}
      title={notices.map((notice) => (
        <p key={notice.code}>{t(noticeKey(notice.code), { code: notice.code })}</p>
      ))}
      action={
        <Button size="small" onClick={() => void dismiss()}>
          {t('app.notice.dismiss')}
        </Button>
      }
    />
  );
}

function noticeKey(code: string): TextKey {
  const key = `notice.${code}`;
  return isKey(key) ? key : 'notice.other';
}
