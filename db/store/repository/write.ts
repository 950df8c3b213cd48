import { z } from 'zod';
import type { WriteOutcome, WriteRequest, WrittenRecord } from '../api.ts';
import { changeId } from '../changelog/change-log.ts';
import type { Connection } from '../open/connection.ts';
import type { Core } from './core.ts';
import { Draft, Refusal, type DraftWrite } from './draft.ts';

/** Carries out a request in one transaction; see `Store.write`. */
export function write(
  core: Core,
  request: WriteRequest & { readonly writes: readonly DraftWrite[] },
): WriteOutcome {
  const repeated = firstOutcome(core.connection, request.writeId);
  if (repeated !== null) return { ok: true, records: repeated, repeated: true };
  let finished: ReturnType<Draft['finish']>;
  try {
    finished = core.connection.transaction(() => {
      const draft = new Draft(core, request);
      for (const [index, one] of request.writes.entries()) draft.apply(one, index);
      if (request.batch !== undefined && request.batchState !== undefined) {
        const state = JSON.stringify(request.batchState);
        core.connection.run('UPDATE batch SET state = ? WHERE id = ?', state, request.batch);
      }
      return draft.finish();
    });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
  finished.afterCommit();
  core.committed();
  return { ok: true, records: finished.records, repeated: false };
}

const unchangedShape = z.array(z.tuple([z.number(), z.string(), z.string(), z.number()]));

/** What a write request already did, rebuilt from the log; `null` when it has not been carried out. */
export function firstOutcome(connection: Connection, writeId: string): readonly WrittenRecord[] | null {
  const row = connection.row(
    `SELECT w.no, w.first_counter, w.unchanged, l.id AS lineage
     FROM write_log w JOIN lineage l ON l.no = w.lineage WHERE w.write_id = ?`,
    writeId,
  );
  if (row === undefined) return null;
  const first = Number(row['first_counter']);
  const records: WrittenRecord[] = connection
    .rows(
      `SELECT g.id AS ledger, c.record, c.version FROM change_log c JOIN ledger g ON g.no = c.ledger
       WHERE c.write = ? AND c.seq >= (SELECT first_seq FROM write_log WHERE no = ?)
         AND c.seq < (SELECT first_seq + changes FROM write_log WHERE no = ?) ORDER BY c.seq`,
      Number(row['no']),
      Number(row['no']),
      Number(row['no']),
    )
    .map((change, i) => ({
      ledger: String(change['ledger']),
      id: String(change['record']),
      version: Number(change['version']),
      change: changeId(String(row['lineage']), first + i),
    }));
  const unchanged =
    typeof row['unchanged'] === 'string' ? unchangedShape.parse(JSON.parse(row['unchanged'])) : [];
  for (const [index, ledger, id, version] of unchanged)
    records.splice(index, 0, { ledger, id, version, change: null });
  return records;
}
