import { z } from 'zod';
import type { Value } from '../../model/field-kind.ts';
import type { Connection, Row } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { changeId } from './change-log.ts';
import { isoOf } from './hybrid-clock.ts';

/** A logged change with what its write says. */
export interface LoggedChange {
  readonly seq: number;
  readonly change: string;
  readonly rid: number;
  readonly ledgerNo: number;
  readonly record: string;
  readonly version: number;
  readonly op: 'create' | 'update' | 'remove' | 'restore';
  readonly at: string;
  readonly user: string;
  /** Node it was made on; `null`: entered here. */
  readonly node: string | null;
  readonly batch: string | null;
  readonly reason: string | null;
  readonly undoes: string | null;
  /** Number of the write it belongs to, and how many changes that made. */
  readonly write: { readonly no: number; readonly changes: number };
  /** Field → [old, new]; empty for a create, whose values are derived from the row. */
  readonly fields: Readonly<Record<string, readonly [Value, Value]>>;
}

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const fieldsShape = z.record(z.string(), z.tuple([value, value]));
const opShape = z.enum(['create', 'update', 'remove', 'restore']);

const selectChanges = `SELECT c.seq, c.ledger, c.rid, c.record, c.version, c.op, c.fields, c.reason, c.undoes, w.at, w.batch, w.no AS write_no, w.changes,
    w.first_counter + c.seq - w.first_seq AS counter, l.id AS lineage, c.clocks,
    coalesce(ca.name, a.name) AS author
  FROM change_log c JOIN write_log w ON w.no = c.write JOIN lineage l ON l.no = w.lineage JOIN author a ON a.no = w.author
    LEFT JOIN author ca ON ca.no = c.author`;

/** Changes of one record, oldest first, whose version is above `version`. */
export function changesSince(
  connection: Connection,
  of: { readonly table: LedgerTable; readonly rid: number; readonly version: number },
): readonly LoggedChange[] {
  return connection
    .rows(
      `${selectChanges} WHERE c.ledger = ? AND c.rid = ? AND c.version > ? ORDER BY c.seq`,
      of.table.no,
      of.rid,
      of.version,
    )
    .map(loggedChange);
}

/** One change by its id; `null` when there is none. */
export function changeById(connection: Connection, change: string): LoggedChange | null {
  const parts = /^(.+)\.(\d+)$/.exec(change);
  if (parts === null) return null;
  const lineageNo = connection.number('SELECT no FROM lineage WHERE id = ?', parts[1] ?? '');
  if (lineageNo === null) return null;
  const counter = Number(parts[2]);
  const seq = connection.number(
    `SELECT first_seq + ? - first_counter FROM write_log
     WHERE lineage = ? AND first_counter <= ? AND changes > 0 ORDER BY first_counter DESC LIMIT 1`,
    counter,
    lineageNo,
    counter,
  );
  if (seq === null) return null;
  const row = connection.row(`${selectChanges} WHERE c.seq = ? AND w.lineage = ?`, seq, lineageNo);
  return row === undefined ? null : loggedChange(row);
}

/** More records of one ledger than are entered in one act: what creates as many and nothing else is a load. */
const MOST_OF_ONE_ACT = 20;

/**
 * Changes that are taken back together with one, itself among them, in the order they were made: all that its request
 * wrote (a move closes one interval, opens another and touches the subject; a planned month has hundreds of duties). Those
 * of a batch and of a load stand for themselves, and so do reversals of a batch. What came from another office lies in
 * one write with everything that came with it: together are those made at the same moment there.
 */
export function changesTogether(connection: Connection, change: LoggedChange): readonly LoggedChange[] {
  const { changes } = change.write;
  if (changes === 1 || change.batch !== null) return [change];
  const undone = change.undoes === null ? null : changeById(connection, change.undoes);
  if (undone !== null && undone.batch !== null) return [change];
  if (change.node !== null) {
    const made = changesOfWrite(connection, change).filter(
      ({ at, node }) => at === change.at && node === change.node,
    );
    return made.length > MOST_OF_ONE_ACT ? [change] : made;
  }
  return isOfLoad(connection, change) ? [change] : changesOfWrite(connection, change);
}

/** Every change of the write a change belongs to, in order. */
export const changesOfWrite = (connection: Connection, { write }: LoggedChange): readonly LoggedChange[] =>
  connection
    .rows(
      `${selectChanges} WHERE w.no = ? AND c.seq >= w.first_seq AND c.seq < w.first_seq + w.changes ORDER BY c.seq`,
      write.no,
    )
    .map(loggedChange);

function isOfLoad(connection: Connection, { write }: LoggedChange): boolean {
  if (write.changes <= MOST_OF_ONE_ACT) return false;
  const first = connection.rows(
    `SELECT c.op, c.ledger FROM write_log w JOIN change_log c ON c.seq >= w.first_seq AND c.seq <= w.first_seq + ${MOST_OF_ONE_ACT}
     WHERE w.no = ?`,
    write.no,
  );
  return first.every(({ op, ledger }) => op === 'create' && ledger === first[0]?.['ledger']);
}

/** Changes of one batch, oldest first, write by write. */
export function* changesOfBatch(
  connection: Connection,
  batch: string,
): Generator<readonly LoggedChange[], void, undefined> {
  const writes = connection.rows(
    'SELECT first_seq, changes FROM write_log WHERE batch = ? ORDER BY no',
    batch,
  );
  for (const write of writes) {
    const first = Number(write['first_seq']);
    const end = first + Number(write['changes']);
    const rows = connection.rows(
      `${selectChanges} WHERE c.seq >= ? AND c.seq < ? AND w.batch = ? ORDER BY c.seq`,
      first,
      end,
      batch,
    );
    yield rows.map(loggedChange);
  }
}

/** Changed fields as the log keeps them, from their JSON text. */
export const loggedFields = (text: string): LoggedChange['fields'] => fieldsShape.parse(JSON.parse(text));

const clocksShape = z.record(z.string(), z.tuple([z.number(), z.string()]));

/** Where and when a change was made: one of another node at the time it was made there, not when it came. */
function madeBy({ at, op, clocks }: Row): { readonly node: string | null; readonly at: number } {
  if (typeof clocks !== 'string') return { node: null, at: Number(at) };
  const byField = clocksShape.parse(JSON.parse(clocks));
  const creation = op === 'create' ? byField['*'] : undefined;
  const latest = Object.values(byField).reduce((a, b) => (b[0] > a[0] ? b : a));
  const [reading, node] = creation ?? latest;
  return { node, at: reading };
}

function loggedChange(row: Row): LoggedChange {
  const fields = row['fields'];
  const made = madeBy(row);
  return {
    seq: Number(row['seq']),
    change: changeId(String(row['lineage']), Number(row['counter'])),
    rid: Number(row['rid']),
    ledgerNo: Number(row['ledger']),
    record: String(row['record']),
    version: Number(row['version']),
    op: opShape.parse(row['op']),
    at: isoOf(made.at),
    user: String(row['author']),
    node: made.node,
    batch: typeof row['batch'] === 'string' ? row['batch'] : null,
    reason: typeof row['reason'] === 'string' ? row['reason'] : null,
    undoes: typeof row['undoes'] === 'string' ? row['undoes'] : null,
    write: { no: Number(row['write_no']), changes: Number(row['changes']) },
    fields: typeof fields === 'string' ? loggedFields(fields) : {},
  };
}
