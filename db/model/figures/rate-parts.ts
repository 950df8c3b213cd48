import type { AnyLedger } from '../define-ledger.ts';
import type { Language } from '../localized.ts';
import type { Where } from '../where.ts';
import type { CountedPart, RateParts } from './figure-text.ts';
import { measureIds, type Indicator } from './indicators.ts';
import { countedIn, numberWhere, type LineOf, type Measure } from './number-where.ts';
import type { Span } from './period.ts';

/** One of the counts a rate is made of, and the filter of the rows it counts. */
export interface FigurePart extends CountedPart {
  readonly ledger: string;
  readonly where: Where;
}

/** Where a number of a ledger stands: its period, its line, and what the records were filtered by before. */
export interface NumberPlace {
  readonly base: Where;
  readonly span: Span | null;
  readonly line: LineOf | null;
}

/** The two counts of a rate or ratio in a period and line; `null`: the indicator is neither. */
export function ratePartsOf(
  { ledger, indicator, language }: Rated,
  { measures, numbers }: { readonly measures: readonly Measure[]; readonly numbers: readonly number[] },
  place: NumberPlace,
): RateParts<FigurePart> | null {
  const [counted, outOf] = indicator.parts ?? [];
  const [first, second] = measureIds(indicator);
  if (counted === undefined || outOf === undefined || second === undefined) return null;
  const part = (id: string, label: string): FigurePart[] => {
    const at = measures.findIndex((one) => one.id === id);
    const measure = measures[at];
    if (measure === undefined) return [];
    const counted = countedIn(ledger, measure);
    const unit = counted.counter[language];
    const where = numberWhere(ledger, measure, place);
    return [{ ledger: counted.id, label, unit, count: numbers[at] ?? 0, where }];
  };
  return { numerator: part(first, counted[language]), denominator: part(second, outOf[language]) };
}

/** Whose rate it is, and the language its counts are called in. */
interface Rated {
  readonly ledger: AnyLedger;
  readonly indicator: Indicator;
  readonly language: Language;
}
