import type { Values } from '../../field-kind.ts';
import type { GradeRule, Indicator, LabourScale } from './labour-scale.ts';
import { readNumberOf } from './labour-values.ts';

/** What an assessment comes to. */
export interface LabourResult {
  /** 0..100 */
  readonly score: number;
  /** Names of the vetoes that hold; they raise the grade. */
  readonly vetoes: readonly string[];
  readonly grade: string;
  readonly rule: GradeRule | null;
}

/** Score and grade of indicator values; pure. `extra` are points added or taken off by hand. */
export function labourScore(values: Values, scale: LabourScale, extra = 0): LabourResult {
  const points = scale.indicators.reduce(
    (sum, one) => sum + pointsOf(one, readNumberOf(values, one.item)),
    extra,
  );
  const score = Math.min(100, Math.max(0, Math.round(points)));
  const held = scale.vetoes.filter(({ when }) =>
    when.every(([item, from]) => (readNumberOf(values, item) ?? -Infinity) >= from),
  );
  const byScore = scale.grades.filter(({ from_score }) => score >= from_score);
  const grades = [...byScore.map(({ grade }) => grade), ...held.map(({ grade }) => grade), '1'];
  const grade = grades.toSorted((a, b) => Number(b) - Number(a))[0] ?? '1';
  const rule = scale.grades.find((one) => one.grade === grade) ?? null;
  return { score, vetoes: held.map(({ name }) => name), grade, rule };
}

/** Points of one value; nothing entered counts nothing. */
function pointsOf({ weight, half_from, full_from }: Indicator, value: number | null): number {
  if (value === null) return 0;
  if (value >= full_from) return weight;
  return half_from !== null && value >= half_from ? weight / 2 : 0;
}
