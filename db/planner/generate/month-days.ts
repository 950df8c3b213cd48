import { chinaCalendar } from '../../model/calendar/china.ts';
import { dayAfter } from '../../model/calendar/day-arithmetic.ts';
import type { DayClass, RosterProblem } from '../../roster/problem.ts';

type Day = RosterProblem['days'][number];

/** The days of a month (`YYYY-MM`) by the announced calendar, Spring Festival apart from other holidays. */
export function monthDays(month: string): Day[] {
  const calendar = chinaCalendar();
  const days: Day[] = [];
  for (let date = `${month}-01`; date.startsWith(month); date = dayAfter(date, 1)) {
    const name = calendar.nameOf(date)?.zh ?? null;
    days.push({ date, class: classOf(calendar.kindOf(date), name), name });
  }
  return days;
}

function classOf(kind: 'working' | 'make-up' | 'weekend' | 'holiday', name: string | null): DayClass {
  if (kind === 'weekend') return 'restday';
  if (kind === 'holiday') return name === '春节' ? 'spring' : 'holiday';
  return 'workday';
}
