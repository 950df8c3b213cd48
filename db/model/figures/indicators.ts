import type { AnyLedger } from '../define-ledger.ts';
import { words, type Language, type Localized } from '../localized.ts';
import { changeOf, pointsOf, shareOf, type Change } from './change.ts';
import { othersOf } from './defined-figures.ts';
import { figureOf } from './figure-of.ts';

/** One thing statistics say of a ledger: how many, how much, what share. */
export interface Indicator {
  /** `count`, `sum.<field>`, or the id of a defined figure. */
  readonly id: string;
  readonly kind: 'count' | 'sum' | 'rate' | 'ratio';
  readonly label: Localized;
  /** Sentence printed beside the number; `null` where the label says it. */
  readonly definition: Localized | null;
  /** Measure word or unit, of a ratio 宗/人; a rate has none. */
  readonly unit: Localized | null;
  /** Of the records as they stand: there is no period before to compare with. */
  readonly isStanding: boolean;
  /** Other ledgers it counts in: it has lines only by fields they share, see `sharesFields`. */
  readonly others: readonly string[];
  /** What numerator and denominator of a rate or ratio are called; `null`: neither. */
  readonly parts: readonly [counted: Localized, outOf: Localized] | null;
  /** Decimal places the sum is held in, see `FieldKind.digits`. */
  readonly digits: number;
  /** Whether it is shown without the decimal places it is held in. */
  readonly isWhole: boolean;
}

/** Everything statistics say of a ledger, the count of its records first. */
export function indicatorsOf(ledger: AnyLedger): readonly Indicator[] {
  const { period, sums, defined } = figureOf(ledger);
  const isRegister = period === null;
  return [
    {
      id: 'count',
      kind: 'count',
      label: words('总数', 'All'),
      definition: null,
      unit: ledger.counter,
      isStanding: isRegister,
      others: [],
      parts: null,
      digits: 0,
      isWhole: true,
    },
    ...defined.map((figure): Indicator => {
      const { id, label, definition, per } = figure;
      const isStanding = per === undefined ? isRegister : per === null;
      if (figure.kind === 'count' && figure.sum !== undefined) {
        const { unit, isWhole, ...amount } = sumOf(ledger, figure.sum, isStanding);
        return {
          ...amount,
          id,
          label,
          definition,
          unit: figure.unit ?? unit,
          isWhole: figure.isWhole ?? isWhole,
        };
      }
      const shown = { id, kind: figure.kind, label, definition, isStanding, digits: 0, isWhole: true };
      const others = othersOf(figure);
      if (figure.kind === 'count') return { ...shown, others, parts: null, unit: ledger.counter };
      const unit = figure.kind === 'ratio' ? figure.unit : null;
      return { ...shown, others, parts: [figure.counted, figure.outOf], unit };
    }),
    ...sums.map((name) => sumOf(ledger, name, isRegister)),
  ];
}

function sumOf({ fields }: AnyLedger, name: string, isStanding: boolean): Indicator {
  const field = fields[name];
  const label = field?.label ?? words(name, name);
  return {
    id: `sum.${name}`,
    kind: 'sum',
    label: words(`${label.zh}合计`, `${label.en}, total`),
    definition: null,
    unit: field?.unit ?? null,
    isStanding,
    others: [],
    parts: null,
    digits: field?.digits ?? 0,
    isWhole: (field?.digits ?? 0) === 0,
  };
}

/** Measures that make the indicator's number: one, or numerator and denominator. */
export const measureIds = ({ id, kind }: Pick<Indicator, 'id' | 'kind'>): readonly [string, string?] =>
  kind === 'rate' || kind === 'ratio' ? [`${id}.numerator`, `${id}.denominator`] : [id];

/** The indicators whose numbers are among these; under a filter some are not, see `measuresOf`. */
export const indicatorsAmong = (
  ledger: AnyLedger,
  measures: readonly { readonly id: string }[],
): readonly Indicator[] =>
  indicatorsOf(ledger).filter((one) => measures.some(({ id }) => id === measureIds(one)[0]));

/** Number of an indicator from the numbers of its measures; `null`: a rate or ratio of nothing. */
export function indicatorValue(indicator: Indicator, numberOf: (measure: string) => number): number | null {
  const [first, second] = measureIds(indicator);
  return second === undefined ? numberOf(first) : shareOf(numberOf(first), numberOf(second));
}

/** How the indicator's number stands to one before. */
export const indicatorChange = (
  { kind }: Pick<Indicator, 'kind'>,
  now: number | null,
  base: number | null,
): Change => (kind === 'rate' ? pointsOf(now, base) : changeOf(now, base));

/** Unit of a number in words: a rate is of a hundred; some sums have none. */
export const unitText = ({ kind, unit }: Pick<Indicator, 'kind' | 'unit'>, language: Language): string =>
  kind === 'rate' ? '%' : (unit?.[language] ?? '');
