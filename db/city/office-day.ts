/** China has one time zone and no summer time (UTC+8); the office's day begins there whatever the clock is set to. */
const OFFICE_OFFSET_MS = 8 * 3600 * 1000;

/** Today in the office's calendar, `YYYY-MM-DD`. */
export const officeDay = (now: Date): string =>
  new Date(now.getTime() + OFFICE_OFFSET_MS).toISOString().slice(0, 10);
