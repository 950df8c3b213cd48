import { z } from 'zod';
import type { ReturnedRow } from '../../model/sync/sync-node.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { Connection, Row } from '../open/connection.ts';
import type { Core } from '../repository/core.ts';
import type { WaitingFault } from './read-values.ts';

/** A row that waits, with what is needed to try it again. */
export interface Waiting {
  readonly no: number;
  readonly peer: string;
  readonly seen: number;
  readonly isSensitive: boolean;
  readonly arrival: number;
  readonly record: SyncRecord;
}

/** What a waiting row came with. */
export type Came = Pick<Waiting, 'peer' | 'seen' | 'isSensitive' | 'arrival'>;

const argsShape = z.record(z.string(), z.union([z.string(), z.number()]));

/** A record as kept in a JSON text, which this store has written itself from one that was read and checked. */
export const recordOf = (content: string): SyncRecord => JSON.parse(content) as SyncRecord;

/** Finds what waits already of the records of a chunk: of most ledgers nothing does, which is asked once. */
export class EarlierRows {
  readonly #core: Core;
  readonly #peer: string;
  readonly #isAnyOf = new Map<string, boolean>();

  constructor(core: Core, peer: string) {
    this.#core = core;
    this.#peer = peer;
  }

  /** The row of the same record from the same peer. */
  of({ ledger, id }: SyncRecord): Waiting | null {
    if (ledger === '' || !this.#isAny(ledger)) return null;
    const row = this.#core.connection.row(
      'SELECT * FROM quarantine WHERE ledger = ? AND record = ? AND peer = ?',
      ledger,
      id,
      this.#peer,
    );
    return row === undefined ? null : waitingOf(row);
  }

  /** Says that a row of this ledger waits from now on. */
  note(ledger: string): void {
    this.#isAnyOf.set(ledger, true);
  }

  #isAny(ledger: string): boolean {
    const known = this.#isAnyOf.get(ledger);
    if (known !== undefined) return known;
    const found = this.#core.connection.number('SELECT 1 FROM quarantine WHERE ledger = ?', ledger) !== null;
    this.#isAnyOf.set(ledger, found);
    return found;
  }
}

/** Puts a row into quarantine; it takes the place of `earlier`, with which its record is united. */
export function keepBack(
  core: Core,
  came: Came,
  held: { readonly record: SyncRecord; readonly fault: WaitingFault; readonly earlier: Waiting | null },
): void {
  const { record, earlier } = held;
  const { ledger, id } = record;
  if (earlier !== null) letGo(core, earlier.no);
  const { rid: no } = core.connection.run(
    `INSERT INTO quarantine (no, peer, ledger, record, content, seen, sensitive, arrival, field, reason, args, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    earlier?.no ?? null,
    came.peer,
    ledger,
    id,
    JSON.stringify(record),
    came.seen,
    came.isSensitive ? 1 : 0,
    came.arrival,
    held.fault.field,
    held.fault.reason,
    JSON.stringify(held.fault.args),
    core.now().toISOString(),
  );
  for (const [target, missing] of held.fault.missing ?? []) {
    core.connection.run(
      'INSERT OR IGNORE INTO quarantine_link (ledger, record, quarantine) VALUES (?, ?, ?)',
      target,
      missing,
      no,
    );
  }
}

/** Keeps a line that is no record. */
export function keepBackLine(
  core: Core,
  came: Came,
  line: { readonly number: number; readonly reason: string; readonly text: string },
): void {
  core.connection.run(
    `INSERT INTO quarantine (peer, ledger, record, content, seen, sensitive, arrival, field, reason, args, at)
     VALUES (?, '', '', ?, 0, 1, ?, NULL, 'line-unreadable', ?, ?)`,
    came.peer,
    line.text,
    came.arrival,
    JSON.stringify({ line: line.number, text: line.reason }),
    core.now().toISOString(),
  );
}

/** Takes a row out of quarantine. */
export function letGo(core: Core, no: number): void {
  core.connection.run('DELETE FROM quarantine_link WHERE quarantine = ?', no);
  core.connection.run('DELETE FROM quarantine WHERE no = ?', no);
}

/** Rows in quarantine as a receipt names them: all of a peer, or those of one arrival. */
export function returnedRows(
  connection: Connection,
  of: { readonly peer: string; readonly arrival?: number },
): readonly ReturnedRow[] {
  const rows =
    of.arrival === undefined
      ? connection.rows('SELECT * FROM quarantine WHERE peer = ? ORDER BY no', of.peer)
      : connection.rows(
          'SELECT * FROM quarantine WHERE peer = ? AND arrival = ? ORDER BY no',
          of.peer,
          of.arrival,
        );
  return rows.map(returnedOf);
}

/** A quarantined row as the receipt says it. */
export const returnedOf = (row: Row): ReturnedRow => ({
  ledger: String(row['ledger']),
  id: String(row['record']),
  field: typeof row['field'] === 'string' ? row['field'] : null,
  reason: String(row['reason']),
  args: argsShape.parse(JSON.parse(String(row['args']))),
});

export const waitingOf = (row: Row): Waiting => ({
  no: Number(row['no']),
  peer: String(row['peer']),
  seen: Number(row['seen']),
  isSensitive: row['sensitive'] === 1,
  arrival: Number(row['arrival']),
  record: recordOf(String(row['content'])),
});
