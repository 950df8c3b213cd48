import { dayAfter } from '../calendar/day-arithmetic.ts';
import {
  officeMinutesAfter,
  officeMinutesBetween,
  openingAt,
  WORK_DAY_MINUTES,
} from '../calendar/office-hours.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { chinaDay, chinaInstant } from '../office-time.ts';
import type { Limit, LimitUnit } from './limit.ts';

const MINUTE_MS = 60_000;

/** When a limit ends, and what was reckoned with. */
export interface Deadline {
  /** Last moment in time: in office hours for `work-hour` and `work-day`, 23:59:59.999 China time for `day` and `month`. */
  readonly due: Date;
  /**
   * When counting began: the next opening for a start outside office hours (`work-hour`, `work-day`), the beginning of
   * the next day for `day` and `month` (民法典 §201), the start itself for `minute`.
   */
  readonly from: Date;
  /** False while the holidays of a year the limit runs through are not announced; `due` may then still move. */
  readonly isKnown: boolean;
}

/** How a limit is counted: its unit and the calendar of the town. */
export interface Counting {
  readonly unit: LimitUnit;
  readonly calendar: WorkCalendar;
}

/** Minutes of office time of a unit that runs through office hours. */
const officeMinutes = { 'work-hour': 60, 'work-day': WORK_DAY_MINUTES } as const;

/** True for limits that run through office hours only. */
export const isWorking = (unit: LimitUnit): unit is keyof typeof officeMinutes => unit in officeMinutes;

/**
 * The deadline of a limit that begins at a moment.
 *
 * A working day is 420 office minutes, so three working days from a Wednesday 16:20 end on the third working day after
 * it at 16:20. Days and months follow 民法典 §§200–203: the first day is not counted; a month ends with the day of the
 * same number, or the last of a shorter month; a period whose last day is a day off ends with the next working day, 24:00.
 */
export function deadlineOf(limit: Limit, from: Date, calendar: WorkCalendar): Deadline {
  const { amount, unit } = limit;
  if (unit === 'minute') return { due: new Date(from.getTime() + amount * MINUTE_MS), from, isKnown: true };
  const { begins, due } = isWorking(unit)
    ? workingTime(amount * officeMinutes[unit], from, calendar)
    : civilTime({ amount, unit }, from, calendar);
  return { due, from: begins, isKnown: calendar.isKnown(chinaDay(from), chinaDay(due)) };
}

/**
 * Whole time left at a moment, to be kept while a limit is on hold: clock minutes (`minute`), office minutes
 * (`work-hour`, `work-day`), or days (`day`, `month`). A begun minute counts whole. Negative when the deadline is past.
 */
export function timeLeft(due: Date, at: Date, { unit, calendar }: Counting): number {
  if (unit === 'minute') return Math.ceil((due.getTime() - at.getTime()) / MINUTE_MS);
  if (isWorking(unit)) return Math.ceil(officeMinutesBetween(calendar, at, due));
  return daysBetween(chinaDay(at), chinaDay(due));
}

/** The deadline of a limit that goes on at a moment with `left` of its time, as `timeLeft` told it. */
export function resumedDeadline(left: number, at: Date, { unit, calendar }: Counting): Date {
  if (unit === 'minute') return new Date(at.getTime() + left * MINUTE_MS);
  if (isWorking(unit)) return officeMinutesAfter(calendar, at, left);
  return endOf(workingDayFrom(dayAfter(chinaDay(at), left), calendar));
}

/** Last day of a civil period before a day off moves it. */
export function lastDayOf(limit: Limit, from: Date): string {
  const first = chinaDay(from);
  return limit.unit === 'month' ? monthsAfter(first, limit.amount) : dayAfter(first, limit.amount);
}

function workingTime(minutes: number, from: Date, calendar: WorkCalendar): { begins: Date; due: Date } {
  const begins = openingAt(calendar, from);
  return { begins, due: officeMinutesAfter(calendar, begins, minutes) };
}

function civilTime(limit: Limit, from: Date, calendar: WorkCalendar): { begins: Date; due: Date } {
  const begins = chinaInstant(dayAfter(chinaDay(from), 1));
  return { begins, due: endOf(workingDayFrom(lastDayOf(limit, from), calendar)) };
}

/** The day itself, or the working day after days off (民法典 §203). */
const workingDayFrom = (day: string, calendar: WorkCalendar): string =>
  calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, 1);

const endOf = (day: string): Date => new Date(chinaInstant(day, 1440).getTime() - 1);

/** 民法典 §202: the day of the same number; a month without it ends the period with its last day. */
function monthsAfter(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), index % 12];
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const number = Math.min(Number(day.slice(8)), length);
  return new Date(Date.UTC(year, month, number)).toISOString().slice(0, 10);
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / (1440 * MINUTE_MS));
