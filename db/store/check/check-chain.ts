import { tipBeforeFirst } from '../changelog/change-log.ts';
import { nextTip, type ChainedChange } from '../changelog/chain.ts';
import type { Row } from '../open/connection.ts';
import type { Check, CheckSteps } from './check-all.ts';

/** Writes and changes of one slice; a save is two, an import's write some hundred. */
const SLICE = 500;

/** Recomputes the hash chain of every lineage from the log itself; any altered, lost or added change shows. */
export function* checkChain(check: Check): CheckSteps {
  const { connection } = check.session.core;
  let expectedSeq = 1;
  let unshown = 0;
  for (const lineage of connection.rows('SELECT no, id FROM lineage ORDER BY no')) {
    const lineageNo = Number(lineage['no']);
    let tip = tipBeforeFirst(connection, lineageNo);
    let counter = 0;
    for (const write of writesOf(check, lineageNo)) {
      const changes = changesOf(check, write, counter);
      const header = {
        writeId: String(write['write_id']),
        at: Number(write['at']),
        user: String(write['user']),
        batch: textOrNull(write['batch']),
        source: textOrNull(write['source']),
      };
      tip = nextTip(tip, header, changes);
      const count = Number(write['changes']);
      const isSound =
        changes.length === count &&
        Number(write['first_counter']) === counter + 1 &&
        Number(write['first_seq']) === expectedSeq &&
        isEqual(tip, write['tip']);
      if (!isSound) {
        const detail = `${String(lineage['id'])}.${counter + 1}, ${header.writeId}`;
        check.report({ code: 'change-chain', ledger: null, record: null, detail });
        // One finding for the place of the break; the rest is compared with what stands there.
        tip = write['tip'] instanceof Uint8Array ? write['tip'] : tip;
      }
      counter += count;
      expectedSeq += count;
      unshown += count + 1;
      if (unshown < SLICE) continue;
      yield check.progress(unshown, 'change-chain');
      unshown = 0;
    }
  }
  // From the last write read to here nothing yields, so that a write made meanwhile is not taken for a stray.
  const stray = connection.number('SELECT count(*) FROM change_log WHERE seq >= ?', expectedSeq) ?? 0;
  if (stray > 0)
    check.report({
      code: 'change-chain',
      ledger: null,
      record: null,
      detail: `${stray} changes of no write`,
    });
  checkTip(check);
  yield check.progress(unshown, 'change-chain');
}

function* writesOf(check: Check, lineageNo: number): Generator<Row> {
  const { connection } = check.session.core;
  for (let after = 0; ;) {
    const rows = connection.rows(
      `SELECT w.*, a.user FROM write_log w JOIN author a ON a.no = w.author
       WHERE w.lineage = ? AND w.no > ? ORDER BY w.no LIMIT 500`,
      lineageNo,
      after,
    );
    if (rows.length === 0) return;
    for (const row of rows) {
      after = Number(row['no']);
      yield row;
    }
  }
}

function changesOf(check: Check, write: Row, counter: number): readonly ChainedChange[] {
  const first = Number(write['first_seq']);
  const rows = check.session.core.connection.rows(
    `SELECT c.*, g.id AS ledger_id, a.user AS author_user
     FROM change_log c JOIN ledger g ON g.no = c.ledger LEFT JOIN author a ON a.no = c.author
     WHERE c.seq >= ? AND c.seq < ? AND c.write = ? ORDER BY c.seq`,
    first,
    first + Number(write['changes']),
    Number(write['no']),
  );
  return rows.map((row, i) => ({
    counter: counter + 1 + i,
    ledger: String(row['ledger_id']),
    record: String(row['record']),
    version: Number(row['version']),
    op: String(row['op']),
    fields: textOrNull(row['fields']),
    digest: row['digest'] instanceof Uint8Array ? Buffer.from(row['digest']).toString('hex') : null,
    reason: textOrNull(row['reason']),
    undoes: textOrNull(row['undoes']),
    clocks: textOrNull(row['clocks']),
    author: textOrNull(row['author_user']),
  }));
}

/** The log must end where this launch's own state says it ends. */
function checkTip(check: Check): void {
  const { connection, log } = check.session.core;
  const last = connection.row('SELECT tip FROM write_log ORDER BY no DESC LIMIT 1')?.['tip'];
  if (log.state.counter > 0 && !isEqual(log.state.tip, last)) {
    check.report({
      code: 'change-chain',
      ledger: null,
      record: null,
      detail: 'the log ends elsewhere than it should',
    });
  }
}

const textOrNull = (stored: Row[string] | undefined): string | null =>
  typeof stored === 'string' ? stored : null;

const isEqual = (tip: Uint8Array, stored: Row[string] | undefined): boolean =>
  stored instanceof Uint8Array && Buffer.from(tip).equals(stored);
