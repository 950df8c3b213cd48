import { dayAfter } from '../../db/model/calendar/day-arithmetic.ts';
import { readDay } from '../../db/model/fields/day.ts';

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
