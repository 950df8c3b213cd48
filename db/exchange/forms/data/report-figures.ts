import { RATE_PLACES } from '../../../model/figures/figure-text.ts';
import { periodAt } from '../../../model/figures/period.ts';
import { chinaDay } from '../../../model/office-time.ts';
import { ledgerOf } from '../../../model/registry.ts';
import type { Caller, Store } from '../../../store/api.ts';
import { monthlyReport, type MonthlyReport } from '../../figures/report/monthly-report.ts';
import type { ReportFigure } from '../../figures/report/report-row.ts';
import { emptyValue, type FormValue } from '../form-source.ts';

/** A figure a form may ask for by name (`{数:名称}`); `null` = there is none of this name. */
export type Figures = (name: string) => FormValue | null;

/** No figures at all. */
export const noFigures: Figures = () => null;

/** Words behind a name that say whose number is meant; without one it is that of the running month. */
const columns: Readonly<Record<string, 'before' | 'yearBefore'>> = { 上月: 'before', 去年同月: 'yearBefore' };

/**
 * The lines of the monthly report and the figures of its cover by their labels: `{数:登记入住}`, `{数:登记入住@上月}`, `{数:登记入住@去年同月}`. Reckoned when
 * the first is asked for. Lines of sensitive ledgers do not go into general forms.
 */
export function reportFigures({
  store,
  caller,
  now,
}: {
  readonly store: Store;
  readonly caller: Caller;
  readonly now: Date;
}): Figures {
  let rows: readonly ReportFigure[] | null = null;
  return (name) => {
    const [label = '', column = ''] = name.split(/[@＠]/u).map((part) => part.trim());
    const month = periodAt('month', chinaDay(now));
    rows ??= generalRows(monthlyReport({ store, caller: { ...caller, language: 'zh' }, month, now }));
    const row = rows.find((one) => one.label === label);
    const which = column === '' ? 'now' : columns[column];
    return row === undefined || which === undefined ? null : figureOf(row, row[which].value, row[which].text);
  };
}

/** Figures of the cover, which are of no sensitive ledger, and lines of those that are not. */
const generalRows = ({ cover, groups }: MonthlyReport): readonly ReportFigure[] => [
  ...groups.flatMap(({ rows }) => rows.filter(({ ledger }) => !ledgerOf(ledger).sensitive)),
  ...cover.map(({ figure }) => figure),
];

/** A rate goes in as it is printed (95.3%); a cell's own format would make a hundred times of it. A ratio is as exact. */
function figureOf({ kind, digits }: ReportFigure, value: number | null, text: string): FormValue {
  if (value === null) return emptyValue;
  if (kind === 'rate') return { text, number: null, day: null };
  const places = kind === 'ratio' ? RATE_PLACES : digits;
  return { text, number: Number((value / 10 ** digits).toFixed(places)), day: null };
}
