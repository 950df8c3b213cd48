import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { linkingLedger } from '../../../db/model/filter-names.ts';
import { namedLink } from '../../../db/model/where.ts';
import type { Where } from '../../app/tab-target.ts';
import { VIEWS } from '../../data/index.ts';
import { shownFields } from '../definition.ts';

/** A column of a list as the user left it. */
export interface ListColumn {
  readonly field: string;
  /** Pixels; absent = the first width of the field's kind. */
  readonly width?: number;
}

/** What a saved view keeps: columns, filter and order. */
export interface ListView {
  readonly columns: readonly ListColumn[];
  readonly where: Where;
  /** `field`, `-field`, or `null` for the ledger's own order. */
  readonly sort: string | null;
  /** Taken when the list is opened without a filter of its own. */
  readonly isDefault: boolean;
}

/** Preference key of a named view; the empty name keeps the columns as last used. */
export const viewKey = (ledger: string, name: string): string => `${VIEWS}${ledger}.${name}`;

/** The list as a ledger defines it. */
export function firstView(ledger: AnyLedger): ListView {
  return { columns: ledger.list.map((field) => ({ field })), where: {}, sort: null, isDefault: false };
}

/**
 * Reads a saved view back. Fields that no longer exist are dropped, so that a view outlives a new version of its ledger;
 * anything unreadable falls back to the ledger's own list.
 */
export function readView(ledger: AnyLedger, saved: unknown): ListView {
  const first = firstView(ledger);
  if (!isObject(saved)) return first;
  const known = new Set(shownFields(ledger).map(({ name }) => name));
  const columns = readColumns(saved['columns']).filter((column) => known.has(column.field));
  const where = isObject(saved['where']) ? saved['where'] : {};
  const sort =
    typeof saved['sort'] === 'string' && known.has(saved['sort'].replace(/^-/, '')) ? saved['sort'] : null;
  return {
    columns: columns.length === 0 ? first.columns : columns,
    // What was saved was a `Where`; the data process checks it again whenever it is asked.
    where: Object.fromEntries(
      Object.entries(where).filter(([name]) => known.has(name) || isLinked(ledger, name)),
    ) as Where,
    sort,
    isDefault: saved['isDefault'] === true,
  };
}

function isLinked(ledger: AnyLedger, key: string): boolean {
  const named = namedLink(key);
  return named !== null && linkingLedger(ledger, named) !== null;
}

function readColumns(saved: unknown): readonly ListColumn[] {
  if (!Array.isArray(saved)) return [];
  return saved.flatMap((column: unknown) => {
    if (!isObject(column) || typeof column['field'] !== 'string') return [];
    const { field, width } = column;
    return [typeof width === 'number' ? { field, width } : { field }];
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
