import { z } from 'zod';
import { chinaCalendar } from '../../model/calendar/china.ts';
import {
  calendarWith,
  changedDays,
  knownDays,
  type ChangedDays,
  type KnownDays,
} from '../../model/calendar/known-days.ts';
import type { WorkCalendar } from '../../model/calendar/work-calendar.ts';
import { chinaDay } from '../../model/office-time.ts';
import type { Connection } from '../open/connection.ts';
import { preferenceStore } from '../preferences/preference-store.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';

/** Not a person's preference: a note of the file about itself, which travels nowhere. */
const keeper = '$file';
const key = 'calendar.settled';
/** Cases are open for months; what changed earlier concerns nobody. */
const YEARS_KEPT = 2;

const daysShape = z.array(z.string()).readonly();
const knownShape = z.object({ from: z.string(), off: daysShape, worked: daysShape });
const settledShape = z.object({
  /** The calendar of the town when deadlines were last settled. */
  days: knownShape,
  /** The notices the program shipped then, and since when it ships others. */
  shipped: knownShape,
  shippedSince: z.string().nullable(),
});
type Settled = z.infer<typeof settledShape>;

/** A note replaced by another, for taking that back. */
const replacedShape = z.looseObject({ settled: z.object({ before: settledShape, after: settledShape }) });

/** Remembers a calendar as the one deadlines are settled by; gives what was noted before, for `returnSettled`. */
export function noteSettled(connection: Connection, calendar: WorkCalendar, now: Date): object {
  const from = firstDay(now);
  const shipped = knownDays(chinaCalendar(), from);
  const after = { days: knownDays(calendar, from), shipped, shippedSince: null };
  const before = settledShape.safeParse(preferenceStore(connection).get(keeper, key));
  keep(connection, after);
  return before.success ? { settled: { before: before.data, after } } : {};
}

/** A batch that settled deadlines was taken back: they are as unsettled as before, unless they were settled again since. */
export function returnSettled(connection: Connection, batch: string): void {
  const state = connection.text('SELECT state FROM batch WHERE id = ?', batch);
  const replaced = replacedShape.safeParse(JSON.parse(state ?? 'null'));
  if (!replaced.success) return;
  const { before, after } = replaced.data.settled;
  const standing = settledShape.safeParse(preferenceStore(connection).get(keeper, key));
  if (standing.success && JSON.stringify(standing.data) === JSON.stringify(after)) keep(connection, before);
}

/** What changed since deadlines were settled. */
export interface CalendarChange {
  /** `null` where no calendar was settled yet: a file of an older program. */
  readonly days: ChangedDays | null;
  /** The calendar as it was known at a moment. */
  readonly knownAt: (at: string) => WorkCalendar;
}

/** Compares the calendar of today with the one deadlines were last settled by. */
export function calendarChange(
  connection: Connection,
  of: { readonly calendar: WorkCalendar; readonly table: LedgerTable | undefined; readonly now: Date },
): CalendarChange {
  const { calendar, table, now } = of;
  const kept = settledShape.safeParse(preferenceStore(connection).get(keeper, key));
  if (!kept.success) return { days: null, knownAt: () => calendar };
  const settled = withShipped(connection, kept.data, now);
  const known = knownDays(calendar, settled.days.from);
  const days = changedDays(settled.days, known);
  if (days.size === 0) return { days, knownAt: () => calendar };
  const changedAt = changeTimes(connection, table, settled);
  const calendars = new Map<string, WorkCalendar>();
  const knownAt = (at: string): WorkCalendar => {
    const later = [...days].filter(([day]) => changedAt(day) > at);
    if (later.length === 0) return calendar;
    const name = later.map(([day]) => day).join();
    const made = calendars.get(name) ?? before(known, later);
    calendars.set(name, made);
    return made;
  };
  return { days, knownAt };
}

const before = (known: KnownDays, later: readonly (readonly [string, boolean])[]): WorkCalendar =>
  calendarWith(known, new Map(later.map(([day, works]) => [day, !works])));

/** Notes when the program was first seen to ship other notices: no row of the town says when such a day changed. */
function withShipped(connection: Connection, settled: Settled, now: Date): Settled {
  if (settled.shippedSince !== null) return settled;
  const shipped = knownDays(chinaCalendar(), settled.shipped.from);
  if (changedDays(settled.shipped, shipped).size === 0) return settled;
  const noted = { ...settled, shippedSince: now.toISOString() };
  keep(connection, noted);
  return noted;
}

/** When a day came to be what it is: by the town's own row, else by the notices, else by the last row that was touched. */
function changeTimes(
  connection: Connection,
  table: LedgerTable | undefined,
  { shippedSince }: Settled,
): (day: string) => string {
  const rows =
    table === undefined
      ? []
      : connection
          .rows(table.select('ORDER BY updated_at'))
          .map((row) => table.decode(row))
          .map(({ values, updatedAt }) => [String(values['day']), updatedAt] as const);
  const byDay = new Map(rows);
  const last = rows.at(-1)?.[1] ?? '';
  return (day) => byDay.get(day) ?? shippedSince ?? last;
}

function keep(connection: Connection, settled: Settled): void {
  preferenceStore(connection).set(keeper, key, settled);
}

const firstDay = (now: Date): string => `${Number(chinaDay(now).slice(0, 4)) - YEARS_KEPT}-01-01`;
