import type { Step, StepTools, StoredRow } from '../../migrations/step.ts';
import type { Registry } from '../../model/registry.ts';
import type { OpeningProgress } from '../api.ts';
import type { Connection } from '../open/connection.ts';
import { finished, type Steps } from '../steps.ts';
import { namesInFile, planAdditions } from './plan.ts';

/** What the definitions of this program ask of a file. */
export interface Target {
  readonly registry: Registry;
  readonly steps: readonly Step[];
  readonly schemaVersion: number;
}

/** The file was written by a program that knows a later schema or a later revision of a ledger. */
export class NewerFileError extends Error {
  readonly details: Readonly<Record<string, string | number>>;

  constructor(details: Readonly<Record<string, string | number>>) {
    super(`the file is from a newer program: ${JSON.stringify(details)}`);
    this.name = 'NewerFileError';
    this.details = details;
  }
}

/** An invariant did not hold after the migration; everything was rolled back. */
export class MigrationError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'MigrationError';
  }
}

/** Refuses a file from the future: guessing at unknown shapes would destroy them. */
export function checkVersion(connection: Connection, target: Target): void {
  const found = connection.number('PRAGMA user_version') ?? 0;
  if (found > target.schemaVersion) throw new NewerFileError({ found, known: target.schemaVersion });
  if (found === 0) return;
  for (const row of connection.rows('SELECT id, revision FROM ledger')) {
    const ledger = target.registry.ledgerById.get(String(row['id']));
    const revision = Number(row['revision']);
    if (ledger !== undefined && revision > ledger.revision) {
      throw new NewerFileError({ ledger: ledger.id, found: revision, known: ledger.revision });
    }
  }
}

/** True when `migrate` would change the shape of the file. */
export function needsMigration(connection: Connection, target: Target): boolean {
  const version = connection.number('PRAGMA user_version') ?? 0;
  return (
    version < target.schemaVersion || planAdditions(connection, target.registry.ledgers).statements.length > 0
  );
}

/**
 * Brings the file to the target in one transaction: frozen steps, then derived additions, then the invariants.
 * Any failure leaves the file as it was.
 */
export function migrate(connection: Connection, target: Target): void {
  finished(migrateSteps(connection, target));
}

/** `migrate` in slices, all of one transaction; a frozen step, a statement and SQLite's own check are one slice each. */
export function* migrateSteps(connection: Connection, target: Target): Steps<void, OpeningProgress> {
  // The pragma is ignored inside a transaction, and a step may pass through states that break references.
  connection.pragma('foreign_keys=OFF');
  try {
    yield* connection.transactionSteps(changesOf(connection, target));
  } finally {
    connection.pragma('foreign_keys=ON');
  }
}

function* changesOf(connection: Connection, target: Target): Steps<void, OpeningProgress> {
  const version = connection.number('PRAGMA user_version') ?? 0;
  const isNew = version === 0;
  const before = isNew ? new Map<string, number>() : yield* rowCounts(connection, 'counting');
  const due = isNew ? [] : target.steps.filter((step) => step.version > version);
  for (const [done, step] of due.entries()) {
    // What the definitions add is known only behind the last one.
    yield { phase: 'upgrading', done, total: 0 };
    step.up(toolsFor(connection));
  }
  const { statements, expected } = planAdditions(connection, target.registry.ledgers);
  const total = due.length + statements.length;
  for (const [place, sql] of statements.entries()) {
    yield { phase: 'upgrading', done: due.length + place, total };
    connection.raw.exec(sql);
  }
  yield { phase: 'upgrading', done: total, total };
  // A step may rewrite rows without a change in the log; figures are then counted anew.
  if (due.length > 0) connection.run("UPDATE figure_state SET layout = ''");
  noteLedgers(connection, target.registry);
  yield* checkInvariants(connection, { before, due, expected, isNew });
  connection.pragma(`user_version=${target.schemaVersion}`);
}

/** Ledger number and id under which changes of code tables are logged. */
export const codeLedger = { no: 0, id: '$code' } as const;

/** Ledger number and id under which records of ledgers unknown to this program are logged. */
export const foreignLedger = { no: -1, id: '$foreign' } as const;

