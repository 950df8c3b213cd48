import type { StoreNotice } from '../api.ts';
import type { Connection } from '../open/connection.ts';
import type { Mark } from '../open/high-water-mark.ts';
import { tipBeforeFirst } from './change-log.ts';

/**
 * Why a lineage began. `unmarked`: a file with a history but no mark beside it, so moved, or restored on another
 * computer; nobody need be told, but nothing it sends may continue the numbers it had.
 */
export type LineageReason = 'created' | 'start' | 'unmarked' | 'rolled-back' | 'wal-lost';

/** The newest lineage in the file with its last counter and tip. */
export interface Latest {
  readonly no: number;
  readonly id: string;
  readonly counter: number;
  readonly tip: Uint8Array;
}

/** `null` for a file without any lineage. */
export function latestLineage(connection: Connection): Latest | null {
  const row = connection.row('SELECT no, id FROM lineage ORDER BY no DESC LIMIT 1');
  if (row === undefined) return null;
  const no = Number(row['no']);
  const last = connection.row(
    `SELECT first_counter + changes - 1 AS counter, tip FROM write_log
     WHERE lineage = ? ORDER BY first_counter DESC, no DESC LIMIT 1`,
    no,
  );
  const tip = last?.['tip'];
  return {
    no,
    id: String(row['id']),
    counter: Number(last?.['counter'] ?? 0),
    tip: tip instanceof Uint8Array ? tip : tipBeforeFirst(connection, no),
  };
}

/**
 * Compares the file with the mark left outside it. A file ahead of the mark is usual (the mark may lag); a file
 * that does not hold the mark's write is older than what this office last saw.
 */
export function compareWithMark(
  connection: Connection,
  mark: Mark | null,
  latest: Latest | null,
): LineageReason {
  if (latest === null) return 'created';
  if (mark === null) return 'unmarked';
  if (holdsMark(connection, mark)) return 'start';
  if (mark.restored === true) return 'rolled-back';
  return mark.lineage === latest.id && mark.counter > latest.counter ? 'wal-lost' : 'rolled-back';
}

/** Begins the lineage of this launch; call inside a transaction. */
export function beginLineage(
  connection: Connection,
  facts: {
    readonly id: string;
    readonly startedAt: string;
    readonly reason: LineageReason;
    readonly latest: Latest | null;
    /** Mark the file does not reach, kept for the record. */
    readonly missed: Mark | null;
  },
): { readonly no: number; readonly id: string } {
  const { rid: no } = connection.run(
    `INSERT INTO lineage (id, started_at, reason, previous, previous_count, previous_tip, missed_mark)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    facts.id,
    facts.startedAt,
    facts.reason,
    facts.latest?.no ?? null,
    facts.latest?.counter ?? 0,
    facts.latest?.tip ?? null,
    facts.missed === null ? null : JSON.stringify(facts.missed),
  );
  return { no, id: facts.id };
}

/** What the user is told about the comparison; `null` when all is well. */
export function noticeOf(
  reason: LineageReason,
  mark: Mark | null,
  latest: Latest | null,
): StoreNotice | null {
  if (reason !== 'rolled-back' && reason !== 'wal-lost') return null;
  return {
    code: reason,
    details: {
      markAt: mark?.at ?? '',
      missing:
        mark !== null && latest !== null && mark.lineage === latest.id ? mark.counter - latest.counter : 0,
    },
  };
}

function holdsMark(connection: Connection, mark: Mark): boolean {
  const lineageNo = connection.number('SELECT no FROM lineage WHERE id = ?', mark.lineage);
  if (lineageNo === null) return false;
  // A lineage that has not written yet stands at its first tip; one that wrote without changing anything does not.
  if (Buffer.from(tipBeforeFirst(connection, lineageNo)).toString('hex') === mark.tip) return true;
  const found = connection.number(
    `SELECT 1 FROM write_log WHERE lineage = ? AND first_counter <= ? AND first_counter + changes - 1 = ? AND tip = ?
     ORDER BY first_counter DESC LIMIT 1`,
    lineageNo,
    mark.counter + 1,
    mark.counter,
    Buffer.from(mark.tip, 'hex'),
  );
  return found !== null;
}
