import { words, type Localized } from '../localized.ts';
import type { Where } from '../where.ts';

/**
 * Stand as bounds in a filter of a definition for days: the one it is reckoned on and days before it, and the first and the
 * last of the period, without which the bound falls away.
 */
export const dayMarks = {
  today: '$today',
  yesterday: '$yesterday',
  daysAgo: (days: number) => `$today-${String(days)}`,
  /** Last day on which who is this many years old or older was born, and the first of who is younger. */
  bornBy: (years: number) => `$today-${String(years)}y`,
  bornAfter: (years: number) => `$today-${String(years)}y+1`,
  first: '$first',
  last: '$last',
} as const;

/** The sentence of a figure whose formula no source gives: it says so itself. */
export const proposed = (zh: string, en: string): Localized =>
  words(`${zh}（口径待核）`, `${en} (a proposal)`);

interface Defined {
  /** Unique within its ledger, snake_case; names the figure in `zw`, preferences and reports. */
  readonly id: string;
  readonly ledger: string;
  readonly label: Localized;
  /** The sentence printed beside the number: what is counted, and out of what. */
  readonly definition: Localized;
  /**
   * Day or instant field that puts a record into a period. Default: the ledger's `period`. `null`: the records as they
   * stand today, in whatever period they came.
   */
  readonly per?: string | null;
}

/** A rate (率): records among others, as a share. */
export interface Rate extends Defined {
  /** What the numerator and the denominator are called beside their counts: 已结案, 已受理. */
  readonly counted: Localized;
  readonly outOf: Localized;
  /** Counted among those of `denominator`, so that no rate is above 100 %. */
  readonly numerator: Where;
  readonly denominator: Where;
  /**
   * Ledger both are counted in, where it is not the one the rate is told of: households visited, told of visits. Its
   * records are those of today; what happened in a period is asked of the records that link to them, by `dayMarks`.
   */
  readonly countedIn?: string;
}

/** How many records of one ledger come to each of another: issues to a grid worker. */
export interface Ratio extends Defined {
  /** What both are called beside their counts. */
  readonly counted: Localized;
  readonly outOf: Localized;
  /** What the number is in: 宗/人. */
  readonly unit: Localized;
  /** Records of the figure's own ledger. */
  readonly numerator: Where;
  /** Records of another ledger as they stand today, also beside what is counted in an earlier period. */
  readonly denominator: { readonly ledger: string; readonly where: Where };
}

/** A count of some records, or a sum over them, that a report names. */
export interface NamedCount extends Defined {
  readonly where: Where;
  /** Number field that is added up; left out: records are counted. */
  readonly sum?: string;
  /** What is added up, where the field holds several kinds of things. Default: the unit of the field. */
  readonly unit?: Localized;
  /** Whether these are whole things though the field has decimal places. */
  readonly isWhole?: boolean;
}

/** A definition of figures beside the automatic ones. */
export type DefinedFigure =
  | ({ readonly kind: 'rate' } & Rate)
  | ({ readonly kind: 'ratio' } & Ratio)
  | ({ readonly kind: 'count' } & NamedCount);

/** Defines a rate. Fields and values are checked when the definitions are put together (`defined-figures.ts`). */
export const defineRate = (rate: Rate): DefinedFigure => ({ kind: 'rate', ...rate });

/** Defines a ratio of two ledgers. */
export const defineRatio = (ratio: Ratio): DefinedFigure => ({ kind: 'ratio', ...ratio });

/** Defines a count or a sum of some records. */
export const defineCount = (count: NamedCount): DefinedFigure => ({ kind: 'count', ...count });
