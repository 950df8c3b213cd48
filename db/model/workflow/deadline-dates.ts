import { yearOf } from '../calendar/day-arithmetic.ts';
import type { Language } from '../localized.ts';
import { chinaClock, chinaDay } from '../office-time.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2026年10月8日`, `8 October 2026`; without the year where it is the one already told. */
export function dayText(day: string, language: Language, told?: number): string {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  const year = yearOf(day);
  if (language === 'zh') return `${year === told ? '' : `${year}年`}${month}月${date}日`;
  return `${date} ${months[month - 1] ?? ''}${year === told ? '' : ` ${year}`}`;
}

/** A day with the clock of China: `2026年10月8日16:20`, `8 October 2026 16:20`. */
export const momentText = (at: Date, language: Language, told?: number): string =>
  `${dayText(chinaDay(at), language, told)}${language === 'zh' ? '' : ' '}${chinaClock(at).slice(11, 16)}`;

/** Days that follow each other: `10月1日至8日`, `31 January–4 February`. */
export function dayRange(
  { from, to }: { readonly from: string; readonly to: string },
  language: Language,
  told: number,
): string {
  if (from === to) return dayText(from, language, told);
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7);
  if (language === 'zh')
    return `${dayText(from, language, told)}至${isSameMonth ? `${Number(to.slice(8))}日` : dayText(to, language, yearOf(from))}`;
  const first = isSameMonth ? String(Number(from.slice(8))) : dayText(from, language, yearOf(to));
  return `${first}–${dayText(to, language, told)}`;
}
