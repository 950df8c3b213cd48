import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { measureIds, type Indicator } from '../../../db/model/figures/indicators.ts';
import { measuresOf, numberWhere, type LineOf } from '../../../db/model/figures/number-where.ts';
import type { Span } from '../../../db/model/figures/period.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { useNavigation } from '../../app/navigation.ts';
import { listWhere } from './list-where.ts';

export type FigureTable = Output<'figure.table'>;

/** Whose rows are meant: an indicator of a line in a period. A rate has two sets of rows. */
export interface RowsOf {
  readonly indicator: Indicator;
  readonly span: Span | null;
  readonly line: LineOf | null;
  readonly part?: 'numerator' | 'denominator';
}

/** Opens the list of exactly the records a number counts. @param today day the numbers were reckoned on */
export function useOpenRows(ledger: AnyLedger, today: string): (rows: RowsOf) => void {
  const navigation = useNavigation();
  return ({ indicator, span, line, part = 'numerator' }) => {
    const [first, second] = measureIds(indicator);
    const wanted = part === 'denominator' ? (second ?? first) : first;
    const measure = measuresOf(ledger, today).find(({ id }) => id === wanted);
    if (measure === undefined) return;
    const where = numberWhere(ledger, measure, { base: {}, span, line });
    navigation.openList(ledger.id, { where: listWhere(where) });
  };
}
