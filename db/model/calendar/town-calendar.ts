import type { dutyCalendarDay } from '../ledgers/duty-calendar-day.ts';
import type { RowOf } from '../define-ledger.ts';
import type { Localized } from '../localized.ts';
import { words } from '../localized.ts';
import { chinaAnnouncement } from './china.ts';
import { type DayKind, type EditedDay, workCalendar, type WorkCalendar } from './work-calendar.ts';

/** A day of the ledger 节假日安排 (`duty_calendar_day`) as a calendar needs it. */
export type TownDay = Pick<RowOf<typeof dutyCalendarDay>, 'day' | 'kind' | 'name'>;

/** Codes of `duty_calendar_kind`. */
const kinds: ReadonlyMap<string, DayKind> = new Map([
  ['holiday', 'holiday'],
  ['make-up', 'make-up'],
  ['working', 'working'],
  ['rest', 'weekend'],
]);

/**
 * The calendar of a town: what its office entered goes before what the program ships, and a year with any entry counts
 * as announced. All limits are counted by it.
 * @param rows present rows of the ledger; a kind that is no code of ours leaves the day as it was
 */
export function townCalendar(rows: readonly TownDay[]): WorkCalendar {
  const { holidays, makeUpDays } = chinaAnnouncement();
  const known = new Map([...holidays.values(), ...makeUpDays.values()].map((name) => [name.zh, name]));
  const edits = rows.flatMap(({ day, kind, name }): readonly (readonly [string, EditedDay])[] => {
    const own = kinds.get(kind);
    return own === undefined ? [] : [[day, { kind: own, name: nameOf(own, name, known) }]];
  });
  return workCalendar({ holidays, makeUpDays, edits: new Map(edits) });
}

/** Only holidays and the days that make up for them have a name; one the program knows is told in both languages. */
function nameOf(kind: DayKind, name: string | null, known: ReadonlyMap<string, Localized>): Localized | null {
  if (name === null || (kind !== 'holiday' && kind !== 'make-up')) return null;
  return known.get(name) ?? words(name, name);
}
