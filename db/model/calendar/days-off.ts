import type { Localized } from '../localized.ts';
import { dayAfter } from './day-arithmetic.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** Days that follow each other: a holiday with its names, or make-up days. Days are ISO text, both ends included. */
export interface DayRun {
  readonly from: string;
  readonly to: string;
  /** In the order of their days, each once. National Day and Mid-Autumn may be one run. Empty for an unnamed day. */
  readonly names: readonly Localized[];
}

/** The days of a stretch of time that are not plain working days. */
export interface SpecialDays {
  readonly holidays: readonly DayRun[];
  /** Weekends worked, with the holiday they make up for. */
  readonly makeUpDays: readonly DayRun[];
  /** Weekends and days the office set off without a name. */
  readonly restDays: number;
}

/** Special days from one day to another, both included, but for days `isLeftOut` names. */
export function specialDays(
  calendar: WorkCalendar,
  [from, to]: readonly [string, string],
  isLeftOut: (day: string) => boolean = () => false,
): SpecialDays {
  const days = daysFrom(from, to).filter((day) => !isLeftOut(day));
  const ofKind = (kind: string) => days.filter((day) => calendar.kindOf(day) === kind);
  return {
    holidays: runsOf(ofKind('holiday'), calendar),
    makeUpDays: runsOf(ofKind('make-up'), calendar),
    restDays: ofKind('weekend').length,
  };
}

/** All days from one to another, both included. */
export function daysFrom(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
}

function runsOf(days: readonly string[], calendar: WorkCalendar): readonly DayRun[] {
  const runs: DayRun[] = [];
  for (const day of days) {
    const name = calendar.nameOf(day);
    const last = runs.at(-1);
    if (last === undefined || dayAfter(last.to, 1) !== day)
      runs.push({ from: day, to: day, names: name === null ? [] : [name] });
    else {
      const isNew = name !== null && last.names.every(({ zh }) => zh !== name.zh);
      runs[runs.length - 1] = { ...last, to: day, names: isNew ? [...last.names, name] : last.names };
    }
  }
  return runs;
}
