import { ledgerOf } from '../data/index.ts';
import type { TextKey, Texts } from '../text/index.ts';
import type { ScreenId, TabTarget } from './tab-target.ts';

const screenTitles: Readonly<Record<ScreenId, TextKey>> = {
  home: 'home.title',
  calendar: 'calendar.title',
  deadlines: 'deadlines.title',
  batches: 'batch.title',
  codes: 'codes.title',
  jobs: 'jobs.title',
  looks: 'looks.title',
  settings: 'settings.title',
  exchange: 'exchange.title',
  duty: 'duty.title',
  figures: 'figures.title',
  forms: 'forms.title',
};

/** Title of a tab that its content has not named yet. */
export function tabTitle(target: TabTarget, { t, label, one }: Pick<Texts, 't' | 'label' | 'one'>): string {
  if (target.kind === 'screen') return t(screenTitles[target.screen]);
  if (target.kind === 'import') return t('import.title');
  const ledger = ledgerOf(target.ledger);
  if (ledger === undefined) return target.ledger;
  return target.kind === 'new' ? t('tab.new', { ledger: one(ledger.label) }) : label(ledger.label);
}
