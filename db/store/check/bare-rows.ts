import type { AnyField } from '../../model/define-ledger.ts';
import type { Stored, Value, Values } from '../../model/field-kind.ts';
import type { Connection } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { isInIndex } from '../../model/derive/search-entry.ts';

/** Rows of one slice. */
const SLICE = 500;
/** No row number is above it. */
export const LAST_RID = Number.MAX_SAFE_INTEGER;

/**
 * A row as it stands in its table, nothing decoded: number, id, version, moment of removal, unknown values, and from
 * `firstField` on the stored fields in the order of `BareRows.names`.
 */
export type BareRow = readonly [
  rid: number,
  id: string,
  version: number,
  removedAt: Stored,
  extra: string | null,
  ...stored: Stored[],
];

/** Position of the first stored field in a row. */
export const firstField = 5;

/** Neighbouring rows, and the row numbers they stand for: all above `after`, up to and with `upTo`. */
export interface RowSlice {
  readonly rows: readonly BareRow[];
  readonly after: number;
  readonly upTo: number;
}

interface PlacedField {
  readonly name: string;
  readonly field: AnyField;
  /** Position in a row. */
  readonly place: number;
}

/**
 * Rows of one ledger in bulk: bare arrays instead of decoded records, because a check reads every row of a town and
 * compares nearly all of them as they are stored.
 */
export class BareRows {
  /** Stored fields in the order of their names, as digests take them. */
  readonly names: readonly string[];
  readonly #all: readonly PlacedField[];
  readonly #searched: readonly PlacedField[];
  readonly #next: { all: (after: number) => unknown[] };
  #count = 0;

  constructor(connection: Connection, table: LedgerTable) {
    const stored = table.stored.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    this.names = stored.map(({ name }) => name);
    this.#all = stored.map(({ name, field }, i) => ({ name, field, place: firstField + i }));
    this.#searched = this.#all.filter(({ field }) => isInIndex(field));
    const columns = ['rid', 'id', 'version', 'removed_at', 'extra', ...this.names];
    this.#next = connection.raw
      .prepare<[number]>(
        `SELECT ${columns.join(', ')} FROM ${table.ledger.id} WHERE rid > ? ORDER BY rid LIMIT ${SLICE}`,
      )
      .raw();
  }

  /** Rows read so far. */
  get count(): number {
    return this.#count;
  }

  /** The next slice; one that ends at `LAST_RID` is the last. */
  sliceAfter(after: number): RowSlice {
    // The columns named above, in a STRICT table.
    const rows = this.#next.all(after) as BareRow[];
    this.#count += rows.length;
    return { rows, after, upTo: rows.length < SLICE ? LAST_RID : (rows.at(-1)?.[0] ?? LAST_RID) };
  }

  /** Decoded values of all fields; empty ones are `null`. */
  values(row: BareRow): Values {
    return this.#decoded(row, this.#all);
  }

  /** Decoded values of the fields that go to the search index. */
  searchedValues(row: BareRow): Values {
    return this.#decoded(row, this.#searched);
  }

  #decoded(row: BareRow, fields: readonly PlacedField[]): Values {
    const values: Record<string, Value> = {};
    for (const { name, field, place } of fields) {
      const stored = row[place] ?? null;
      // Decoded by its own field, so a value of that field.
      values[name] = stored === null ? null : (field.decode(stored) as Value);
    }
    return values;
  }
}
