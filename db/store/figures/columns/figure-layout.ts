import { createHash } from 'node:crypto';
import { figureComparisons, figureFields } from '../../../model/figures/figure-of.ts';
import { removedKey, type Comparison } from '../../../model/where.ts';
import type { LedgerTable } from '../../repository/ledger-table.ts';
import { compileWhere } from '../../repository/where.ts';

/** What figures look at in a record, kept apart from it as a short number for each different value. */
export interface FigureColumn {
  /** Of the field, or of the comparison it stands for. */
  readonly name: string;
  /** What is read of a row. */
  readonly sql: string;
  readonly type: 'TEXT' | 'INTEGER' | 'REAL';
  /** Of instants only the day in China is kept. */
  readonly isDay: boolean;
}

/** The columns of one ledger. */
export interface FigureLayout {
  readonly byName: ReadonlyMap<string, FigureColumn>;
  /** Told apart from columns that other definitions, or another version of this program, made. */
  readonly digest: string;
}

/** Row numbers that share a block of each column, from a multiple of it on. A block is written as a whole. */
export const BLOCK_ROWS = 65_536;

/** The block a row is in. */
export const blockOf = (rid: number): number => Math.floor(rid / BLOCK_ROWS);

/** Rows of a block there can be, where this is the highest row number. */
export const rowsIn = (block: number, highest: number): number =>
  Math.min(BLOCK_ROWS, highest + 1 - block * BLOCK_ROWS);

/** Changed with the way values become numbers. */
const VERSION = 1;

/** Holds 1 for records that were not removed. */
export const currentColumn: FigureColumn = {
  name: '$current',
  sql: 'CASE WHEN removed_at IS NULL THEN 1 END',
  type: 'INTEGER',
  isDay: false,
};

/** Stands for the numbers of the rows themselves; in no file. */
export const rowColumn: FigureColumn = { name: '$row', sql: 'rid', type: 'INTEGER', isDay: false };

/** Name of the column that holds 1 where a comparison of two fields is true. */
export const comparisonName = ({ field, how, other }: Comparison): string => `${field} ${how} ${other}`;

/** Derives the columns from what the figures of a ledger look at. */
export function figureLayout(table: LedgerTable): FigureLayout {
  const columns = [currentColumn, ...fieldColumns(table), ...comparisonColumns(table)];
  const digest = createHash('sha256')
    .update(JSON.stringify([VERSION, BLOCK_ROWS, columns]))
    .digest('hex')
    .slice(0, 16);
  return { byName: new Map(columns.map((column) => [column.name, column])), digest };
}

const fieldColumns = ({ ledger }: LedgerTable): readonly FigureColumn[] =>
  figureFields(ledger).flatMap((name): FigureColumn[] => {
    const field = ledger.fields[name];
    if (field === undefined || field.storage === null) return [];
    return [{ name, sql: name, type: field.storage, isDay: field.kind === 'instant' }];
  });

const comparisonColumns = (table: LedgerTable): readonly FigureColumn[] =>
  figureComparisons(table.ledger).map((comparison) => {
    const { field, how, other } = comparison;
    const { fieldsSql } = compileWhere(table, { [field]: { [how]: other }, [removedKey]: 'any' });
    return { name: comparisonName(comparison), sql: fieldsSql, type: 'INTEGER', isDay: false };
  });
