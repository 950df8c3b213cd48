import { Alert, Button } from 'antd';
import type { Session } from '../data/index.ts';
import { isKey, useText } from '../text/index.ts';
import type { TextKey } from '../text/index.ts';
import { FailureNotice } from '../ui/index.ts';
import { useDismiss } from './use-dismiss.ts';

/** What was noticed while the file was opened; stays until somebody says it was read. */
export function Notices({ notices }: { readonly notices: Session['notices'] }) {
  const { t } = useText();
  const { dismiss, isBusy, failure } = useDismiss();
  if (notices.length === 0) return null;
  const isHarmless = notices.every((notice) => notice.code === 'migrated');
  return (
    <>
      <Alert
        banner
        type={isHarmless ? 'info' : 'warning'}
        title={notices.map((notice) => (
          <p key={notice.code}>{t(noticeKey(notice.code), { code: notice.code })}</p>
        ))}
        action={
          <Button size="small" loading={isBusy} onClick={() => void dismiss()}>
            {t('app.notice.dismiss')}
          </Button>
        }
      />
      {failure && <FailureNotice failure={failure} />}
    </>
  );
}

function noticeKey(code: string): TextKey {
  const key = `notice.${code}`;
  return isKey(key) ? key : 'notice.other';
}
