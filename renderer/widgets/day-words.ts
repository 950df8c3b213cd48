import { dayAfter } from '../../db/model/calendar/day-arithmetic.ts';
import { readDay } from '../../db/model/fields/day.ts';
import { chinaDay, chinaMinute } from '../../db/model/office-time.ts';

const shifts: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  today: 0,
  昨天: -1,
  昨日: -1,
  yesterday: -1,
  前天: -2,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
};

/** Turns 今天, 昨天, 明天 and today into a written day (`YYYY-MM-DD`); every other text comes back as it is. */
export function dayWords(text: string, today: string): string {
  const shift = shifts[text.trim().toLowerCase()];
  return shift === undefined ? text : dayAfter(today, shift);
}

/** The day a text names when it names no time of day with it, `YYYY-MM-DD`; `null` otherwise. */
export const wholeDay = (text: string): string | null =>
  /[:：时T]/.test(text) ? null : readDay(text.trim());

/**
 * Turns 现在 (also 今天 without a time) into this moment in China, and 今天 8:30 into a written day with its time; every
 * other text comes back as it is.
 */
export function instantWords(text: string, now: Date): string {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  const day = dayWords(first, chinaDay(now));
  if (['现在', 'now', '今天', '今日', 'today'].includes(first.toLowerCase()) && rest.length === 0)
    return chinaMinute(now);
  return day === first ? text : [day, ...rest].join(' ');
}
