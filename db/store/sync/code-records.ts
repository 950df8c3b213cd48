import { codeTablesVersion } from '../../model/codes/code-tables.ts';
import type { Stored } from '../../model/field-kind.ts';
import type { Clock } from '../../model/sync/clock.ts';
import { fault } from '../../model/sync/arriving-row.ts';
import { codeNamed, codesLedger } from '../../model/sync/codes-ledger.ts';
import { clockOf } from '../../model/sync/lines.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { codeLedger } from '../migrate/migrate.ts';
import type { Row } from '../open/connection.ts';
import type { Taken, Taking } from './apply.ts';
import { noteConflict, type NotedSide } from './conflict-notes.ts';
import { clocksText, isUnseen, overrules, touchesOf, type RecordTouches } from './field-clocks.ts';
import type { SyncParts } from './sync-parts.ts';

/** What of a code is decided field by field; its place in the list follows the newest. */
const codeFields = ['name', 'name_en', 'valid_from', 'valid_to'] as const;

/** Applies an edited code. Codes as shipped have no clock: every edit is later. */
export function takeCode(taking: Taking, record: SyncRecord): Taken {
  const { connection } = taking.parts.core;
  const named = codeNamed(record.id);
  if (named === null) return { isTaken: false, fault: fault('record-missing') };
  const { table, code } = named;
  const kept = connection.row('SELECT * FROM code_item WHERE code_table = ? AND code = ?', table, code);
  const name = kept?.['name'] ?? record.values['name'];
  if (typeof name !== 'string') return { isTaken: false, fault: fault('record-missing') };
  const touches = touchesOf(connection, {
    ledgerNo: codeLedger.no,
    rid: Number(kept?.['rid'] ?? 0),
    node: taking.node,
  });
  const won = decided(taking, { record, kept, touches });
  if (won.clocks.size === 0) return { isTaken: true, isChanged: false, conflicts: won.conflicts };
  const rid = putCode(taking, { table, code, kept, won: won.values, record });
  taking.set.note({
    ledger: codeLedger,
    rid,
    record: record.id,
    version: Number(kept?.['version'] ?? 0) + 1,
    op: kept === undefined ? 'create' : 'update',
    fields: JSON.stringify(
      Object.fromEntries(
        Object.entries(won.values).map(([field, value]) => [field, [columnOf(kept, field), value]]),
      ),
    ),
    digest: null,
    reason: null,
    undoes: null,
    origin: { clocks: clocksText(won.clocks), author: record.author },
  });
  const isChanged = Object.entries(won.values).some(([field, value]) => columnOf(kept, field) !== value);
  return { isTaken: true, isChanged, conflicts: won.conflicts };
}

const columnOf = (kept: Row | undefined, field: string): Stored => {
  const value = kept?.[field];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

interface Meeting {
  readonly record: SyncRecord;
  readonly kept: Row | undefined;
  readonly touches: RecordTouches;
}

function decided(
  taking: Taking,
  { record, kept, touches }: Meeting,
): {
  readonly values: Readonly<Record<string, Stored>>;
  readonly clocks: ReadonlyMap<string, Clock>;
  readonly conflicts: number;
} {
  const values: Record<string, Stored> = {};
  const clocks = new Map<string, Clock>();
  let conflicts = 0;
  for (const field of codeFields) {
    const arriving = { clock: clockOf(record, field), value: record.values[field] ?? null };
    if (!(field in record.values) || isAsShipped(arriving.clock, kept)) continue;
    const value = columnOf(kept, field);
    const touch = touches.of(field, value);
    const standing = touch === null ? null : { ...touch, value };
    const isOver = overrules(arriving, standing);
    if (isOver) {
      values[field] = arriving.value;
      clocks.set(field, arriving.clock);
    }
    if (standing === null || arriving.value === value) continue;
    const isKnown = isOver
      ? !isUnseen(standing, taking.peer, taking.seen)
      : touches.knows(field, arriving.clock);
    const sides = { arriving: { ...arriving, author: record.author }, standing };
    if (!isKnown && listConflict(taking, { record, field, isOver, ...sides })) conflicts += 1;
  }
  return { values, clocks, conflicts };
}

/** A name as shipped at the sender is needed only where the code is not known at all. */
const isAsShipped = (clock: Clock, kept: Row | undefined): boolean => clock[0] === 0 && kept !== undefined;

function listConflict(
  taking: Taking,
  of: {
    readonly record: SyncRecord;
    readonly field: string;
    readonly isOver: boolean;
    readonly arriving: NotedSide;
    readonly standing: NotedSide;
  },
): boolean {
  return noteConflict(taking.parts.core, {
    ledger: codesLedger,
    record: of.record.id,
    field: of.field,
    peer: taking.peer,
    kept: of.isOver ? of.arriving : of.standing,
    other: of.isOver ? of.standing : of.arriving,
  });
}

function putCode(
  taking: Taking,
  of: {
    readonly table: string;
    readonly code: string;
    readonly kept: Row | undefined;
    readonly won: Readonly<Record<string, Stored>>;
    readonly record: SyncRecord;
  },
): number {
  const { connection } = taking.parts.core;
  const { kept, won, record } = of;
  const place = record.values['place'];
  const columns = codeFields.map((field) => (field in won ? (won[field] ?? null) : columnOf(kept, field)));
  const last = typeof place === 'number' ? place : Number(kept?.['place'] ?? 0);
  if (kept === undefined) {
    return connection.run(
      `INSERT INTO code_item (name, name_en, valid_from, valid_to, place, version, edited, code_table, code)
       VALUES (?, ?, ?, ?, ?, 1, 1, ?, ?)`,
      ...columns,
      last,
      of.table,
      of.code,
    ).rid;
  }
  const rid = Number(kept['rid']);
  connection.run(
    `UPDATE code_item SET name = ?, name_en = ?, valid_from = ?, valid_to = ?, place = ?, version = version + 1, edited = 1
     WHERE rid = ?`,
    ...columns,
    last,
    rid,
  );
  return rid;
}

/** An edited code as it stands, for sending. */
export function codeRecord(parts: SyncParts, rid: number, node: string): SyncRecord | null {
  const { connection } = parts.core;
  const kept = connection.row('SELECT * FROM code_item WHERE rid = ?', rid);
  if (kept === undefined) return null;
  const touches = touchesOf(connection, { ledgerNo: codeLedger.no, rid, node });
  const newest = codeFields
    .map((field) => touches.of(field, columnOf(kept, field)))
    .reduce((top, one) => (one !== null && (top === null || one.seq > top.seq) ? one : top), null);
  if (newest === null) return null;
  const values: Record<string, Stored> = { place: columnOf(kept, 'place') };
  const clocks: Record<string, Clock> = {};
  for (const field of codeFields) {
    const value = columnOf(kept, field);
    const touch = touches.of(field, value);
    if (touch === null && value === null) continue;
    values[field] = value;
    clocks[field] = touch?.clock ?? [0, node];
  }
  return {
    ledger: codesLedger,
    revision: codeTablesVersion,
    id: `${String(kept['code_table'])}/${String(kept['code'])}`,
    isWhole: true,
    values,
    clock: newest.clock,
    clocks,
    removal: null,
    author: newest.author,
  };
}
