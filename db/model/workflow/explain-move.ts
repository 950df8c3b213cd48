import { dayAfter, yearOf } from '../calendar/day-arithmetic.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Language } from '../localized.ts';
import { chinaDay } from '../office-time.ts';
import type { Clock } from './clocks.ts';
import { dayRange, dayText, momentText } from './deadline-dates.ts';
import { isWorking } from './deadline.ts';
import { leftText } from './explain-deadline.ts';
import type { MovedDeadline } from './moved-deadlines.ts';

/** What changed in the calendar and what follows for a deadline, in one sentence: the reason of a move. */
export function explainMove(moved: MovedDeadline, calendar: WorkCalendar, language: Language): string {
  const { was, now, turn } = moved;
  const zh = language === 'zh';
  const why = whyMoved(moved.changed, calendar, language);
  const [before, after] = [clockText(was, language), clockText(now, language)];
  if (turn === 'kept')
    return zh
      ? `${why}，按新安排应于${after}届满，已过，故保留原期限${before}。`
      : `${why}: by the new calendar it would have ended ${after}, which is past, so ${before} stands.`;
  if (was.due === null)
    return zh ? `${why}，暂停中的${before}改为${after}。` : `${why}: on hold, ${after} instead of ${before}.`;
  return zh ? `${why}，期限由${before}改为${after}。` : `${why}: ${after} instead of ${before}.`;
}

function whyMoved(days: readonly string[], calendar: WorkCalendar, language: Language): string {
  const zh = language === 'zh';
  const [first] = days;
  if (first === undefined)
    return zh ? '按现行节假日安排重新计算' : 'Reckoned anew by the holiday calendar as it is';
  const year = yearOf(first);
  const runs = runsOf(days, calendar).map((run, index) => {
    const told = index === 0 ? 0 : year;
    const range = dayRange(run, language, told);
    const name = calendar.nameOf(run.from)?.[language] ?? '';
    if (zh) return `${range}改为${run.isWorked ? '上班' : `放假${name === '' ? '' : `（${name}）`}`}`;
    return `${range} now ${run.isWorked ? 'worked' : `off${name === '' ? '' : ` (${name})`}`}`;
  });
  return zh ? `节假日安排变动：${runs.join('、')}` : `The holiday calendar changed (${runs.join(', ')})`;
}

interface Run {
  readonly from: string;
  readonly to: string;
  readonly isWorked: boolean;
}

/** Days in a row that became the same. */
function runsOf(days: readonly string[], calendar: WorkCalendar): readonly Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const isWorked = calendar.isWorkingDay(day);
    const last = runs.at(-1);
    if (last?.isWorked === isWorked && dayAfter(last.to, 1) === day)
      runs[runs.length - 1] = { ...last, to: day };
    else runs.push({ from: day, to: day, isWorked });
  }
  return runs;
}

/** End of a clock as people write it, or what it has left. */
function clockText({ due, left, limit }: Clock, language: Language): string {
  if (due === null) return leftText(left ?? 0, limit.unit, language);
  const isMoment = isWorking(limit.unit) || limit.unit === 'minute';
  if (isMoment) return momentText(new Date(due), language);
  return `${dayText(chinaDay(new Date(due)), language)}${language === 'zh' ? '' : ' '}24:00`;
}
