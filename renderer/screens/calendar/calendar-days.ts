import { dayAfter, weekdayOf } from '../../../db/model/calendar/day-arithmetic.ts';
import { daysFrom } from '../../../db/model/calendar/days-off.ts';
import { monthAfter, monthOf } from '../../text/month.ts';

/** How much a calendar shows. */
export type CalendarView = 'month' | 'week';

/** The Monday of the week a day is in; weeks begin on Monday. */
export const mondayOf = (day: string): string => dayAfter(day, -((weekdayOf(day) + 6) % 7));

/** Weeks a view shows around a day, each from Monday to Sunday; those of a month reach into its neighbours. */
export function weeksOf(day: string, view: CalendarView): readonly (readonly string[])[] {
  const last = view === 'week' ? day : dayAfter(`${monthAfter(monthOf(day), 1)}-01`, -1);
  const first = mondayOf(view === 'week' ? day : `${monthOf(day)}-01`);
  const weeks: (readonly string[])[] = [];
  for (let monday = first; monday <= last; monday = dayAfter(monday, 7))
    weeks.push(daysFrom(monday, dayAfter(monday, 6)));
  return weeks;
}

/** The day a step of the view later or earlier; the 31st steps to the last of a shorter month. */
export function stepped(day: string, view: CalendarView, by: 1 | -1): string {
  if (view === 'week') return dayAfter(day, 7 * by);
  const month = monthAfter(monthOf(day), by);
  const last = dayAfter(`${monthAfter(month, 1)}-01`, -1);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

/** The day a key leads to; `null` for keys that mean nothing here. */
export function dayByKey(key: string, day: string, today: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return dayAfter(day, -1);
    case 'ArrowRight':
      return dayAfter(day, 1);
    case 'ArrowUp':
      return dayAfter(day, -7);
    case 'ArrowDown':
      return dayAfter(day, 7);
    case 'PageUp':
      return stepped(day, 'month', -1);
    case 'PageDown':
      return stepped(day, 'month', 1);
    case 'Home':
      return today;
    default:
      return null;
  }
}
