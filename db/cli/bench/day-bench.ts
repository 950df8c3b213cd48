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
import type { BenchTown } from './bench-town.ts';
import { type Figure, type Sample, sampled, timed, timedCall } from './measure.ts';

const ROUNDS = 20;
/** A page is there in a second. */
const PAGE = { limit: 1000 } as const;
/** Ledgers whose sizes the first page tells. */
const COUNTED = ['person', 'household', 'room', 'rental_house', 'unit', 'facility', 'grid', 'issue'] as const;

/**
 * The first page of the day and the calendar on a day when the practice town has work: first opening, again with
 * nothing changed, after a change of a rental house, and a month of the calendar. What is asked is what the window asks.
 */
export function dayBench(town: BenchTown): readonly Figure[] {
  const first = timedCall(() => page(town));
  const again = timed(Array.from({ length: ROUNDS }, () => () => page(town)));
  return [
    sampled('day.first-opening', [first], {
      target: PAGE,
      note: 'everything the first page asks, nothing of it counted before; `npm run bench -- day` alone has just opened the file',
    }),
    sampled('day.again', again, { target: PAGE, note: 'nothing changed' }),
    sampled('day.after-change', afterChange(town), {
      target: PAGE,
      note: 'the next check of a rental house changed before each',
    }),
    sampled('day.rows', timed(Array.from({ length: ROUNDS }, () => () => rows(town))), {
      target: PAGE,
      note: 'the hundred that are overdue longest, over all ledgers',
    }),
    sampled('day.calendar', timed(Array.from({ length: ROUNDS }, () => () => month(town))), {
      target: PAGE,
      note: 'six weeks',
    }),
  ];
}

/** Everything the first page asks the data process. */
function page({ store, caller, now }: BenchTown): void {
  const today = chinaDay(now());
  const days = dueDays(now(), calendarOf(store));
  dayBoard(store, { days, ledgers: ledgerById }, caller);
  toldBoard(store, { at: now() }, caller);
  missingRosters(store, today);
  dutyNow(store, now(), caller.language);
  for (const ledger of COUNTED) store.total(ledger, {}, caller);
}

function afterChange(town: BenchTown): readonly Sample[] {
  const { store, caller } = town;
  const ids = store
    .page({ ledger: 'rental_house', where: { state: '01' }, limit: ROUNDS, fields: [] }, caller)
    .rows.map((row) => row.id);
  return ids.map((id, i) => {
    const values = { next_check: dayAfter(chinaDay(town.now()), i - ROUNDS / 2), checked_on: null };
    const writes = [{ ledger: 'rental_house', id, op: 'update' as const, values }];
    if (!store.write({ writeId: randomUUID(), caller, writes }).ok) throw new Error('a save was refused');
    return timedCall(() => page(town));
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
