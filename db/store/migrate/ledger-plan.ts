import { isLink, type AnyLedger } from '../../model/define-ledger.ts';

/** A column of a ledger's table. */
export interface PlannedColumn {
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER' | 'REAL';
}

export interface PlannedIndex {
  readonly name: string;
  readonly columns: readonly string[];
  readonly sql: string;
}

/** Table and indexes of one ledger. */
export interface LedgerPlan {
  readonly table: string;
  readonly createSql: string;
  /** Columns that come from fields (and their sort keys), in the order of the definition. */
  readonly columns: readonly PlannedColumn[];
  readonly indexes: readonly PlannedIndex[];
}

/** Column that sorts a name by pinyin. */
export const pinyinColumn = (field: string): string => `${field}_py`;

/** True for a text field that is a person's or unit's name. */
export const isName = (ledger: AnyLedger, field: string): boolean => ledger.fields[field]?.name === true;

/** Column a list sorts by for a field. */
export const sortColumn = (ledger: AnyLedger, field: string): string =>
  isName(ledger, field) ? pinyinColumn(field) : field;

/**
 * Derives the table from the definition. Fields come without NOT NULL: a field of a later revision is empty in
 * old rows, and what a row must have is the row check's business.
 */
export function ledgerPlan(ledger: AnyLedger): LedgerPlan {
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
    ...columns.map((c) => `${c.name} ${c.type}`),
    'extra TEXT',
  ];
  return {
    table: ledger.id,
    createSql: `CREATE TABLE ${ledger.id} (\n  ${lines.join(',\n  ')}\n) STRICT`,
    columns,
    indexes: ledgerIndexes(ledger),
  };
}

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
    },
  ];
  if (ledger.naturalKey.length > 0) {
    made.push({
      name: `${ledger.id}_key`,
      columns: ledger.naturalKey,
      sql: `CREATE UNIQUE INDEX ${ledger.id}_key ON ${ledger.id} (${ledger.naturalKey.join(', ')}) WHERE removed_at IS NULL`,
    });
  }
  for (const columns of wantedLists(ledger)) {
    const covered = made.some((index) => columns.every((column, i) => index.columns[i] === column));
    if (covered) continue;
    const name = `${ledger.id}_by_${columns.join('__')}`;
    made.push({
      name,
      columns,
      sql: `CREATE INDEX ${name} ON ${ledger.id} (${columns.join(', ')}) WHERE removed_at IS NULL`,
    });
  }
  return made;
}

/** Column lists wanted as the head of an index; the longest first, so that short ones are found covered. */
function wantedLists(ledger: AnyLedger): readonly (readonly string[])[] {
  const fields = Object.entries(ledger.fields).filter(([, field]) => field.storage !== null);
  const combined = ledger.indexes.map((names) =>
    names.map((name, i) => (i === names.length - 1 ? sortColumn(ledger, name) : name)),
  );
  const sorts = [ledger.sort.replace(/^-/, '')].map((name) => [sortColumn(ledger, name)]);
  const single = fields.filter(([, f]) => f.indexed === true).map(([name]) => [sortColumn(ledger, name)]);
  const exact = fields
    .filter(([name, f]) => f.indexed === true && isName(ledger, name))
    .map(([name]) => [name]);
  // The page of a record shows everything that points to it.
  const links = fields.filter(([, f]) => isLink(f)).map(([name]) => [name]);
  const duplicates = ledger.duplicates.map((names) => names.slice(0, 2));
  return [...combined, ...duplicates, ...sorts, ...single, ...exact, ...links].toSorted(
    (a, b) => b.length - a.length,
  );
}
