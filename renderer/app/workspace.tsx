import { useRef, useState } from 'react';
import { useAllSavedViews, useOpenLedgers, usePreference, type OpenArea } from '../data/index.ts';
import type { Session } from '../data/index.ts';
import { useText } from '../text/index.ts';
import { KeysHelp } from '../ui/index.ts';
import { AgedPractice } from './aged-practice.tsx';
import { AttachmentPlace } from './attachment-place.tsx';
import { CalendarNotice } from './calendar-notice.tsx';
import { DayNotice } from './day-notice.tsx';
import { Header } from './header.tsx';
import { keysOf } from './keys-of.ts';
import { NavigationContext } from './navigation.ts';
import type { Navigation } from './navigation.ts';
import { Notices } from './notices.tsx';
import type { SearchHandle } from './search/search-box.tsx';
import type { ShellCommand } from './shell-keys.ts';
import { SideNav } from './side-nav.tsx';
import { StatusBar } from './status-bar.tsx';
import { listActions } from '../screens/list-actions.ts';
import { sectionPanels } from '../screens/section-panels.ts';
import { TabPanels } from './tab-panels.tsx';
import { TabStrip } from './tab-strip.tsx';
import { ListActionsContext } from './list-actions.ts';
import { SectionPanelsContext } from './section-panels.ts';
import { homeTab } from './tabs.ts';
import type { TabTarget } from './tab-target.ts';
import { useLeaveAll } from './use-leave-all.tsx';
import { useShellKeys } from './use-shell-keys.ts';
import { useTabs } from './use-tabs.ts';

/** The shell around the pages once the file is open. */
export function Workspace({ session }: { readonly session: Session }) {
  const { t } = useText();
  const tabs = useTabs();
  const search = useRef<SearchHandle>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isFolded, setFolded] = usePreference('shell.nav-folded');
  const { lock } = useLeaveAll(tabs);
  const shown = tabs.tabs.open.find((tab) => tab.id === tabs.tabs.active)?.target ?? homeTarget;
  const navigation = tabs.navigationOf(homeTab);
  const { areas } = useOpenLedgers();

  useShellKeys((command: ShellCommand) => {
    switch (command.do) {
      case 'search':
        return search.current?.focus();
      case 'help':
        return setHelpOpen(true);
      case 'close':
        return tabs.close(tabs.tabs.active);
      case 'step':
        return tabs.step(command.by);
      case 'lock':
        return void lock();
      case 'exchange':
        return navigation.openScreen('exchange');
      case 'area': {
        return openArea(navigation, areas[command.index]);
      }
    }
  });

  return (
    <NavigationContext value={navigation}>
      <div className={session.practice ? 'shell shell-practice' : 'shell'}>
        <a className="skip-link" href="#content">
          {t('app.skip')}
        </a>
        <ListsAhead />
        <Header session={session} search={search} onLock={() => void lock()} />
        <SideNav target={shown} isFolded={isFolded === true} onFold={setFolded} />
        <div className="shell-main">
          <TabStrip {...tabs} />
          <Notices notices={session.notices} />
          <CalendarNotice shown={shown} />
          {session.agedPractice && <AgedPractice town={session.agedPractice} />}
          <DayNotice />
          <SectionPanelsContext value={sectionPanels}>
            <ListActionsContext value={listActions}>
              <AttachmentPlace>
                <TabPanels {...tabs} />
              </AttachmentPlace>
            </ListActionsContext>
          </SectionPanelsContext>
        </div>
        <StatusBar session={session} onHelp={() => setHelpOpen(true)} />
      </div>
      <KeysHelp isOpen={isHelpOpen} groups={keysOf(shown)} onClose={() => setHelpOpen(false)} />
    </NavigationContext>
  );
}

/** Asks for what every list begins with; first in the shell, so that it is asked before what takes longer. */
function ListsAhead(): null {
  useAllSavedViews();
  return null;
}

/** The first list of an area; duty begins with its screen. */
function openArea(navigation: Navigation, group: OpenArea | undefined): void {
  const first = group?.ledgers[0];
  if (group?.id === 'duty') navigation.openScreen('duty');
  else if (first !== undefined) navigation.openList(first.id);
}

const homeTarget: TabTarget = { kind: 'screen', screen: 'home' };
