import type { Frame, FrameDay } from './frame.ts';

/** Adjacent days of one class other than `workday`: a weekend, a holiday, a Spring Festival. */
export function restRunsOf(frame: Frame): readonly (readonly FrameDay[])[] {
  const runs: FrameDay[][] = [];
  for (const day of frame.days) {
    if (day.class === 'workday') continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last?.index === day.index - 1 && last.class === day.class) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** Date of the Saturday before the first day, when the first day is the Sunday of one weekend with it. */
export function saturdayBefore(run: readonly FrameDay[]): number | null {
  const [first] = run;
  if (first === undefined || first.index > 0) return null;
  return first.weekday === 0 && first.class === 'restday' ? first.number - 1 : null;
}
