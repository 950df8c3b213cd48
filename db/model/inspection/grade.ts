import { dayAfter } from '../calendar/day-arithmetic.ts';
import type { Values } from '../field-kind.ts';

/** Grades of a checked object as in `rental_grade`: green, yellow, orange, red. */
export type Grade = '1' | '2' | '3' | '4';

/** How a check list grades: points from which a grade holds, and days until the next check of each grade. */
export interface GradeScale {
  readonly yellowFrom: number;
  readonly orangeFrom: number;
  readonly redFrom: number;
  /** Days from one check to the next, by grade. */
  readonly days: Readonly<Record<Grade, number>>;
}

/**
 * Used where a check list leaves them open. Green every three weeks and yellow every two is the practice of 深圳龙岗; the
 * others and the points are a proposal.
 */
export const usualScale: GradeScale = {
  yellowFrom: 3,
  orangeFrom: 8,
  redFrom: 15,
  days: { '1': 21, '2': 14, '3': 7, '4': 3 },
};

/** The scale a `check_list` record states. */
export function scaleOf(list: Values): GradeScale {
  const number = (name: string, usual: number): number => {
    const value = list[name];
    return typeof value === 'number' ? value : usual;
  };
  const { yellowFrom, orangeFrom, redFrom, days } = usualScale;
  return {
    yellowFrom: number('yellow_from', yellowFrom),
    orangeFrom: number('orange_from', orangeFrom),
    redFrom: number('red_from', redFrom),
    days: {
      '1': number('green_days', days[1]),
      '2': number('yellow_days', days[2]),
      '3': number('orange_days', days[3]),
      '4': number('red_days', days[4]),
    },
  };
}

/** Grade of an object by the points of what was wrong; a major hazard (重大隐患) makes it orange at least. */
export function gradeOf(points: number, hasMajor: boolean, scale: GradeScale): Grade {
  if (points >= scale.redFrom) return '4';
  if (points >= scale.orangeFrom || hasMajor) return '3';
  return points >= scale.yellowFrom ? '2' : '1';
}

/** Day of the next check after one on `day` (`YYYY-MM-DD`). */
export const nextCheckOf = (day: string, grade: Grade, scale: GradeScale): string =>
  dayAfter(day, scale.days[grade]);
