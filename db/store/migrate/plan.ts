import type { AnyLedger } from '../../model/define-ledger.ts';
import type { Connection } from '../open/connection.ts';
import { indexesAside } from './indexes-aside.ts';
import { figuresPrefix, ledgerPlan, twinColumn, type LedgerPlan } from './ledger-plan.ts';
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
  const statements: string[] = [];
  const expected: string[] = [];
  const want = (name: string, sql: string): void => {
    expected.push(name);
    if (!existing.has(name)) statements.push(sql);
  };
  for (const made of systemTables) want(made.name, made.sql);
  statements.push(...missingSystemColumns(connection, existing));
  for (const made of systemIndexes) want(made.name, made.sql);
  for (const plan of ledgers.map(ledgerPlan)) {
    want(plan.table, plan.createSql);
    if (existing.has(plan.table)) statements.push(...missingColumns(connection, plan));
    for (const index of plan.indexes) want(index.name, index.sql);
    statements.push(...outdatedFigures(plan, existing));
    if (plan.words !== null) want(plan.words.name, plan.words.sql);
  }
  return { statements, expected };
}

/** Figures are counted from columns now. Nothing is lost with their index. */
const outdatedFigures = ({ table }: LedgerPlan, existing: ReadonlySet<string>): readonly string[] =>
  [...existing]
    .filter((name) => name.startsWith(figuresPrefix(table)))
    .map((name) => `DROP INDEX IF EXISTS ${name}`);

/** Names of all tables and indexes, without those SQLite and FTS5 make for themselves. */
export function namesInFile(connection: Connection): ReadonlySet<string> {
  const rows = connection.rows(
    `SELECT name FROM sqlite_master WHERE type IN ('table', 'index', 'trigger', 'view')
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '%\\_words\\_%' ESCAPE '\\'`,
  );
  return new Set(rows.map((row) => String(row['name'])));
}

/** Only tables that are there already can lack one. */
function missingSystemColumns(connection: Connection, existing: ReadonlySet<string>): readonly string[] {
  return systemColumns
    .filter(({ table }) => existing.has(table))
    .filter(({ table, name }) => !columnsOf(connection, table).has(name))
    .map(({ table, name, type }) => `ALTER TABLE ${table} ADD COLUMN ${name} ${type}`);
}

function columnsOf(connection: Connection, table: string): ReadonlySet<string> {
  const rows = connection.rows(`SELECT name FROM pragma_table_info('${table}')`);
  return new Set(rows.map((row) => String(row['name'])));
}

function missingColumns(connection: Connection, plan: LedgerPlan): readonly string[] {
  const there = columnsOf(connection, plan.table);
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
