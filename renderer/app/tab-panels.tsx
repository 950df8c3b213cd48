import { useEffect, useRef } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';
import { ActiveTabContext, NavigationContext } from './navigation.ts';
import { TabBody } from './tab-body.tsx';
import { isUnsaved } from './tabs.ts';
import type { Tab, Tabs } from './tabs.ts';
import type { OpenTabs } from './use-tabs.ts';

/** Tabs that keep their page (scroll, selection, filter) while hidden; older ones are built anew when visited. */
const KEPT_PAGES = 8;

/** The pages of the open tabs; one is shown, some are kept hidden. */
export function TabPanels({ tabs, navigationOf }: OpenTabs) {
  return (
    <main className="panels" id="content" tabIndex={-1}>
      {keptTabs(tabs).map((tab) => (
        <NavigationContext key={tab.id} value={navigationOf(tab.id)}>
          <ActiveTabContext value={tab.id === tabs.active}>
            <TabPanel tab={tab} isActive={tab.id === tabs.active} />
          </ActiveTabContext>
        </NavigationContext>
      ))}
    </main>
  );
}

/** The shown tab, the last used, and every tab with unsaved entries. */
function keptTabs(tabs: Tabs): readonly Tab[] {
  const recent = new Set(tabs.used.slice(-KEPT_PAGES));
  return tabs.open.filter((tab) => isUnsaved(tab) || recent.has(tab.id));
}

function TabPanel({ tab, isActive }: { readonly tab: Tab; readonly isActive: boolean }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The focus follows what was opened, but stays on the strip while somebody walks along it.
    const focused = document.activeElement;
    const isElsewhere = focused?.closest('[role=tablist]') === null && !panel.current?.contains(focused);
    if (isActive && isElsewhere) panel.current?.focus({ preventScroll: true });
  }, [isActive]);
  return (
    <div
      ref={panel}
      className="tab-panel"
      role="tabpanel"
      id={`panel-${tab.id}`}
      aria-labelledby={`tab-${tab.id}`}
      tabIndex={-1}
      hidden={!isActive}
    >
      <ErrorBoundary>
        <TabBody key={tab.round} target={tab.target} />
      </ErrorBoundary>
    </div>
  );
}