/** Enters new ledgers under their number and notes the revision of all. */
function noteLedgers(connection: Connection, registry: Registry): void {
  for (const { no, id } of [codeLedger, foreignLedger])
    connection.run('INSERT OR IGNORE INTO ledger (no, id, revision) VALUES (?, ?, 1)', no, id);
  for (const ledger of registry.ledgers) {
    connection.run(
      `INSERT INTO ledger (no, id, revision) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET revision = excluded.revision WHERE revision < excluded.revision`,
      registry.numberById.get(ledger.id) ?? null,
      ledger.id,
      ledger.revision,
    );
  }
}

function toolsFor(connection: Connection): StepTools {
  return {
    run: (sql, ...bound) => {
      connection.raw.prepare(sql).run(...bound);
    },
    rows: (sql, ...bound) =>
      // STRICT tables hold only text, number, blob and null.
      connection.raw.prepare(sql).all(...bound) as readonly StoredRow[],
    eachRow: (table, change) => {
      rewriteRows(connection, table, change);
    },
  };
}

function rewriteRows(
  connection: Connection,
  table: string,
  change: (row: StoredRow) => StoredRow | null,
): void {
  const next = connection.raw.prepare(`SELECT * FROM ${table} WHERE rid > ? ORDER BY rid LIMIT 500`);
  for (let after = 0; ;) {
    // As in `rows`.
    const rows = next.all(after) as readonly StoredRow[];
    for (const row of rows) {
      after = Number(row['rid']);
      const changed = change(row);
      if (changed === null) continue;
      const names = Object.keys(changed);
      const sets = names.map((name) => `${name} = ?`).join(', ');
      connection.raw
        .prepare(`UPDATE ${table} SET ${sets} WHERE rid = ?`)
        .run(...names.map((name) => changed[name] ?? null), after);
    }
    if (rows.length === 0) return;
  }
}

/** Other checks than those of the tables: references, SQLite's own. */
const FURTHER_CHECKS = 2;

function* rowCounts(
  connection: Connection,
  phase: 'counting' | 'checking',
): Steps<ReadonlyMap<string, number>, OpeningProgress> {
  const tables = connection.rows(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND name NOT LIKE '%\\_words%' ESCAPE '\\' AND name NOT IN ('ledger', 'search_key', 'search_directory')`,
  );
  const total = tables.length + (phase === 'checking' ? FURTHER_CHECKS : 0);
  const counts = new Map<string, number>();
  for (const [done, row] of tables.entries()) {
    yield { phase, done, total };
    const name = String(row['name']);
    counts.set(name, connection.number(`SELECT count(*) FROM ${name}`) ?? 0);
  }
  yield { phase, done: tables.length, total };
  return counts;
}

function* checkInvariants(
  connection: Connection,
  facts: {
    readonly before: ReadonlyMap<string, number>;
    readonly due: readonly Step[];
    readonly expected: readonly string[];
    readonly isNew: boolean;
  },
): Steps<void, OpeningProgress> {
  const free = new Set(facts.due.flatMap((step) => step.changesRowsOf));
  const after = yield* rowCounts(connection, 'checking');
  for (const [table, count] of facts.before) {
    if (!free.has(table) && after.get(table) !== count) {
      throw new MigrationError(`table ${table} had ${count} rows, now ${after.get(table) ?? 'none'}`);
    }
  }
  const total = after.size + FURTHER_CHECKS;
  const broken = connection.rows('PRAGMA foreign_key_check');
  if (broken.length > 0) throw new MigrationError(`${broken.length} broken references after the migration`);
  yield { phase: 'checking', done: total - 1, total };
  const names = namesInFile(connection);
  const lost = facts.expected.find((name) => !names.has(name));
  if (lost !== undefined) throw new MigrationError(`${lost} is missing after the migration`);
  if (facts.isNew) return;
  const verdict = connection.text('PRAGMA quick_check(1)');
  if (verdict !== 'ok') throw new MigrationError(`quick_check: ${String(verdict)}`);
  yield { phase: 'checking', done: total, total };
}
