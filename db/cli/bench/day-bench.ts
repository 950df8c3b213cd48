import { randomUUID } from 'node:crypto';
import { dueDays } from '../../model/calendar/due-days.ts';
import { dayAfter } from '../../model/calendar/day-arithmetic.ts';
import { chinaDay } from '../../model/office-time.ts';
import { ledgerById } from '../../model/registry.ts';
import { calendarOf } from '../../duty/file-calendar.ts';
import { dutyDays } from '../../duty/duty-days.ts';
import { dutyNow } from '../../duty/duty-now.ts';
import { missingRosters } from '../../duty/missing-rosters.ts';
import { dayBoard, dayRows, toldBoard } from '../../store/index.ts';
import { type BenchTown, onTown, townPaths } from './bench-town.ts';
import { defineBenchmark } from './benchmark.ts';
import { type Figure, type Sample, sampled, timed, timedCall } from './measure.ts';

/** A page is there in a second. */
const PAGE = { limit: 1000 } as const;
/** Ledgers whose sizes the first page tells. */
const COUNTED = ['person', 'household', 'room', 'rental_house', 'unit', 'facility', 'grid', 'issue'] as const;

/**
 * The first page of the day and the calendar on a day when the practice town has work: first opening, again with
 * nothing changed, after a change of a rental house, and a month of the calendar. What is asked is what the window asks.
 */
export const dayBenchmark = defineBenchmark({
  name: 'day',
  dependsOn: [
    ...townPaths,
    'db/cli/bench/day-bench.ts',
    'db/duty',
    'db/model/calendar',
    'db/store/due',
    'db/store/figures',
  ],
  full: { people: 1_000_000, rounds: 20 },
  small: { people: 1000, rounds: 2 },
  figures: () => ['first-opening', 'again', 'after-change', 'rows', 'calendar'].map((name) => `day.${name}`),
  run: ({ people, rounds }, place) => onTown(people, place, (town) => dayFigures(town, rounds)),
});

function dayFigures(town: BenchTown, rounds: number): readonly Figure[] {
  const repeated = (call: () => unknown): readonly Sample[] =>
    timed(Array.from({ length: rounds }, () => call));
  const first = timedCall(() => firstPage(town));
  const again = repeated(() => firstPage(town));
  return [
    sampled('day.first-opening', [first], {
      target: PAGE,
      note: 'everything the first page asks of a file that has just been opened',
    }),
    sampled('day.again', again, { target: PAGE, note: 'nothing changed' }),
    sampled('day.after-change', afterChange(town, rounds), {
      target: PAGE,
      note: 'the next check of a rental house changed before each',
    }),
    sampled(
      'day.rows',
      repeated(() => rows(town)),
      {
        target: PAGE,
        note: 'the hundred that are overdue longest, over all ledgers',
      },
    ),
    sampled(
      'day.calendar',
      repeated(() => month(town)),
      {
        target: PAGE,
        note: 'six weeks',
      },
    ),
  ];
}

/** Everything the first page asks the data process. */
export function firstPage({ store, caller, now }: BenchTown): void {
  const today = chinaDay(now());
  const days = dueDays(now(), calendarOf(store));
  dayBoard(store, { days, ledgers: ledgerById }, caller);
  toldBoard(store, { at: now() }, caller);
  missingRosters(store, today);
  dutyNow(store, now(), caller.language);
  for (const ledger of COUNTED) store.total(ledger, {}, caller);
}

function afterChange(town: BenchTown, rounds: number): readonly Sample[] {
  const { store, caller } = town;
  const ids = store
    .page({ ledger: 'rental_house', where: { state: '01' }, limit: rounds, fields: [] }, caller)
    .rows.map((row) => row.id);
  return ids.map((id, i) => {
    const values = {
      next_check: dayAfter(chinaDay(town.now()), i - Math.floor(rounds / 2)),
      checked_on: null,
    };
    const writes = [{ ledger: 'rental_house', id, op: 'update' as const, values }];
    if (!store.write({ writeId: randomUUID(), caller, writes }).ok) throw new Error('a save was refused');
    return timedCall(() => firstPage(town));
  });
}

function rows({ store, caller, now }: BenchTown): void {
  const days = dueDays(now(), calendarOf(store));
  dayRows(store, { days, ledgers: ledgerById, of: { to: days.today }, limit: 100 }, caller);
}

function month({ store, caller, now }: BenchTown): void {
  const first = `${chinaDay(now()).slice(0, 7)}-01`;
  const span = { from: first, to: `${first.slice(0, 7)}-31` };
  store.dues.byDay({ span, now: now().toISOString() }, caller);
  dutyDays(store, span);
}
