import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { Failure } from '../../electron/contract/failure.ts';
import { ledgerOf, useOpenLedgers } from '../data/index.ts';
import { HomeScreen } from '../screens/home/home-screen.tsx';
import { FailureNotice } from '../ui/index.ts';
import type { ScreenId, TabTarget } from './tab-target.ts';

/** The room of lists and records with its grid; loaded behind the first paint. */
const record = () => import('../record/index.ts');
const LedgerList = lazy(async () => ({ default: (await record()).LedgerList }));
const RecordPage = lazy(async () => ({ default: (await record()).RecordPage }));
const RecordNew = lazy(async () => ({ default: (await record()).RecordNew }));
const ImportScreen = lazy(async () => ({
  default: (await import('../screens/import/import-screen.tsx')).ImportScreen,
}));
const BatchesScreen = lazy(async () => ({
  default: (await import('../screens/batches/batches-screen.tsx')).BatchesScreen,
}));
const CodesScreen = lazy(async () => ({
  default: (await import('../screens/codes/codes-screen.tsx')).CodesScreen,
}));
const JobsScreen = lazy(async () => ({
  default: (await import('../screens/jobs/jobs-screen.tsx')).JobsScreen,
}));
const LooksScreen = lazy(async () => ({
  default: (await import('../screens/looks/looks-screen.tsx')).LooksScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../screens/settings/settings-screen.tsx')).SettingsScreen,
}));
const ExchangeScreen = lazy(async () => ({
  default: (await import('../screens/exchange/exchange-screen.tsx')).ExchangeScreen,
}));
const CalendarScreen = lazy(async () => ({
  default: (await import('../screens/calendar/calendar-screen.tsx')).CalendarScreen,
}));
const DeadlinesScreen = lazy(async () => ({
  default: (await import('../screens/deadlines/deadlines-screen.tsx')).DeadlinesScreen,
}));
const DutyScreen = lazy(async () => ({
  default: (await import('../screens/duty/duty-screen.tsx')).DutyScreen,
}));
const FiguresScreen = lazy(async () => ({
  default: (await import('../screens/figures/figures-screen.tsx')).FiguresScreen,
}));
const FormsScreen = lazy(async () => ({
  default: (await import('../screens/forms/forms-screen.tsx')).FormsScreen,
}));

/** Fetches the heavy room while the clerk still looks at the first screen, so that the first list is there at once. */
export function preloadLists(): void {
  void record();
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
