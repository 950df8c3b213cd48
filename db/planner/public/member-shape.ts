import type { Instance } from './instance.ts';

/**
 * What one member of staff can work, prepared for the searches: shifts renumbered to those allowed, minutes in the largest
 * unit that measures them all, and every run of work days that fits between the rests.
 */
export interface MemberShape {
  readonly member: number;
  readonly days: number;
  /** Indices of the shifts the member may work, ascending; the rest of the shape counts in positions of this list. */
  readonly shifts: readonly number[];
  /** Length of each shift in units. */
  readonly lengths: readonly number[];
  /** For each shift, those that may be worked the day before. */
  readonly before: readonly (readonly number[])[];
  /** Most times for each shift; infinite where the horizon cannot reach it. */
  readonly most: readonly number[];
  readonly minUnits: number;
  readonly maxUnits: number;
  readonly maxWeekends: number;
  readonly maxRun: number;
  readonly minRun: number;
  /** Days off after a run before the next may start, at least 1. */
  readonly rest: number;
  /** `canWork[day]`. */
  readonly canWork: readonly boolean[];
}

/** Prepares the member. */
export function memberShape(instance: Instance, index: number): MemberShape {
  const member = instance.staff[index];
  if (!member) throw new RangeError(`no member ${String(index)}`);
  const shifts = instance.shifts.flatMap((_, at) => ((member.most[at] ?? 0) > 0 ? [at] : []));
  const minutes = shifts.map((at) => instance.shifts[at]?.minutes ?? 0);
  const unit = minutes.reduce(greatestDivisor, 0) || 1;
  const lengths = minutes.map((length) => length / unit);
  const shortest = Math.max(1, Math.min(...lengths));
  const reach = Math.min(instance.days, Math.floor(member.maxMinutes / unit / shortest));
  return {
    member: index,
    days: instance.days,
    shifts,
    lengths,
    before: shifts.map((shift) =>
      shifts.flatMap((other, at) => (instance.shifts[other]?.notNext.includes(shift) === true ? [] : [at])),
    ),
    most: shifts.map((at) => ((member.most[at] ?? 0) >= reach ? Infinity : (member.most[at] ?? 0))),
    minUnits: Math.ceil(member.minMinutes / unit),
    maxUnits: Math.min(Math.floor(member.maxMinutes / unit), instance.days * Math.max(...lengths, 0)),
    maxWeekends: Math.min(member.maxWeekends, Math.ceil(instance.days / 7)),
    maxRun: Math.min(member.maxRun, instance.days),
    minRun: member.minRun,
    rest: Math.max(1, member.minRest),
    canWork: Array.from({ length: instance.days }, (_, day) => !member.daysOff.has(day)),
  };
}

/** Whether a run of work may be this long; at the edge of the horizon it may be short. */
export function isRunLong(shape: MemberShape, { start, length }: Run): boolean {
  return length >= shape.minRun || start === 0 || start + length === shape.days;
}

/** First day on which the next run may begin; the last rest may reach over the end of the horizon. */
export function dayAfterRest(shape: MemberShape, { start, length }: Run): number {
  return Math.min(shape.days, start + length + shape.rest);
}

/** Consecutive days of work. */
export interface Run {
  readonly start: number;
  readonly length: number;
}

/** Weekends (Saturday and Sunday are days 5 and 6 of a week) a run of work touches. */
export function weekendsTouched({ start, length }: Run): number {
  const SATURDAY = 5;
  const end = start + length;
  let count = 0;
  for (let saturday = Math.floor(start / 7) * 7 + SATURDAY; saturday < end; saturday += 7)
    if (saturday + 1 >= start) count += 1;
  return count;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
