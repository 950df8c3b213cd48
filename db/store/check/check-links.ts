import { isLink } from '../../model/define-ledger.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import type { Check, CheckSteps } from './check-all.ts';
import { valueSlices } from './value-slices.ts';

/** Dangling links named per field. */
const MOST_DANGLING = 50;

/**
 * Links to records that do not exist. Asked value by value in the order of the link's own index: the other table is
 * then looked up in order too, and a village a thousand people live in is looked up once.
 */
export function* checkLinks(check: Check): CheckSteps {
  const { tables } = check.session.core;
  for (const table of tables.values()) {
    for (const { name, field } of table.stored) {
      if (!isLink(field) || field.target === undefined || !tables.has(field.target)) continue;
      yield* checkLink(check, table, { field: name, target: field.target });
    }
  }
}

function* checkLink(
  check: Check,
  table: LedgerTable,
  { field, target }: { readonly field: string; readonly target: string },
): CheckSteps {
  const { connection } = check.session.core;
  const { id: ledger } = table.ledger;
  // Every link has an index that begins with it, so that the page of a record can show what points to it.
  const name = table.plan.indexes.find(({ columns }) => columns[0] === field)?.name ?? '';
  const where = `removed_at IS NULL AND ${field} IS NOT NULL`;
  let left = MOST_DANGLING;
  for (const { source, sql, bound } of valueSlices(connection, { name, table: ledger, where }, field)) {
    const missing = connection.rows(
      `SELECT link FROM (SELECT DISTINCT ${field} AS link FROM ${source} WHERE ${sql})
       WHERE NOT EXISTS (SELECT 1 FROM ${target} WHERE id = link) LIMIT ?`,
      ...bound,
      left,
    );
    for (const { link } of missing) {
      const records = connection.rows(
        `SELECT id FROM ${ledger} WHERE ${field} = ? AND removed_at IS NULL LIMIT ?`,
        String(link),
        left,
      );
      for (const { id } of records) {
        const detail = `${field} → ${String(link)}`;
        check.report({ code: 'foreign-key', ledger, record: String(id), detail });
      }
      left -= records.length;
    }
    if (left <= 0) return;
    yield check.progress(0, 'integrity');
  }
}
