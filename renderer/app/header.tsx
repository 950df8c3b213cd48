import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Ref } from 'react';
import type { Session } from '../data/index.ts';
import { useText } from '../text/index.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { SearchBox } from './search/search-box.tsx';
import type { SearchHandle } from './search/search-box.tsx';

/** Town, search, user, language, lock. In practice the word stands beside the town and the top edge is striped. */
export function Header({
  session,
  search,
  onLock,
}: {
  readonly session: Session;
  readonly search: Ref<SearchHandle>;
  readonly onLock: () => void;
}) {
  const { t } = useText();
  return (
    <header className="header">
      <div className="header-town">
        <span className="header-name" title={session.town?.name ?? ''}>
          {session.town?.name ?? t('app.name')}
        </span>
        {session.practice && (
          <strong className="practice-mark" title={t('app.practice.hint')}>
            {t('app.practice')}
          </strong>
        )}
      </div>
      <SearchBox handle={search} />
      <div className="header-end">
        <span className="header-user" title={t('app.user', { name: session.user.name })}>
          <UserOutlined aria-hidden /> {session.user.name}
        </span>
        <LanguageSwitch />
        <Button type="text" icon={<LockOutlined aria-hidden />} onClick={onLock}>
          {t(session.practice ? 'app.lock.practice' : 'app.lock')}
        </Button>
      </div>
    </header>
  );
}
