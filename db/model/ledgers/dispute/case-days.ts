import { dayAfter, yearOf } from '../../calendar/day-arithmetic.ts';

/** Days in which both parties may ask the court to confirm an agreement (人民调解法第三十三条): from the day it takes effect. */
const CONFIRM_DAYS = 30;

/** Last day for the joint application to the court. */
export const confirmLimit = (effective_on: string): string => dayAfter(effective_on, CONFIRM_DAYS);

/**
 * Last day of the month in which a mediation is normally over (人民调解工作若干规定第三十三条): the same day of the next month,
 * or its last day where there is none (民法典第二百零二条).
 */
export function monthLimit(accepted_on: string): string {
  const month = Number(accepted_on.slice(5, 7));
  const year = yearOf(accepted_on) + (month === 12 ? 1 : 0);
  const next = (month % 12) + 1;
  const last = new Date(Date.UTC(year, next, 0)).getUTCDate();
  const date = Math.min(Number(accepted_on.slice(8)), last);
  return `${year}-${String(next).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
