import { figureTable } from '../../../db/exchange/figures/figure-table.ts';
import { monthlyReport } from '../../../db/exchange/figures/report/monthly-report.ts';
import { type Period, periodOf } from '../../../db/model/figures/period.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import type { BenchTown } from '../../../db/cli/bench/bench-town.ts';
import { drained } from '../../../db/cli/drained.ts';
import type { Measured } from '../figure.ts';
import { now } from '../fixed-world.ts';
import type { CounterGroup } from '../group.ts';
import { withTown } from '../towns.ts';
import { askedBy, askedFigures } from './asked.ts';
import type { CountingDriver } from './counting-driver.ts';
import { forgetPages } from './page-reads.ts';

/** Tables a clerk opens most; the practice town ends with October 2026. */
const TABLES = [
  { ledger: 'person', by: 'village', period: null },
  { ledger: 'person', by: 'education', period: null },
  { ledger: 'issue', by: 'village', period: '2026-10' },
  { ledger: 'issue', by: 'category', period: '2026' },
] as const;

/** What tables of figures and the monthly report ask of the file. */
export const figureCounters: CounterGroup = {
  name: 'figure',
  kind: 'counter',
  measure: ({ folder, driver }) => withTown('large', folder, (town) => figureFigures(town, driver)),
};

function figureFigures({ store, caller }: BenchTown, driver: CountingDriver): readonly Measured[] {
  const asking = { store, caller, now: now() };
  const tables = (): unknown =>
    TABLES.map(({ ledger, by, period }) =>
      figureTable({
        ...asking,
        ledger: ledgerOf(ledger),
        where: {},
        by,
        period: period === null ? null : monthOrYear(period),
      }),
    );
  drained(store.prepareFiguresSteps(), { progress: () => undefined });
  forgetPages(driver.connection());
  const of = `${String(TABLES.length)} tables`;
  return [
    ...askedFigures('figure.first', askedBy(driver, tables), {
      of,
      means: 'A table of figures asks more of the file the first time.',
    }),
    ...askedFigures(
      'figure.report',
      askedBy(driver, () => monthlyReport({ ...asking, month: monthOrYear('2026-10') })),
      { of: 'a monthly report', means: 'The monthly report asks more of the file.' },
    ),
  ];
}

function monthOrYear(text: string): Period {
  const period = periodOf(text);
  if (period === null) throw new Error(`${text} is no period`);
  return period;
}
