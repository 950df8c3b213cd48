import { dayAfter } from '../../calendar/day-arithmetic.ts';
import type { Values } from '../../field-kind.ts';

/** Colours of the risk that a dispute turns into a crime (民转刑), codes of table `dispute_risk_level`. */
export type RiskLevel = '1' | '2' | '3' | '4';

/** Points from which a colour holds, and days between two follow-ups. Proposals: the town's own paper was not found. */
export const riskLevels: readonly {
  readonly level: RiskLevel;
  readonly from_points: number;
  /** `null` = no follow-up. Red is followed up weekly until it is taken off (民转刑 mechanism). */
  readonly every_days: number | null;
}[] = [
  { level: '1', from_points: 10, every_days: 7 },
  { level: '2', from_points: 6, every_days: 15 },
  { level: '3', from_points: 3, every_days: 30 },
  { level: '4', from_points: 1, every_days: null },
];

/** A criterion as the town keeps it in ledger `dispute_risk_criterion`. */
export interface RiskCriterion {
  /** Code of table `dispute_risk_factor`. */
  readonly factor: string;
  readonly points: number;
  /** Colour it makes at least, whatever the sum. */
  readonly least: RiskLevel | null;
}

/** Points of the factors until the town enters its own. Proposals. */
export const proposedCriteria: readonly RiskCriterion[] = [
  { factor: '01', points: 4, least: '3' },
  { factor: '02', points: 6, least: '1' },
  { factor: '03', points: 4, least: null },
  { factor: '04', points: 5, least: '1' },
  { factor: '05', points: 3, least: null },
  { factor: '06', points: 2, least: null },
  { factor: '07', points: 3, least: null },
  { factor: '08', points: 4, least: '2' },
];

/** Sum of the points and colour of some factors; pure. No factor, no colour. */
export function riskOf(
  factors: readonly string[],
  criteria: readonly RiskCriterion[],
): { readonly score: number; readonly level: RiskLevel | null } {
  const met = factors.flatMap((factor) => criteria.find((one) => one.factor === factor) ?? []);
  const score = met.reduce((sum, { points }) => sum + points, 0);
  const bySum = riskLevels.find(({ from_points }) => score >= from_points)?.level ?? null;
  const least = met.flatMap((one) => one.least ?? []);
  // Codes rise from red to blue.
  const [level = null] = [...(bySum === null ? [] : [bySum]), ...least].toSorted();
  return { score, level };
}

/** The town's criteria, and the proposed ones for factors it has not entered. */
export function criteriaOf(rows: readonly Values[]): readonly RiskCriterion[] {
  const own = rows.flatMap((row): RiskCriterion[] => {
    const { factor, points, least } = row;
    return typeof factor === 'string' && typeof points === 'number'
      ? [{ factor, points, least: levelOf(least ?? null) }]
      : [];
  });
  const known = new Set(own.map(({ factor }) => factor));
  return [...own, ...proposedCriteria.filter(({ factor }) => !known.has(factor))];
}

/** Day of the next follow-up: so many days after the last, or after the risk was found; `null` where none is due. */
export function nextFollowUp(level: RiskLevel | null, last: string | null): string | null {
  const every = riskLevels.find((one) => one.level === level)?.every_days ?? null;
  return every === null || last === null ? null : dayAfter(last, every);
}

const levelOf = (value: Values[string]): RiskLevel | null =>
  riskLevels.find(({ level }) => level === value)?.level ?? null;
