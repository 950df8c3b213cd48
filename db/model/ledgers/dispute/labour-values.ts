import type { Values } from '../../field-kind.ts';
import { labourItemFields } from './labour-items.ts';
import type { GradeRule, Indicator, LabourScale, Veto } from './labour-scale.ts';

/** Value of an indicator as written in the form: yes is 1, money in yuan; `null` = not entered. */
export function readNumberOf(values: Values, item: string): number | null {
  const value = values[item];
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'number') return null;
  const digits = Object.hasOwn(labourItemFields, item) ? digitsOf(item) : 0;
  return value / 10 ** digits;
}

function digitsOf(item: string): number {
  const fields: Readonly<Record<string, { readonly digits?: number }>> = labourItemFields;
  return fields[item]?.digits ?? 0;
}

/** Rows of the three ledgers that hold the scale. */
export interface ScaleRows {
  readonly indicators: readonly Values[];
  readonly vetoes: readonly Values[];
  readonly grades: readonly Values[];
}

/** Decimal places of thresholds in `labour_indicator` and `labour_veto`. */
export const thresholdDigits = 2;

/**
 * The scale of a day: rows valid on it, and where a ledger has none for it the shipped one. A row valid later replaces
 * nothing before its day, so that old assessments keep what they were judged by.
 */
export function scaleOn(day: string, rows: ScaleRows, shipped: LabourScale): LabourScale {
  const indicators = validOn(day, rows.indicators).map(readIndicator);
  const vetoes = validOn(day, rows.vetoes).map(readVeto);
  const grades = validOn(day, rows.grades).map(readGrade);
  return {
    indicators: indicators.length > 0 ? indicators : shipped.indicators,
    vetoes: rows.vetoes.length > 0 ? vetoes : shipped.vetoes,
    grades: grades.length > 0 ? grades : shipped.grades,
  };
}

function validOn(day: string, rows: readonly Values[]): readonly Values[] {
  return rows.filter(({ valid_from: from, valid_to: to }) => {
    const isBegun = typeof from !== 'string' || from <= day;
    return isBegun && (typeof to !== 'string' || to >= day);
  });
}

const threshold = (value: Values[string] | undefined): number | null =>
  typeof value === 'number' ? value / 10 ** thresholdDigits : null;

function readIndicator(row: Values): Indicator {
  return {
    item: String(row['item']),
    weight: Number(row['weight']),
    half_from: threshold(row['half_from']),
    full_from: threshold(row['full_from']) ?? Infinity,
  };
}

function readVeto(row: Values): Veto {
  const when = (['first', 'second'] as const).flatMap((which): [string, number][] => {
    const [item, from] = [row[`${which}_item`], threshold(row[`${which}_from`])];
    return typeof item === 'string' && from !== null ? [[item, from]] : [];
  });
  return { name: String(row['name']), when, grade: String(row['grade']) };
}

function readGrade(row: Values): GradeRule {
  return {
    grade: String(row['grade']),
    from_score: Number(row['from_score']),
    every: typeof row['every'] === 'number' ? row['every'] : null,
    unit: typeof row['unit'] === 'string' ? row['unit'] : null,
    duty: typeof row['duty'] === 'string' ? row['duty'] : '',
  };
}
