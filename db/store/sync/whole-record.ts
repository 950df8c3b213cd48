import type { Stored, Value } from '../../model/field-kind.ts';
import type { Clock } from '../../model/sync/clock.ts';
import { removedField } from '../../model/sync/removal-race.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { Connection, Row } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { extraValues, isEqual, RecordTouches, selectTouches, unknownField } from './field-clocks.ts';

/** Where and how far to read. */
export interface ReadAt {
  readonly connection: Connection;
  readonly table: LedgerTable;
  /** Position of the log at which the record is shown. */
  readonly upTo: number;
  /** Id of this node. */
  readonly node: string;
}

/**
 * One record as it stood at a position of the log, every value with its clock; `null` when it was not there yet. Writes
 * may come between two records of one export: what they changed is put back, so the export is of one moment.
 */
export function wholeRecord(at: ReadAt, rid: number): SyncRecord | null {
  const { connection, table } = at;
  const row = connection.row(`SELECT * FROM ${table.ledger.id} WHERE rid = ?`, rid);
  return row === undefined ? null : shownRecord(at, row, connection.rows(selectTouches, table.no, rid));
}

/** The same from a row already read and all its changes, oldest first. */
export function shownRecord(at: ReadAt, row: Row, changes: readonly Row[]): SyncRecord | null {
  const { table, upTo, node } = at;
  const within = changes.filter((change) => Number(change['seq']) <= upTo);
  const touches = new RecordTouches(within, node);
  if (touches.creation === null) return null;
  const later = changes.slice(within.length);
  const { values, extra } = later.length === 0 ? columnsOf(table, row) : putBack(table, row, later);
  return recordOf(table, { id: String(row['id']), values, extra, within, touches });
}

interface Columns {
  readonly values: Readonly<Record<string, Stored>>;
  readonly extra: string | null;
}

function columnsOf(table: LedgerTable, row: Row): Columns {
  const values: Record<string, Stored> = {};
  for (const { name } of table.stored) {
    const value = row[name];
    values[name] = typeof value === 'string' || typeof value === 'number' ? value : null;
  }
  return { values, extra: textOrNull(row['extra']) };
}

/** Fields of a logged change, `{field: [old, new]}`. */
export const loggedFields = (
  text: Row[string] | undefined,
): Readonly<Record<string, readonly [Value, Value]>> =>
  // Written by this store and chained by hash; a first export reads millions of them.
  typeof text === 'string' ? (JSON.parse(text) as Readonly<Record<string, readonly [Value, Value]>>) : {};

function putBack(table: LedgerTable, row: Row, later: readonly Row[]): Columns {
  const now = columnsOf(table, row);
  const values = { ...now.values };
  let { extra } = now;
  for (const change of later.toReversed()) {
    for (const [field, [before]] of Object.entries(loggedFields(change['fields']))) {
      if (field === '$extra') extra = typeof before === 'string' ? before : null;
      else if (field in values) values[field] = table.encode(field, before);
    }
  }
  return { values, extra };
}

function recordOf(
  table: LedgerTable,
  of: Columns & { readonly id: string; readonly within: readonly Row[]; readonly touches: RecordTouches },
): SyncRecord {
  const { touches } = of;
  const creation: Clock = touches.creation?.clock ?? [0, ''];
  const values: Record<string, Stored> = {};
  const clocks: Record<string, Clock> = {};
  let last = touches.creation;
  const put = (name: string, field: string, value: Stored): void => {
    const touch = touches.of(field, value);
    // Empty since the beginning says nothing; emptied later does.
    if (touch === null) return;
    values[name] = value;
    if (!isEqual(touch.clock, creation)) clocks[name] = touch.clock;
    if (last === null || touch.seq > last.seq) last = touch;
  };
  for (const [name, value] of Object.entries(of.values)) put(name, name, value);
  for (const [name, value] of Object.entries(extraValues(of.extra))) put(name, unknownField(name), value);
  const removal = touches.of(removedField, null);
  if (removal !== null && (last === null || removal.seq > last.seq)) last = removal;
  const reason = of.within.findLast((change) => change['op'] === 'remove' || change['op'] === 'restore');
  return {
    ledger: table.ledger.id,
    revision: table.ledger.revision,
    id: of.id,
    isWhole: true,
    values,
    clock: creation,
    clocks,
    removal: removal === null ? null : { reason: textOrNull(reason?.['reason']), clock: removal.clock },
    author: last?.author ?? '',
  };
}

const textOrNull = (stored: Row[string] | undefined): string | null =>
  typeof stored === 'string' ? stored : null;
