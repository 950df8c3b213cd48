import { isLink, type AnyLedger } from '../../model/define-ledger.ts';

/** A column of a ledger's table. */
interface PlannedColumn {
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER' | 'REAL';
}

interface PlannedIndex {
  readonly name: string;
  readonly columns: readonly string[];
  readonly sql: string;
  /** `own`: needed by every write (ids, natural keys); `link`: records that point to one; `list`: order and filters. */
  readonly use: 'own' | 'link' | 'list';
}

/** Table and indexes of one ledger. */
export interface LedgerPlan {
  readonly table: string;
  readonly createSql: string;
  /** Columns that come from fields (and their sort keys), in the order of the definition. */
  readonly columns: readonly PlannedColumn[];
  readonly indexes: readonly PlannedIndex[];
  /** Full-text table of the ledger's words, row numbers as in the table; `null` when nothing is searched. */
  readonly words: { readonly name: string; readonly sql: string } | null;
}

/**
 * Column of a record that shares its natural key with an older one: id of that. Only the others hold their key.
 * Every node finds it by itself (`sync/twins.ts`); it is neither logged nor sent.
 */
export const twinColumn = { name: 'twin_of', type: 'TEXT' } as const;

/**
 * SQLite looks the condition of a partial index up in the row even where the index implies it. With the column in the
 * index, where it takes a byte, a count needs no row at all.
 */
const ALWAYS_NULL = 'removed_at';

/** Column that sorts a name by pinyin. */
export const pinyinColumn = (field: string): string => `${field}_py`;

/** True for a text field that is a person's or unit's name. */
export const isName = (ledger: AnyLedger, field: string): boolean => ledger.fields[field]?.name === true;

/** Column a list sorts by for a field. */
export const sortColumn = (ledger: AnyLedger, field: string): string =>
  isName(ledger, field) ? pinyinColumn(field) : field;

const plans = new WeakMap<AnyLedger, LedgerPlan>();

/** Table and indexes of a ledger, reckoned once: the opening of a file asks for each of them twice. */
export function ledgerPlan(ledger: AnyLedger): LedgerPlan {
  const known = plans.get(ledger);
  if (known !== undefined) return known;
  const plan = derivedPlan(ledger);
  plans.set(ledger, plan);
  return plan;
}

/**
 * Derives the table from the definition. Fields come without NOT NULL: a field of a later revision is empty in
 * old rows, and what a row must have is the row check's business.
 */
function derivedPlan(ledger: AnyLedger): LedgerPlan {
  const columns = fieldColumns(ledger);
  const lines = [
    'rid INTEGER PRIMARY KEY',
    'id TEXT NOT NULL',
    'version INTEGER NOT NULL',
    'created_at TEXT NOT NULL',
    'updated_at TEXT NOT NULL',
    'removed_at TEXT',
    'removed_reason TEXT',
    'batch TEXT',
    `${twinColumn.name} ${twinColumn.type}`,
    ...columns.map((c) => `${c.name} ${c.type}`),
    'extra TEXT',
  ];
  return {
    table: ledger.id,
    createSql: `CREATE TABLE ${ledger.id} (\n  ${lines.join(',\n  ')}\n) STRICT`,
    columns,
    indexes: ledgerIndexes(ledger),
    words: isSearched(ledger) ? wordsTable(ledger) : null,
  };
}

/**
 * One table for each ledger: SQLite's full text reads a word's list of rows from its beginning, so that in a common
 * table a small ledger's rows would come after a million of a large one's (tried: 60 ms instead of 0.1 ms).
 * Contentless, because the rows are there already; `detail=none`, because hits are checked on the row.
 */
function wordsTable(ledger: AnyLedger): { readonly name: string; readonly sql: string } {
  const name = `${ledger.id}_words`;
  const options = `content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^='"`;
  return { name, sql: `CREATE VIRTUAL TABLE ${name} USING fts5 (\n  words, ${options}\n)` };
}

/** True when anything of the ledger goes to the search index. */
const isSearched = (ledger: AnyLedger): boolean =>
  Object.values(ledger.fields).some((field) => field.search === true && field.tokens !== undefined);

function fieldColumns(ledger: AnyLedger): readonly PlannedColumn[] {
  return Object.entries(ledger.fields).flatMap(([name, field]): PlannedColumn[] => {
    if (field.storage === null) return [];
    const own = { name, type: field.storage };
    return isName(ledger, name) ? [own, { name: pinyinColumn(name), type: 'TEXT' }] : [own];
  });
}

