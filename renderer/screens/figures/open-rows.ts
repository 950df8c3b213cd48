import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { CountedPart, RateParts } from '../../../db/model/figures/figure-text.ts';
import { measureIds, type Indicator } from '../../../db/model/figures/indicators.ts';
import { measuresOf, numberWhere, type LineOf } from '../../../db/model/figures/number-where.ts';
import type { Span } from '../../../db/model/figures/period.ts';
import type { FigurePart } from '../../../db/model/figures/rate-parts.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { useNavigation } from '../../app/navigation.ts';
import type { Where } from '../../app/tab-target.ts';
import { listWhere } from './list-where.ts';

export type FigureTable = Output<'figure.table'>;

/** Whose rows are meant: a count or a sum of a line in a period. */
export interface RowsOf {
  readonly indicator: Indicator;
  readonly span: Span | null;
  readonly line: LineOf | null;
}

/** Opens the list of exactly the records a number counts. @param today day the numbers were reckoned on */
export function useOpenRows(ledger: AnyLedger, today: string): (rows: RowsOf) => void {
  const navigation = useNavigation();
  return ({ indicator, span, line }) => {
    const [wanted] = measureIds(indicator);
    const measure = measuresOf(ledger, today).find(({ id }) => id === wanted);
    if (measure === undefined) return;
    const where = numberWhere(ledger, measure, { base: {}, span, line });
    navigation.openList(ledger.id, { where: listWhere(where) });
  };
}

/** One of the counts a rate is made of, with the list it opens. */
export interface ShownPart extends CountedPart {
  readonly ledger: string;
  readonly where: Where;
}

/** Opens the rows of a count. */
export function useOpenPart(): (part: Pick<ShownPart, 'ledger' | 'where'>) => void {
  const navigation = useNavigation();
  return ({ ledger, where }) => navigation.openList(ledger, { where });
}

/** The counts of a rate with their filters as lists take them. */
export function shownParts(parts: RateParts<FigurePart> | null): RateParts<ShownPart> | null {
  if (parts === null) return null;
  const shown = (part: FigurePart): ShownPart => ({ ...part, where: listWhere(part.where) });
  return { numerator: parts.numerator.map(shown), denominator: parts.denominator.map(shown) };
}
