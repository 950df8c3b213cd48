import type { Connection } from '../open/connection.ts';
import type { Core } from '../repository/core.ts';
import { finished, type Steps } from '../steps.ts';
import { waitingOf, type Waiting } from './quarantine.ts';
import type { SyncParts } from './sync-parts.ts';
import { newTally } from './tally.ts';
import { takeChunk } from './take-chunk.ts';

/** Rows tried in one slice. */
const CHUNK = 500;

/**
 * Tries the rows in quarantine again: what they lacked may have come. Rows that only lack each other (a household
 * points to its head, the head to the household) are taken, all of them. Rows of a package that is being taken in are
 * counted for it.
 */
export function retryWaiting(parts: SyncParts): void {
  finished(retrySteps(parts));
}

/** The same in slices, between two of which others may read and write, also what waits. */
export function* retrySteps(parts: SyncParts): Steps<void> {
  const { core } = parts;
  yield* tryFaulty(parts);
  markReady(core);
  yield* tryReady(parts);
}

/** Forgets links whose record is here by now. */
function dropFoundLinks(core: Core): void {
  for (const { ledger } of core.connection.rows('SELECT DISTINCT ledger FROM quarantine_link')) {
    const table = core.tables.get(String(ledger));
    if (table === undefined) continue;
    core.connection.run(
      `DELETE FROM quarantine_link WHERE ledger = ? AND EXISTS
         (SELECT 1 FROM ${table.ledger.id} t WHERE t.id = quarantine_link.record)`,
      table.ledger.id,
    );
  }
}

/**
 * Finds the largest set of waiting rows whose missing links are all here or in the set. Numbers only: temporary tables lie in
 * memory, and of a first package hundreds of thousands may wait.
 */
function markReady(core: Core): void {
  const { connection } = core;
  dropFoundLinks(core);
  connection.raw.exec('CREATE TEMP TABLE IF NOT EXISTS ready_row (no INTEGER PRIMARY KEY)');
  connection.run('DELETE FROM temp.ready_row');
  connection.run("INSERT INTO temp.ready_row SELECT no FROM quarantine WHERE reason = 'link-missing'");
  for (;;) {
    const { changes } = connection.run(
      `DELETE FROM temp.ready_row WHERE no IN (
         SELECT l.quarantine FROM quarantine_link l WHERE NOT EXISTS (
           SELECT 1 FROM quarantine q JOIN temp.ready_row t ON t.no = q.no
           WHERE q.ledger = l.ledger AND q.record = l.record))`,
    );
    if (changes === 0) return;
  }
}

/** Rows that lack no link. */
function* tryFaulty(parts: SyncParts): Steps<void> {
  const { connection } = parts.core;
  const last = connection.number('SELECT max(no) FROM quarantine') ?? 0;
  for (let after = 0; ;) {
    const rows = connection.rows(
      `SELECT * FROM quarantine WHERE no > ? AND no <= ? AND ledger <> '' AND reason <> 'link-missing'
       ORDER BY no LIMIT ${CHUNK}`,
      after,
      last,
    );
    if (rows.length === 0) return;
    const waiting = rows.map(waitingOf);
    after = waiting.at(-1)?.no ?? last;
    tryAll(parts, waiting, false);
    yield { done: after, total: last };
  }
}

/** Rows found ready. */
function* tryReady(parts: SyncParts): Steps<void> {
  const { core } = parts;
  const { connection } = core;
  const total = connection.number('SELECT count(*) FROM temp.ready_row') ?? 0;
  for (let done = 0; ;) {
    const rows = connection.rows(
      `SELECT q.* FROM temp.ready_row r JOIN quarantine q ON q.no = r.no ORDER BY r.no LIMIT ${CHUNK}`,
    );
    const waiting = rows.map(waitingOf);
    const last = waiting.at(-1);
    if (last === undefined) return;
    connection.run('DELETE FROM temp.ready_row WHERE no <= ?', last.no);
    tryAll(parts, waiting, true);
    done += waiting.length;
    const written = changesOf(connection);
    yield { done, total };
    // A row that was ready may lack another record by now, or have been taken.
    if (changesOf(connection) !== written) markReady(core);
  }
}

/** Tries rows again, those that came together in one transaction. */
function tryAll(parts: SyncParts, waiting: readonly Waiting[], hasLinksChecked: boolean): void {
  for (const group of groups(waiting)) {
    const [first] = group;
    if (first === undefined) continue;
    takeChunk(parts, {
      came: first,
      records: group.map((one) => one.record),
      waited: group,
      tally: parts.applying.get(first.arrival) ?? newTally(),
      hasLinksChecked,
    });
  }
}

/** Rows this connection has ever written. */
export const changesOf = (connection: Connection): number => connection.number('SELECT total_changes()') ?? 0;

/** Neighbouring rows that came together. */
function groups(waiting: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const found: Waiting[][] = [];
  for (const one of waiting) {
    const group = found.at(-1);
    const like = group?.[0];
    const isAlike =
      like !== undefined &&
      like.arrival === one.arrival &&
      like.peer === one.peer &&
      like.seen === one.seen &&
      like.isSensitive === one.isSensitive;
    if (isAlike) group?.push(one);
    else found.push([one]);
  }
  return found;
}
