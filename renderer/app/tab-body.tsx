import { Skeleton } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import type { Failure } from '../../electron/contract/failure.ts';
import { ledgerOf, useIsSlow, useOpenLedgers } from '../data/index.ts';
import { HomeScreen } from '../screens/home/home-screen.tsx';
import { FailureNotice, later } from '../ui/index.ts';
import type { ScreenId, TabTarget } from './tab-target.ts';

/** The room of lists and records with its grid; loaded behind the first paint. */
const record = () => import('../record/index.ts');
const LedgerList = later(async () => (await record()).LedgerList, LoadingPage);
const RecordPage = later(async () => (await record()).RecordPage, LoadingPage);
const RecordNew = later(async () => (await record()).RecordNew, LoadingPage);
const ImportScreen = later(
  async () => (await import('../screens/import/import-screen.tsx')).ImportScreen,
  LoadingPage,
);
const BatchesScreen = later(
  async () => (await import('../screens/batches/batches-screen.tsx')).BatchesScreen,
  LoadingPage,
);
const CodesScreen = later(
  async () => (await import('../screens/codes/codes-screen.tsx')).CodesScreen,
  LoadingPage,
);
const JobsScreen = later(
  async () => (await import('../screens/jobs/jobs-screen.tsx')).JobsScreen,
  LoadingPage,
);
const LooksScreen = later(
  async () => (await import('../screens/looks/looks-screen.tsx')).LooksScreen,
  LoadingPage,
);
const SettingsScreen = later(
  async () => (await import('../screens/settings/settings-screen.tsx')).SettingsScreen,
  LoadingPage,
);
const ExchangeScreen = later(
  async () => (await import('../screens/exchange/exchange-screen.tsx')).ExchangeScreen,
  LoadingPage,
);
const CalendarScreen = later(
  async () => (await import('../screens/calendar/calendar-screen.tsx')).CalendarScreen,
  LoadingPage,
);
const DeadlinesScreen = later(
  async () => (await import('../screens/deadlines/deadlines-screen.tsx')).DeadlinesScreen,
  LoadingPage,
);
const DutyScreen = later(
  async () => (await import('../screens/duty/duty-screen.tsx')).DutyScreen,
  LoadingPage,
);
const FiguresScreen = later(
  async () => (await import('../screens/figures/figures-screen.tsx')).FiguresScreen,
  LoadingPage,
);
const FormsScreen = later(
  async () => (await import('../screens/forms/forms-screen.tsx')).FormsScreen,
  LoadingPage,
);

/** Fetches the heavy room while the clerk still looks at the first screen, so that the first list is there at once. */
export function preloadLists(): void {
  LedgerList.load();
}

const screens: Readonly<Record<ScreenId, ComponentType<{ readonly part: string | null }>>> = {
  home: HomeScreen,
  calendar: CalendarScreen,
  deadlines: DeadlinesScreen,
  batches: BatchesScreen,
  codes: CodesScreen,
  jobs: JobsScreen,
  looks: LooksScreen,
  settings: SettingsScreen,
  exchange: ExchangeScreen,
  duty: DutyScreen,
  figures: FiguresScreen,
  forms: FormsScreen,
};

/** The page a tab shows. */
export function TabBody({ target }: { readonly target: TabTarget }) {
  const { mayOpen } = useOpenLedgers();
  if (target.kind === 'screen') {
    const Screen = screens[target.screen];
    return <Screen part={target.part ?? null} />;
  }
  if (target.kind === 'import') return <ImportScreen ledger={target.ledger} />;
  const ledger = ledgerOf(target.ledger);
  if (ledger === undefined) return <FailureNotice failure={unknownLedger} />;
  if (!mayOpen(ledger)) return <FailureNotice failure={closedLedger} />;
  switch (target.kind) {
    case 'list':
      return <LedgerList ledger={ledger} where={target.where} sort={target.sort} />;
    case 'record':
      return <RecordPage ledger={ledger} id={target.id} field={target.field} />;
    case 'new':
      return <RecordNew ledger={ledger} values={target.values} />;
  }
}

/** A tab somebody with more rights has left open. */
const closedLedger: Failure = { code: 'refused', kind: 'sensitive-closed', details: {} };

/** A ledger of a newer program, named by a batch or a link. */
const unknownLedger: Failure = { code: 'not-found', kind: 'other', details: {} };

function LoadingPage(): ReactNode {
  const isSlow = useIsSlow(true);
  return isSlow ? <Skeleton active className="page-skeleton" paragraph={{ rows: 8 }} /> : null;
}
