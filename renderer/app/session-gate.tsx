import { useEffect } from 'react';
import { useIsSlow, useSession } from '../data/index.ts';
import { FailedScreen } from '../screens/failed/failed-screen.tsx';
import { PreparingScreen } from '../screens/preparing/preparing-screen.tsx';
import { SetupScreen } from '../screens/setup/setup-screen.tsx';
import { UnlockScreen } from '../screens/unlock/unlock-screen.tsx';
import { useText } from '../text/index.ts';
import { PlainPage } from '../ui/index.ts';
import { preloadLists } from './tab-body.tsx';
import { Workspace } from './workspace.tsx';

/** The screen the state of the data process calls for; the workspace only once the file is open. */
export function SessionGate() {
  const session = useSession();
  // While the data process opens the file, or somebody types the passphrase.
  useEffect(preloadLists, []);
  if (session === null) return <Waiting />;
  switch (session.state) {
    case 'none':
      return <SetupScreen />;
    case 'locked':
      return <UnlockScreen file={session.file} />;
    case 'opening':
      return <PreparingScreen job={session.job} />;
    case 'failed':
      return <FailedScreen failure={session.failure} file={session.file} />;
    case 'ready':
      return (
        // Tabs of one file must not survive into another.
        <Workspace key={session.file} session={session} />
      );
  }
}

/** Nothing at first, a word when the data process takes its time. */
function Waiting() {
  const { t } = useText();
  const isSlow = useIsSlow(true);
  return isSlow ? (
    <PlainPage title={t('app.opening')}>
      <span />
    </PlainPage>
  ) : null;
}
