import type { Core } from '../repository/core.ts';
import { waitingOf, type Waiting } from './quarantine.ts';
import type { SyncParts } from './sync-parts.ts';
import { takeChunk, type Tally } from './take-chunk.ts';

/** Rows tried in one transaction. */
const CHUNK = 500;

/**
 * Tries the rows in quarantine again: what they lacked may have come. Rows that only lack each other (a household
 * points to its head, the head to the household) are taken together. Rows of `arrival` are counted in its tally.
 */
export function retryWaiting(
  parts: SyncParts,
  of: { readonly arrival: number; readonly tally: Tally } | null = null,
): void {
  const { core } = parts;
  dropFoundLinks(core);
  tryEach(parts, of, { hasLinksChecked: false, condition: "q.reason <> 'link-missing'" });
  markReady(core);
  tryEach(parts, of, { hasLinksChecked: true, condition: 'q.no IN (SELECT no FROM temp.ready_row)' });
  core.connection.run('DELETE FROM temp.ready_row');
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
 * Finds the largest set of waiting rows whose missing links are all in the set. Numbers only: temporary tables lie in
 * memory, and of a first package hundreds of thousands may wait.
 */
function markReady(core: Core): void {
  const { connection } = core;
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

function tryEach(
  parts: SyncParts,
  of: { readonly arrival: number; readonly tally: Tally } | null,
  how: { readonly hasLinksChecked: boolean; readonly condition: string },
): void {
  const others: Tally = { accepted: 0, changed: 0, conflicts: 0 };
  const last = parts.core.connection.number('SELECT max(no) FROM quarantine') ?? 0;
  for (let after = 0; ;) {
    const rows = parts.core.connection.rows(
      `SELECT q.* FROM quarantine q WHERE q.no > ? AND q.no <= ? AND q.ledger <> '' AND ${how.condition}
       ORDER BY q.no LIMIT ${CHUNK}`,
      after,
      last,
    );
    if (rows.length === 0) return;
    const waiting = rows.map(waitingOf);
    after = waiting.at(-1)?.no ?? last;
    for (const group of groups(waiting)) {
      const [first] = group;
      if (first === undefined) continue;
      takeChunk(parts, {
        came: first,
        records: group.map((one) => one.record),
        waited: group,
        tally: of !== null && first.arrival === of.arrival ? of.tally : others,
        hasLinksChecked: how.hasLinksChecked,
      });
    }
  }
}

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
