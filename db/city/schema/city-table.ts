import { createHash } from 'node:crypto';
import { type AnyField, type AnyLedger, isLink } from '../../model/define-ledger.ts';

/** A field that has a column. */
export interface CityField {
  readonly name: string;
  /** The name in SQL: a definition may use a word PostgreSQL reserves. */
  readonly column: string;
  readonly field: AnyField;
  readonly type: string;
  /** Its place in the mask of given fields. */
  readonly bit: number;
  /** Ledger it points into. */
  readonly target: string | null;
}

export interface CityIndex {
  readonly name: string;
  readonly columns: readonly string[];
  readonly where: string;
}

/** One ledger's table in the city, derived from its definition. */
export interface CityTable {
  readonly ledger: AnyLedger;
  /** Id of the ledger, as records and registers name it. */
  readonly name: string;
  /** Name of the table, and head of the names of its parts. */
  readonly base: string;
  /** The table in SQL. */
  readonly relation: string;
  readonly fields: readonly CityField[];
  readonly fieldByName: ReadonlyMap<string, CityField>;
  readonly indexes: readonly CityIndex[];
  /** Columns of the natural key, as in SQL; empty when there is none. */
  readonly key: readonly string[];
  /** False when the natural key names a record of the town itself, so that no other town can have the same. */
  readonly isKeyShared: boolean;
}

/**
 * Columns every table has beside its fields. No field name begins with an underscore, so none can be taken.
 * `_clock_*`: clock of every value not named in `_clocks`, which is the creation. `_newest_at`: latest reading in the row.
 */
export const cityColumns = [
  '_town text COLLATE "C" NOT NULL',
  'id text COLLATE "C" NOT NULL',
  'version integer NOT NULL DEFAULT 1',
  'created_at timestamptz NOT NULL',
  'updated_at timestamptz NOT NULL',
  'removed_at timestamptz',
  'removed_reason text',
  '_clock_at bigint NOT NULL',
  '_clock_node text COLLATE "C" NOT NULL',
  '_newest_at bigint NOT NULL',
  '_removal_at bigint',
  '_removal_node text COLLATE "C"',
  '_author text NOT NULL',
  '_arrival bigint NOT NULL',
  '_clocks jsonb',
  'extra jsonb',
] as const;

const types = { TEXT: 'text COLLATE "C"', INTEGER: 'bigint', REAL: 'double precision' } as const;

/**
 * Derives the table from the definition: same names and kinds of columns as in a town's file. `base`: its name where that
 * is not the ledger's.
 */
export function cityTable(ledger: AnyLedger, base: string = ledger.id): CityTable {
  const fields = Object.entries(ledger.fields)
    .flatMap(([name, field]) => (field.storage === null ? [] : [{ name, field, storage: field.storage }]))
    .map(({ name, field, storage }, bit): CityField => ({
      name,
      column: `"${name}"`,
      field,
      type: types[storage],
      bit,
      target: isLink(field) && field.target !== undefined ? field.target : null,
    }));
  const fieldByName = new Map(fields.map((field) => [field.name, field]));
  return {
    ledger,
    name: ledger.id,
    base,
    relation: `"${base}"`,
    fields,
    fieldByName,
    indexes: indexesOf(ledger, fields, base),
    key: ledger.naturalKey.map((name) => `"${name}"`),
    isKeyShared: ledger.naturalKey.every((name) => fieldByName.get(name)?.target === null),
  };
}

interface Wanted {
  readonly columns: readonly string[];
  readonly onlyFilled: boolean;
}

/** The indexes of the definition, the town in front. An index that begins like a wanted one serves it too. */
function indexesOf(ledger: AnyLedger, fields: readonly CityField[], base: string): readonly CityIndex[] {
  const indexed = fields.filter(({ field }) => field.indexed === true).map(({ name }) => [name]);
  const links = fields.filter(({ target }) => target !== null).map(({ name }) => [name]);
  const plain = [
    ledger.naturalKey,
    ...ledger.indexes,
    [ledger.sort.replace(/^-/, '')],
    ...indexed,
    ...ledger.duplicates.map((names) => names.slice(0, 2)),
  ].filter((columns) => columns.length > 0);
  const wanted: readonly Wanted[] = [
    ...plain.map((columns) => ({ columns, onlyFilled: false })),
    ...links.map((columns) => ({ columns, onlyFilled: true })),
  ];
  const made: CityIndex[] = [];
  for (const { columns, onlyFilled } of wanted.toSorted((a, b) => b.columns.length - a.columns.length)) {
    const isServed = made.some((index) =>
      columns.every((column, i) => index.columns[i + 1] === `"${column}"`),
    );
    if (isServed) continue;
    const filled = onlyFilled ? columns.map((column) => ` AND "${column}" IS NOT NULL`).join('') : '';
    made.push({
      name: indexName(base, columns),
      columns: ['_town', ...columns.map((column) => `"${column}"`)],
      where: `removed_at IS NULL${filled}`,
    });
  }
  return made;
}

/** PostgreSQL cuts names at 63 bytes; a partition's index has its number in front. */
const LONGEST_NAME = 50;

function indexName(base: string, columns: readonly string[]): string {
  const name = `${base}_by_${columns.join('__')}`;
  if (name.length <= LONGEST_NAME) return name;
  return `${name.slice(0, LONGEST_NAME - 9)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
