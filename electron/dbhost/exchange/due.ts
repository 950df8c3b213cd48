import type { WorkCalendar } from '../../../db/model/calendar/work-calendar.ts';
import { chinaDay } from '../../../db/model/office-time.ts';

/** A receipt is late when three working days have passed since the package was handed over. */
const PATIENCE_days = 3;

/** When the receipt for a package is due, and whether that day is over. */
export interface Due {
  readonly dueDay: string;
  readonly isOverdue: boolean;
  /** False when a year of the reckoning has no announced holidays. */
  readonly isKnown: boolean;
}

/** Reckons from the moment a package was written; days are those of China. */
export function dueOf(calendar: WorkCalendar, writtenAt: string, now: Date): Due {
  const from = chinaDay(new Date(writtenAt));
  const dueDay = calendar.addWorkingDays(from, PATIENCE_days);
  return { dueDay, isOverdue: chinaDay(now) > dueDay, isKnown: calendar.isKnown(from, dueDay) };
}