function ledgerIndexes(ledger: AnyLedger): readonly PlannedIndex[] {
  const made: PlannedIndex[] = [
    {
      // Apart from the table, so that a bulk load can build it at the end.
      name: `${ledger.id}_id`,
      columns: ['id'],
      sql: `CREATE UNIQUE INDEX ${ledger.id}_id ON ${ledger.id} (id)`,
      use: 'own',
    },
  ];
  if (ledger.naturalKey.length > 0) {
    made.push({
      name: `${ledger.id}_key`,
      columns: ledger.naturalKey,
      // Not unique: two nodes may have recorded the same thing before they met. The write path keeps keys apart.
      sql: `CREATE INDEX ${ledger.id}_key ON ${ledger.id} (${ledger.naturalKey.join(', ')}) WHERE removed_at IS NULL`,
      use: 'own',
    });
  }
  for (const wanted of wantedIndexes(ledger)) {
    const { columns } = wanted;
    if (made.some((index) => serves(index.columns, wanted))) continue;
    const name = `${ledger.id}_by_${columns.join('__')}`;
    const filled = wanted.use === 'link' ? ` AND ${columns.join(' IS NOT NULL AND ')} IS NOT NULL` : '';
    made.push({
      name,
      columns,
      sql: `CREATE INDEX ${name} ON ${ledger.id} (${columns.join(', ')}) WHERE removed_at IS NULL${filled}`,
      use: wanted.use === 'link' ? 'link' : 'list',
    });
  }
  return [...made, ...lackIndexes(ledger)];
}

/**
 * Indexes that hold only the records which lack a wanted thing, so that counting them takes as long as there are some.
 * They serve nothing else and stand apart.
 */
function lackIndexes(ledger: AnyLedger): readonly PlannedIndex[] {
  const made = ledger.wants.map(({ field, person, while: only }): PlannedIndex => {
    const columns = [only.field, ...(person === undefined ? [] : [person])];
    const name = `${ledger.id}_lacking_${field}_by_${columns.join('__')}`;
    return {
      name,
      // No list can be read by it.
      columns: [],
      sql: `CREATE INDEX ${name} ON ${ledger.id} (${[...columns, field, ALWAYS_NULL].join(', ')}) WHERE ${ALWAYS_NULL} IS NULL AND ${field} IS NULL`,
      use: 'list',
    };
  });
  return made.filter(({ name }, place) => made.findIndex((other) => other.name === name) === place);
}

/** The ledger whose figures earlier versions counted by an index of this name; `null` for any other index. */
export const ledgerCountedBy = (index: string): string | null => /^(.+?)_figures_/.exec(index)?.[1] ?? null;

interface WantedIndex {
  readonly columns: readonly string[];
  /** `sort`: rows come in this order, ties by row number; `find`: rows with given values; `link`: the same, filled ones only. */
  readonly use: 'sort' | 'find' | 'link';
}

/** An index with further columns finds rows as well, but its ties come in another order. */
const serves = (index: readonly string[], wanted: WantedIndex): boolean =>
  wanted.columns.every((column, i) => index[i] === column) &&
  (wanted.use !== 'sort' || index.length === wanted.columns.length);

/** Indexes wanted, sorting ones first and long ones first, so that the others are found served. */
function wantedIndexes(ledger: AnyLedger): readonly WantedIndex[] {
  const fields = Object.entries(ledger.fields).filter(([, field]) => field.storage !== null);
  const indexed = fields.filter(([, field]) => field.indexed === true).map(([name]) => name);
  const links = fields.filter(([, field]) => isLink(field)).map(([name]) => name);
  const combined = ledger.indexes.map((names) =>
    names.map((name, i) => (i === names.length - 1 ? sortColumn(ledger, name) : name)),
  );
  const sorts = [ledger.sort.replace(/^-/, ''), ...indexed].map((name) => [sortColumn(ledger, name)]);
  return [
    ...[...combined, ...sorts].map((columns) => ({ columns, use: 'sort' as const })),
    ...ledger.duplicates.map((names) => ({ columns: names.slice(0, 2), use: 'find' as const })),
    ...indexed.map((name) => ({ columns: [name], use: 'find' as const })),
    // What is due is counted by person from the index alone.
    ...ledger.dues.map((due) => ({
      columns: [due.while?.field, due.until, due.field, due.person, ALWAYS_NULL].filter(
        (name) => name !== undefined,
      ),
      use: 'find' as const,
    })),
    // The page of a record shows everything that points to it.
    ...links.map((name) => ({ columns: [name], use: 'link' as const })),
  ];
}
