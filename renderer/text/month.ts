import type { Language } from '../../db/model/localized.ts';

/** The month a day is in: `2026-12` of `2026-12-31`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The month some months later or, negative, earlier. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** A month as people say it: 2026年12月; December 2026. */
export function monthName(month: string, language: Language): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  if (language === 'zh') return `${year}年${number}月`;
  return new Date(Date.UTC(year, number - 1, 1)).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** Day of the week, 0 Sunday … 6 Saturday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const satisfies Record<Language, readonly string[]>;

/** Short name of the day of the week: 周一, Mon. */
export const weekdayName = (day: string, language: Language): string =>
  weekdays[language][weekdayOf(day)] ?? '';

const narrowWeekdays = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
} as const satisfies Record<Language, readonly string[]>;

/** Name of the day of the week for a narrow column: 一, Mo. */
export const narrowWeekday = (day: string, language: Language): string =>
  narrowWeekdays[language][weekdayOf(day)] ?? '';

/** A day inside a month whose year stands above it: 12月3日; 3 Dec. */
export function dayName(day: string, language: Language): string {
  const [, month = 1, number = 1] = day.split('-').map(Number);
  if (language === 'zh') return `${month}月${number}日`;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}

/** Number of a day in its month. */
export const dayNumber = (day: string): number => Number(day.slice(8, 10));

/** The day some days later or, negative, earlier. */
export function dayAfter(day: string, by: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + by);
  return at.toISOString().slice(0, 10);
}
