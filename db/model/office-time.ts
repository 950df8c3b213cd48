/**
 * China has kept one time, UTC+8, without summer time since 1992. The office's day begins there, whatever zone the
 * computer was left in.
 */
export const chinaAhead_ms = 8 * 3_600_000;

/** Wall clock in China at a moment, as ISO text without a zone: `2026-11-23T08:30:00.000`. */
export const chinaClock = (at: Date): string =>
  new Date(at.getTime() + chinaAhead_ms).toISOString().slice(0, -1);

/** The day it is in China, `YYYY-MM-DD`. */
export const chinaDay = (at: Date): string => chinaClock(at).slice(0, 10);

/** Day and minute as printed on paper: `2026-11-23 08:30`. */
export const chinaMinute = (at: Date): string => chinaClock(at).slice(0, 16).replace('T', ' ');

/** The moment it is so many minutes after midnight of a day in China; 1440 minutes are 24:00. */
export const chinaInstant = (day: string, minute = 0): Date =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - chinaAhead_ms + minute * 60_000);

/** First moment of a day in China, UTC ISO text. */
export const chinaDayStart = (day: string): string => chinaInstant(day).toISOString();

/** Last millisecond of a day in China, UTC ISO text. */
export const chinaDayEnd = (day: string): string =>
  new Date(chinaInstant(day, 1440).getTime() - 1).toISOString();
