import type { Origins } from '../api/sync.ts';
import { tableOf } from '../repository/core.ts';
import type { SyncParts } from './sync-parts.ts';

/** Joins a ledger's rows to the changes that created them. */
const joined = (ledger: string): string =>
  `${ledger} t JOIN change_log c ON c.ledger = ? AND c.rid = t.rid AND c.op = 'create' JOIN write_log w ON w.no = c.write`;

/** See `Origins`. */
export function originsOf({ core }: SyncParts): Origins {
  return {
    counts() {
      const counts: Record<string, Record<string, number>> = {};
      for (const [id, table] of core.tables) {
        const sql = `SELECT w.source AS source, count(*) AS n FROM ${joined(id)} WHERE t.removed_at IS NULL GROUP BY w.source`;
        for (const row of core.connection.rows(sql, table.no)) {
          const source = typeof row['source'] === 'string' ? row['source'] : '';
          (counts[source] ??= {})[id] = Number(row['n']);
        }
      }
      return counts;
    },
    *rows(ledger) {
      const table = tableOf(core, ledger);
      const sql = `SELECT t.id AS id, w.source AS source FROM ${joined(ledger)} ORDER BY t.id`;
      for (const row of core.connection.rows(sql, table.no)) {
        const kept = table.byId(String(row['id']));
        if (kept === null) continue;
        const source = typeof row['source'] === 'string' ? row['source'] : null;
        const removed = kept.removedAt === null ? null : (kept.removedReason ?? '');
        yield { id: kept.id, source, removed, values: kept.values };
      }
    },
  };
}
