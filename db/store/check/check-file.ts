import { namesInFile, planAdditions } from '../migrate/plan.ts';
import { systemTables } from '../migrate/system-tables.ts';
import { storageErrorOf } from '../storage-error.ts';
import type { Check, CheckSteps } from './check-all.ts';

/** Pages, content of columns, references between the store's own tables, and the schema against the definitions. */
export function* checkFile(check: Check): CheckSteps {
  yield* checkPages(check);
  checkSchema(check);
  yield check.progress(0, 'integrity');
  yield* checkReferences(check);
}

/**
 * SQLite's own check of each table. That of a large table leaves out its indexes against its rows (`quick_check`):
 * it would look for every row in every index in one go, half a minute in which nobody is answered; `checkIndexes`
 * does the same in slices.
 */
function* checkPages(check: Check): CheckSteps {
  const { connection, tables } = check.session.core;
  const words = [...tables.values()].flatMap((table) => table.plan.words?.name ?? []);
  for (const name of [...tables.keys(), ...systemNames, ...words]) {
    const pragma = isSliced(check, name) ? 'quick_check' : 'integrity_check';
    try {
      for (const row of connection.rows(`PRAGMA ${pragma}('${name}')`)) {
        const verdict = String(Object.values(row)[0]);
        if (verdict !== 'ok') reportIntegrity(check, name, verdict);
      }
    } catch (error) {
      const storage = storageErrorOf(error);
      if (storage === null) throw error;
      reportIntegrity(check, name, storage.code);
    }
    yield check.progress(0, 'integrity');
  }
}

/** Tables that grow with the town or its work, whose indexes are compared with their rows in slices. */
export const isSliced = (check: Check, name: string): boolean =>
  check.session.core.tables.has(name) || name === 'change_log' || name === 'write_log';

/** A finding of the file's own order, named by its table. */
export function reportIntegrity(check: Check, table: string, detail: string): void {
  const ledger = check.session.core.tables.has(table) ? table : null;
  check.report({ code: 'integrity', ledger, record: null, detail });
}

const systemNames = systemTables.map(({ name }) => name);

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
  for (const name of systemNames) {
    // Every change is read through its write and its ledger by `checkChain`, which names those without.
    if (name === 'change_log') continue;
    for (const row of check.session.core.connection.rows(`PRAGMA foreign_key_check('${name}')`)) {
      const detail = `${String(row['table'])} ${String(row['rowid'])} → ${String(row['parent'])}`;
      check.report({ code: 'foreign-key', ledger: null, record: null, detail });
    }
    yield check.progress(0, 'integrity');
  }
}
