import { isLink } from '../../model/define-ledger.ts';
import { namesInFile, planAdditions } from '../migrate/plan.ts';
import { storageErrorOf } from '../storage-error.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import type { Check, CheckSteps } from './check-all.ts';
import { rowSlices } from './row-slices.ts';

/** Dangling links named per field. */
const MOST_DANGLING = 50;

/** Pages, indexes against tables, references, links, and the schema against the definitions. */
export function* checkFile(check: Check): CheckSteps {
  yield* checkIntegrity(check);
  checkSchema(check);
  yield check.progress(0, 'integrity');
  yield* checkReferences(check);
}

function* checkIntegrity(check: Check): CheckSteps {
  const { connection, tables } = check.session.core;
  const words = [...tables.values()].flatMap((table) => table.plan.words?.name ?? []);
  for (const name of [...tables.keys(), ...systemNames, ...words]) {
    try {
      for (const row of connection.rows(`PRAGMA integrity_check('${name}')`)) {
        const verdict = String(Object.values(row)[0]);
        if (verdict !== 'ok')
          check.report({
            code: 'integrity',
            ledger: ledgerOrNull(check, name),
            record: null,
            detail: verdict,
          });
      }
    } catch (error) {
      const storage = storageErrorOf(error);
      if (storage === null) throw error;
      check.report({
        code: 'integrity',
        ledger: ledgerOrNull(check, name),
        record: null,
        detail: storage.code,
      });
    }
    yield check.progress(rowsOf(check, name), 'integrity');
  }
}

const systemNames = [
  'meta',
  'ledger',
  'author',
  'lineage',
  'write_log',
  'change_log',
  'search_key',
  'code_item',
  'preference',
  'attachment',
  'view_log',
  'batch',
] as const;

const ledgerOrNull = (check: Check, name: string): string | null =>
  check.session.core.tables.has(name) ? name : null;

function rowsOf(check: Check, ledger: string): number {
  return check.session.core.connection.number('SELECT everything FROM ledger WHERE id = ?', ledger) ?? 0;
}

function checkSchema(check: Check): void {
  const { connection, tables } = check.session.core;
  const plan = planAdditions(
    connection,
    [...tables.values()].map((table) => table.ledger),
  );
  const drift = (detail: string): void => {
    check.report({ code: 'schema-drift', ledger: null, record: null, detail });
  };
  for (const sql of plan.statements) drift(`missing: ${sql.split('\n', 1)[0] ?? ''}`);
  const expected = new Set(plan.expected);
  for (const name of namesInFile(connection)) if (!expected.has(name)) drift(`unknown: ${name}`);
}

function* checkReferences(check: Check): CheckSteps {
  const { connection, tables } = check.session.core;
  for (const name of systemNames) {
    for (const row of connection.rows(`PRAGMA foreign_key_check('${name}')`)) {
      const detail = `${String(row['table'])} ${String(row['rowid'])} → ${String(row['parent'])}`;
      check.report({ code: 'foreign-key', ledger: null, record: null, detail });
    }
    yield check.progress(0, 'integrity');
  }
  for (const table of tables.values()) {
    for (const { name, field } of table.stored) {
      if (!isLink(field) || field.target === undefined || !tables.has(field.target)) continue;
      yield* checkLinks(check, table, { field: name, target: field.target });
    }
  }
}

function* checkLinks(
  check: Check,
  table: LedgerTable,
  link: { readonly field: string; readonly target: string },
): CheckSteps {
  const { id: ledger } = table.ledger;
  let left = MOST_DANGLING;
  for (const [after, upTo] of rowSlices(check, `SELECT max(rid) FROM ${ledger}`)) {
    const dangling = check.session.core.connection.rows(
      `SELECT id, ${link.field} AS link FROM ${ledger} WHERE rid > ? AND rid <= ?
         AND +removed_at IS NULL AND +${link.field} IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM ${link.target} target WHERE target.id = ${ledger}.${link.field})
       LIMIT ?`,
      after,
      upTo,
      left,
    );
    for (const row of dangling) {
      const detail = `${link.field} → ${String(row['link'])}`;
      check.report({ code: 'foreign-key', ledger, record: String(row['id']), detail });
    }
    left -= dangling.length;
    if (left <= 0) return;
    yield check.progress(0, 'integrity');
  }
}
