import type { Stored, Values } from '../../model/field-kind.ts';
import type { Clock } from '../../model/sync/clock.ts';
import type { Caller } from '../api.ts';
import type { SyncStore } from '../api/sync.ts';
import { enterReplies } from './enter-replies.ts';
import { recordOf, returnedOf, waitingOf } from './quarantine.ts';
import { write } from '../repository/write.ts';
import { retryWaiting } from './retry.ts';
import { ownNode, type SyncParts } from './sync-parts.ts';
import { takeChunk } from './take-chunk.ts';
import { newTally } from './tally.ts';

/** Rows of packages that wait (隔离). */
export function quarantineStore(parts: SyncParts): SyncStore['quarantine'] {
  const { connection } = parts.core;
  const count = (): number => connection.number('SELECT count(*) FROM quarantine') ?? 0;
  return {
    list: (limit) =>
      connection.rows('SELECT * FROM quarantine ORDER BY no LIMIT ?', limit).map((row) => {
        const record = row['ledger'] === '' ? null : recordOf(String(row['content']));
        return {
          ...returnedOf(row),
          no: Number(row['no']),
          isSensitive: row['sensitive'] === 1,
          peer: String(row['peer']),
          values: record?.values ?? {},
          author: record?.author ?? '',
          at: String(row['at']),
        };
      }),
    counts: () =>
      connection
        .rows('SELECT ledger, sensitive, count(*) AS count FROM quarantine GROUP BY ledger, sensitive')
        .map((row) => ({
          ledger: String(row['ledger']),
          isSensitive: row['sensitive'] === 1,
          count: Number(row['count']),
        })),
    retry: () => {
      const before = count();
      retryWaiting(parts);
      enterReplies(parts);
      const left = count();
      return { taken: before - left, left };
    },
    correct: (no, values, caller) => correct(parts, no, { values, caller }),
  };
}

/**
 * Takes a waiting row with corrected values. The correction is then logged as a change of our own, so that it travels
 * back to the sender.
 */
function correct(
  parts: SyncParts,
  no: number,
  by: { readonly values: Values; readonly caller: Caller },
): boolean {
  const { core } = parts;
  const row = core.connection.row("SELECT * FROM quarantine WHERE no = ? AND ledger <> ''", no);
  if (row === undefined) return false;
  const waiting = waitingOf(row);
  const table = core.tables.get(waiting.record.ledger);
  if (table === undefined) return false;
  const clock: Clock = [core.log.clock.next(), ownNode(parts)];
  const values: Record<string, Stored> = { ...waiting.record.values };
  const clocks: Record<string, Clock> = { ...waiting.record.clocks };
  for (const [name, value] of Object.entries(by.values)) {
    values[name] = table.encode(name, value);
    clocks[name] = clock;
  }
  const record = { ...waiting.record, values, clocks };
  const tally = newTally();
  takeChunk(parts, { came: waiting, records: [record], tally });
  if (tally.accepted === 0) return false;
  const { ledger, id } = record;
  const decided = { ledger, id, op: 'update', values: by.values, decided: Object.keys(by.values) } as const;
  write(core, { writeId: core.randomId(), caller: by.caller, checked: true, writes: [decided] });
  enterReplies(parts);
  return true;
}
