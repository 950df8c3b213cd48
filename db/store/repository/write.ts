import { z } from 'zod';
import type { WriteOutcome, WrittenRecord } from '../api.ts';
import { changeId } from '../changelog/change-log.ts';
import type { Connection, HeldEnd } from '../open/connection.ts';
import type { Core } from './core.ts';
import { createAll, onlyCreates, type Carried } from './create-all.ts';
import { Draft, type DraftRequest } from './draft.ts';
import { Refusal } from './refusal.ts';

/** Carries out a request in one transaction; see `Store.write`. */
export function write(core: Core, request: DraftRequest): WriteOutcome {
  const repeated = firstOutcome(core.connection, request.writeId);
  if (repeated !== null) return { ok: true, records: repeated, repeated: true };
  if (request.held === true && request.batch !== undefined) return writeHeld(core, request.batch, request);
  return told(() => {
    const { records, afterCommit } = core.connection.transaction(() => carryOut(core, request));
    afterCommit();
    core.committed();
    return records;
  });
}

type Request = DraftRequest;

/** The records of `work`, or the refusal it threw. */
function told(work: () => readonly WrittenRecord[]): WriteOutcome {
  try {
    return { ok: true, records: work(), repeated: false };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

function carryOut(core: Core, request: Request): Carried {
  const draft = new Draft(core, request);
  for (const [index, one] of request.writes.entries()) draft.apply(one, index);
  noteBatch(core, request);
  return draft.finish();
}

function noteBatch({ connection }: Core, { batch, batchState }: Request): void {
  if (batch === undefined || batchState === undefined) return;
  connection.run('UPDATE batch SET state = ? WHERE id = ?', JSON.stringify(batchState), batch);
}

/** Joins the transaction the batch holds open; only this request is taken back when it is refused. */
function writeHeld(core: Core, batch: string, request: Request): WriteOutcome {
  const begun = (): HeldEnd => {
    const before = core.log.state;
    return {
      committed: core.committed,
      lost: () => {
        core.log.returnTo(before);
        core.lists.forgetAll();
        core.titles.forgetAll();
      },
    };
  };
  return core.connection.hold(batch, begun, () =>
    told(() => {
      const { records, afterCommit } =
        createdHeld(core, request) ?? core.connection.savepoint(() => carryOut(core, request));
      afterCommit();
      return records;
    }),
  );
}

function createdHeld(core: Core, request: Request): Carried | null {
  const table = onlyCreates(core, request);
  const carried = table === null ? null : createAll(core, table, request);
  if (carried !== null) noteBatch(core, request);
  return carried;
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
