import type { AnyLedger } from '../../model/define-ledger.ts';
import { measuresOf } from '../../model/figures/number-where.ts';
import { periodAfter, type Period } from '../../model/figures/period.ts';
import { chinaDay } from '../../model/office-time.ts';
import type { Where } from '../../model/where.ts';
import type { Caller, FigureNumbers, Store } from '../../store/api.ts';

/** Periods a trend goes back, this one included. */
const REACH = { month: 12, quarter: 8, year: 5 } as const;

/** Totals of the periods up to one, oldest first, by measure. */
export function figureTrend({
  store,
  caller,
  ledger,
  where,
  until,
  now,
}: {
  readonly store: Store;
  readonly caller: Caller;
  readonly ledger: AnyLedger;
  readonly where: Where;
  readonly until: Period;
  readonly now: Date;
}): { readonly today: string; readonly periods: readonly Period[]; readonly numbers: FigureNumbers } {
  const today = chinaDay(now);
  const reach = REACH[until.kind];
  const periods = Array.from({ length: reach }, (_, i) => periodAfter(until, i + 1 - reach));
  const spans = periods.map(({ from, to }) => ({ from, to }));
  const question = { ledger: ledger.id, where, by: null, spans, measures: measuresOf(ledger, today, where) };
  return { today, periods, numbers: store.figures(question, caller).total };
}
