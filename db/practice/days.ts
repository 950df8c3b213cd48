import { monthsAfter, yearOf } from '../model/calendar/day-arithmetic.ts';
import { chinaDay } from '../model/office-time.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Shares of what stands open in a town that is well led: a few things are late by some days, a few are due today. */
const LATE = { share: 0.025, most: 5 } as const;
const TODAY_SHARE = 0.025;

/** An instant in milliseconds since 1970. */
export type Instant = number;

/** Days and instants as they are seen from the day a town is drawn for. Days are `YYYY-MM-DD`, of China. */
export interface Days {
  /** The day the town is drawn for. */
  readonly today: string;
  readonly year: number;
  /** Eight in the morning of today in China. */
  readonly now: Instant;
  /** A day so many days before today; negative = after. */
  readonly ago: (days: number) => string;
  /** The month so many months before this one: `2026-09`. */
  readonly monthAgo: (months: number) => string;
  /** First day of this year, which is never after today. */
  readonly newYear: string;
  /** A day as it is, and today for one that is still to come. */
  readonly notAfterToday: (day: string) => string;
  /** An instant in office hours of a day up to `days` before today. */
  readonly recently: (random: Random, days: number) => Instant;
  /** An instant before everything else that happens in a town. */
  readonly longAgo: (random: Random) => Instant;
  /** Birth day of somebody of this age in whole years. */
  readonly birthDay: (random: Random, age: number) => string;
  /** Age in whole years. */
  readonly ageOn: (birth: string) => number;
  /** Day by which something open must be done: mostly within the next `days`, seldom late. */
  readonly due: (random: Random, days: number) => string;
}

/** Calendar day of an instant, in China. */
export const dayOf = (at: Instant): string => chinaDay(new Date(at));

/** Days seen from this one. @throws when it is no day */
export function daysFrom(today: string): Days {
  const now = Date.parse(`${today}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(now)) throw new Error(`no day: ${today}`);
  const ago = (days: number): string => dayOf(now - days * DAY_MS);
  // 01:00–09:00 UTC is 9:00–17:00 in China.
  const recently = (random: Random, days: number): Instant =>
    now - (1 + random.below(days)) * DAY_MS + HOUR_MS + random.below(8 * HOUR_MS);
  return {
    today,
    year: yearOf(today),
    now,
    ago,
    monthAgo: (months) => monthsAfter(today, -months).slice(0, 7),
    newYear: `${today.slice(0, 4)}-01-01`,
    notAfterToday: (day) => (day > today ? today : day),
    recently,
    longAgo: (random) => recently(random, 1) - 1000 * DAY_MS,
    birthDay: (random, age) => ago(Math.floor(age * 365.2425) + random.below(365)),
    ageOn: (birth) => yearOf(today) - yearOf(birth) - (birth.slice(5) > today.slice(5) ? 1 : 0),
    due(random, days) {
      const drawn = random.fraction();
      if (drawn < LATE.share) return ago(1 + random.below(LATE.most));
      return drawn < LATE.share + TODAY_SHARE ? today : ago(-1 - random.below(days));
    },
  };
}
