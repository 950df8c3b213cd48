import type { AnyLedger } from '../../model/define-ledger.ts';
import type { Connection } from '../open/connection.ts';
import { indexesAside } from './indexes-aside.ts';
import { ledgerCountedBy, ledgerPlan, twinColumn, type LedgerPlan } from './ledger-plan.ts';
import { systemColumns, systemIndexes, systemTables } from './system-tables.ts';

/** SQL that brings a database to the definitions; empty = nothing to do. Additions, in any order; only an outdated index goes. */
export interface MigrationPlan {
  readonly statements: readonly string[];
  /** Names of tables and indexes that must exist afterwards. */
  readonly expected: readonly string[];
}

/** A definition took away what a released database has; such a program must not start. */
export class DefinitionError extends Error {
  constructor(ledger: string, field: string) {
    super(
      `ledger ${ledger}, field ${field}: the column exists but the field is gone; retire it instead (retired: n)`,
    );
    this.name = 'DefinitionError';
  }
}

/** Compares the definitions with the file. `indexes: false` plans tables and columns only. */
export function planAdditions(connection: Connection, ledgers: readonly AnyLedger[]): MigrationPlan {
  const inFile = namesInFile(connection);
  const existing = new Set([...inFile, ...(inFile.has('meta') ? Object.keys(indexesAside(connection)) : [])]);
  const plans = ledgers.map(ledgerPlan);
  const columns = columnsInFile(connection, [
    ...systemColumns.map(({ table }) => table),
    ...plans.map(({ table }) => table),
  ]);
  const statements: string[] = [];
  const expected: string[] = [];
  const want = (name: string, sql: string): void => {
    expected.push(name);
    if (!existing.has(name)) statements.push(sql);
  };
  for (const made of systemTables) want(made.name, made.sql);
  statements.push(...missingSystemColumns(columns));
  for (const made of systemIndexes) want(made.name, made.sql);
  for (const plan of plans) {
    want(plan.table, plan.createSql);
    const there = columns.get(plan.table);
    if (there !== undefined) statements.push(...missingColumns(plan, there));
    for (const index of plan.indexes) want(index.name, index.sql);
    if (plan.words !== null) want(plan.words.name, plan.words.sql);
  }
  return { statements: [...statements, ...outdatedFigures(ledgers, existing)], expected };
}

/** Figures are counted from columns now. Nothing is lost with their index. */
function outdatedFigures(ledgers: readonly AnyLedger[], existing: ReadonlySet<string>): readonly string[] {
  const ids = new Set(ledgers.map(({ id }) => id));
  return [...existing]
    .filter((name) => ids.has(ledgerCountedBy(name) ?? ''))
    .map((name) => `DROP INDEX IF EXISTS ${name}`);
}

/** Names of all tables and indexes, without those SQLite and FTS5 make for themselves. */
export function namesInFile(connection: Connection): ReadonlySet<string> {
  const rows = connection.rows(
    `SELECT name FROM sqlite_master WHERE type IN ('table', 'index', 'trigger', 'view')
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '%\\_words\\_%' ESCAPE '\\'`,
  );
  return new Set(rows.map((row) => String(row['name'])));
}

/** Only tables that are there already can lack one. */
function missingSystemColumns(columns: ColumnsInFile): readonly string[] {
  return systemColumns
    .filter(({ table, name }) => columns.get(table)?.has(name) === false)
    .map(({ table, name, type }) => `ALTER TABLE ${table} ADD COLUMN ${name} ${type}`);
}

/** Names of columns by table. */
type ColumnsInFile = ReadonlyMap<string, ReadonlySet<string>>;

/** Of the tables that exist, all at once: asked one by one they are a quarter of what opening a file takes. */
function columnsInFile(connection: Connection, tables: readonly string[]): ColumnsInFile {
  const columns = new Map<string, Set<string>>();
  const rows = connection.rows(
    `SELECT tables.name AS of_table, columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND tables.name IN (SELECT value FROM json_each(?))`,
    JSON.stringify(tables),
  );
  for (const row of rows) {
    const table = String(row['of_table']);
    const there = columns.get(table) ?? new Set();
    columns.set(table, there.add(String(row['name'])));
  }
  return columns;
}

function missingColumns(plan: LedgerPlan, there: ReadonlySet<string>): readonly string[] {
  const planned = new Set(plan.columns.map((column) => column.name));
  const own = [
    'rid',
    'id',
    'version',
    'created_at',
    'updated_at',
    'removed_at',
    'removed_reason',
    'batch',
    'twin_of',
    'extra',
  ];
  const gone = [...there].find((name) => !planned.has(name) && !own.includes(name));
  if (gone !== undefined) throw new DefinitionError(plan.table, gone);
  return [...plan.columns, twinColumn]
    .filter((column) => !there.has(column.name))
    .map((column) => `ALTER TABLE ${plan.table} ADD COLUMN ${column.name} ${column.type}`);
}
