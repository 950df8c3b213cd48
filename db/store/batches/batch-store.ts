import { z } from 'zod';
import type { BatchInfo, BatchStore } from '../api.ts';
import type { Connection, Row } from '../open/connection.ts';

const kindShape = z.enum(['import', 'batch-change']);

/** Batches whose refused rows are kept: those a clerk may still be correcting. */
const MOST_REFUSED = 5;

/** Batches of writes with the progress their makers keep. */
export function batchStore(connection: Connection, now: () => Date): BatchStore {
  return {
    start: (batch, state) => {
      connection.run(
        'INSERT INTO batch (id, kind, ledger, label, started_at, state) VALUES (?, ?, ?, ?, ?, ?)',
        batch.id,
        batch.kind,
        batch.ledger,
        batch.label,
        now().toISOString(),
        JSON.stringify(state ?? null),
      );
    },
    update: (id, state, finished) => {
      connection.run(
        'UPDATE batch SET state = ?, finished_at = coalesce(?, finished_at) WHERE id = ?',
        JSON.stringify(state ?? null),
        finished ? now().toISOString() : null,
        id,
      );
    },
    get: (id) => {
      const row = connection.row('SELECT * FROM batch WHERE id = ?', id);
      return row === undefined ? null : batchInfo(row);
    },
    keepRefused: ({ id, ledger }, blocks) => {
      connection.transaction(() => {
        connection.run('DELETE FROM refused_rows WHERE batch = ?', id);
        for (const block of blocks)
          connection.run(
            'INSERT INTO refused_rows (batch, ledger, content) VALUES (?, ?, ?)',
            id,
            ledger,
            block,
          );
        connection.run(
          `DELETE FROM refused_rows WHERE batch NOT IN (
             SELECT batch FROM refused_rows GROUP BY batch ORDER BY max(no) DESC LIMIT ${MOST_REFUSED})`,
        );
      });
    },
    refused: (id) => {
      const rows = connection.rows('SELECT content FROM refused_rows WHERE batch = ? ORDER BY no', id);
      const blocks = rows.map(({ content }) => content).filter((content) => content instanceof Uint8Array);
      return blocks.length === 0 ? null : blocks;
    },
    list: (limit) => connection.rows('SELECT * FROM batch ORDER BY no DESC LIMIT ?', limit).map(batchInfo),
  };
}

function batchInfo(row: Row): BatchInfo {
  const { finished_at: finishedAt, undone_at: undoneAt } = row;
  const state: unknown = JSON.parse(String(row['state']));
  return {
    id: String(row['id']),
    kind: kindShape.parse(row['kind']),
    ledger: String(row['ledger']),
    label: String(row['label']),
    startedAt: String(row['started_at']),
    finishedAt: typeof finishedAt === 'string' ? finishedAt : null,
    undoneAt: typeof undoneAt === 'string' ? undoneAt : null,
    state,
  };
}
