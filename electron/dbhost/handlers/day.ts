import { dueBuckets } from '../../../db/model/calendar/due-days.ts';
import { dayAfter } from '../../../db/model/calendar/day-arithmetic.ts';
import { ledgerById } from '../../../db/model/registry.ts';
import { missingRosters } from '../../../db/duty/missing-rosters.ts';
import { dayBoard, dayRows, toldBoard, toldRows } from '../../../db/store/index.ts';
import { Refusal } from '../../contract/serve.ts';
import { calendarPaper } from '../day/calendar-paper.ts';
import { dayCalendar } from '../day/day-calendar.ts';
import { deskDay, kindTold } from '../day/desk-day.ts';
import { defined } from '../defined.ts';
import type { Desk, HandlersOf } from './desk.ts';

/** People told of on the first page; beyond that somebody is looked for by name. */
const MOST_PEOPLE = 200;
/** A calendar shows a month with the weeks around it, and may be printed by the quarter. */
const MOST_DAYS = 100;

/** The day's work and the calendar. */
export function createDayHandlers(desk: Desk): HandlersOf<'day'> {
  return {
    'day.board': (question, asking) => {
      const { days, calendar } = deskDay(desk, asking);
      const { store, caller } = asking;
      const board = dayBoard(store, { days, ledgers: ledgerById, ...defined(question) }, caller);
      const told = toldBoard(store, { at: desk.now(), ...defined(question) }, caller);
      return {
        ...days,
        kind: kindTold(calendar, days.today),
        ...board,
        people: board.people.slice(0, MOST_PEOPLE),
        told,
        rosters: missingRosters(store, days.today),
      };
    },
    'day.rows': ({ of, limit, ...question }, asking) => {
      const { days } = deskDay(desk, asking);
      const span = dueBuckets.find((one) => one === of) ?? { from: of, to: of };
      const rows = dayRows(
        asking.store,
        { days, ledgers: ledgerById, of: span, limit: limit + 1, ...defined(question) },
        asking.caller,
      );
      return { now: days.now, rows: rows.slice(0, limit), hasMore: rows.length > limit };
    },
    'day.told': (question, { store, caller }) =>
      toldRows(store, { at: desk.now(), ...defined(question) }, caller),
    'day.calendar': (span, asking) =>
      span.to > dayAfter(span.from, MOST_DAYS)
        ? new Refusal('invalid-input', 'too-many-days', { days: MOST_DAYS })
        : dayCalendar(asking, deskDay(desk, asking), span),
    'day.document': ({ month }, asking) =>
      calendarPaper(asking, deskDay(desk, asking), { month, now: desk.now() }),
    'day.reminder': (_input, asking) => {
      const { days } = deskDay(desk, asking);
      const tallies = asking.store.dues.tallies(days, asking.caller);
      const shares = tallies.flatMap((tally) => tally.shares);
      const told = toldBoard(asking.store, { at: desk.now() }, asking.caller);
      return {
        today: days.today,
        overdue: shares.reduce((sum, share) => sum + share.overdue, 0),
        dueToday: shares.reduce((sum, share) => sum + share.today, 0),
        told: told.reduce((sum, { count }) => sum + count, 0),
        isExact: [...tallies, ...told].every(({ isExact }) => isExact),
      };
    },
  };
}
