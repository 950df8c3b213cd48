import type { Stored, Value, Values } from '../../model/field-kind.ts';
import { fault } from '../../model/sync/arriving-row.ts';
import { clockOf } from '../../model/sync/lines.ts';
import type { Clock } from '../../model/sync/clock.ts';
import { removedField } from '../../model/sync/removal-race.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { createDigest } from '../changelog/chain.ts';
import { isoOf } from '../changelog/hybrid-clock.ts';
import type { ChangeSet } from '../repository/change-set.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';
import { isSameKey, settleKey } from '../repository/twin-keys.ts';
import { faultOfRow } from './check-arriving.ts';
import { clocksText, extraValues, touchesOf, unknownField } from './field-clocks.ts';
import { arrivingValues, type ArrivingValues, type WaitingFault } from './read-values.ts';
import { settleRemoval } from './settle-removal.ts';
import type { MaybeMerged } from './settle-merges.ts';
import { settleValues, type Settled, type UnionWish } from './settle-values.ts';
import type { SyncParts } from './sync-parts.ts';

/** A chunk of arriving records being applied inside its transaction. */
export interface Taking {
  readonly parts: SyncParts;
  readonly set: ChangeSet;
  /** Node the records came from. */
  readonly peer: string;
  /** Position of our log up to which that node knew our changes. */
  readonly seen: number;
  /** Id of this node. */
  readonly node: string;
  /** Sets changed on both sides, to be united by a change of our own afterwards. */
  readonly unions: UnionWish[];
  /** Records found here and not merged, as `ledger id`: most rows of a chunk point to the same few. */
  readonly linked: Set<string>;
  /** Records that may have been merged here and elsewhere without either knowing, to be looked at afterwards. */
  readonly merges: MaybeMerged[];
  /** Rows whose links are known to be all here or on their way (a circle within a package). */
  readonly hasLinksChecked: boolean;
}

/** What became of a record. */
export type Taken =
  | { readonly isTaken: true; readonly isChanged: boolean; readonly conflicts: number }
  | { readonly isTaken: false; readonly fault: WaitingFault };

const refused = (why: WaitingFault): Taken => ({ isTaken: false, fault: why });

/** Applies one record of a known ledger: each value by its own clock, the row as a whole or not at all. */
export function takeRecord(taking: Taking, table: LedgerTable, record: SyncRecord): Taken {
  const values = arrivingValues(table, record);
  if ('reason' in values) return refused(values);
  // Also when it is not news: a chunk may be taken again because a crash came before what follows from it.
  if (typeof record.removal?.reason === 'string')
    taking.merges.push({ ledger: record.ledger, id: record.id });
  const kept = table.byId(record.id);
  if (kept !== null) return changeRecord(taking, { table, record, values }, kept);
  return record.isWhole ? createRecord(taking, { table, record, values }) : refused(fault('record-missing'));
}

interface Arriving {
  readonly table: LedgerTable;
  readonly record: SyncRecord;
  readonly values: ArrivingValues;
}

function createRecord(taking: Taking, { table, record, values }: Arriving): Taken {
  const { core } = taking.parts;
  const isRemoved = record.removal !== null && record.removal.reason !== null;
  const row = withoutEmpty(values.known);
  const why = isRemoved
    ? null
    : faultOfRow(taking, table, { record, before: null, after: row, links: Object.keys(row) });
  if (why !== null) return refused(why);
  const unknown = withoutEmpty(values.unknown);
  const extra = Object.keys(unknown).length === 0 ? null : JSON.stringify(unknown);
  const at = isoOf(record.clock[0]);
  const rid = table.insert({ id: record.id, at, batch: null, extra }, row);
  core.search.add(table, rid, row);
  noteUnknown(taking, table, Object.keys(unknown));
  taking.set.note({
    ...subject(table, record, rid),
    version: 1,
    op: 'create',
    fields: null,
    digest: createDigest(table.ledger.id, record.id, table.digestColumns(row, extra)),
    reason: null,
    origin: { clocks: creationClocks(table, record), author: record.author },
  });
  const effect = taking.set.effect(table);
  effect.current += 1;
  effect.everything += 1;
  effect.isMembershipChanged = true;
  if (isRemoved) {
    const kept = table.byRid(rid);
    if (kept === null) throw new Error(`row ${rid} of ${table.ledger.id} vanished`);
    settleRemoval(taking, { table, record, kept, touches: null, changed: [] });
  }
  taking.set.afterLog(() => {
    settleKey(core, table, row);
  });
  return { isTaken: true, isChanged: true, conflicts: 0 };
}

function changeRecord(taking: Taking, { table, record, values }: Arriving, kept: Kept): Taken {
  const { core } = taking.parts;
  const touches = touchesOf(core.connection, { ledgerNo: table.no, rid: kept.rid, node: taking.node });
  const settled = settleValues(taking, { table, record, values, kept, touches });
  const after: Values = { ...kept.values, ...settled.values };
  const changed = Object.keys(settled.values);
  const isCurrent = record.removal === null ? kept.removedAt === null : record.removal.reason === null;
  if (changed.length > 0 && isCurrent) {
    const why = faultOfRow(taking, table, { record, before: kept.values, after, links: changed });
    if (why !== null) return refused(why);
  }
  settled.list();
  const written = writeValues(taking, { table, record, kept, settled });
  const removal = settleRemoval(taking, {
    table,
    record,
    kept: written,
    touches,
    changed: settled.differing,
  });
  const isKeyMoved = settled.differing.length > 0 && !isSameKey(table, kept.values, after);
  if (isKeyMoved || removal.isChanged) {
    taking.set.afterLog(() => {
      settleKey(core, table, kept.values);
      settleKey(core, table, after);
    });
  }
  return {
    isTaken: true,
    isChanged: settled.differing.length > 0 || removal.isChanged,
    conflicts: settled.conflicts + removal.conflicts,
  };
}

/** Writes the values that won as one change of the record; returns the row as it is then. */
function writeValues(
  taking: Taking,
  of: {
    readonly table: LedgerTable;
    readonly record: SyncRecord;
    readonly kept: Kept;
    readonly settled: Settled;
  },
): Kept {
  const { table, record, kept, settled } = of;
  if (settled.clocks.size === 0) return kept;
  const { core } = taking.parts;
  const version = kept.version + 1;
  const after = { ...kept.values, ...settled.values };
  const unknown = Object.keys(settled.unknown);
  const extra =
    unknown.length === 0 ? kept.extra : JSON.stringify({ ...extraValues(kept.extra), ...settled.unknown });
  const at = isoOf(Math.max(...[...settled.clocks.values()].map(([reading]) => reading)));
  table.update(kept, settled.values, {
    at: at > kept.updatedAt ? at : kept.updatedAt,
    version,
    ...(extra === kept.extra ? {} : { extra }),
  });
  // A removed record is in no index; it is entered again when it comes back.
  if (kept.removedAt === null) core.search.change(table, kept.rid, { before: kept.values, after });
  noteUnknown(taking, table, unknown);
  const fields: Record<string, readonly [Value, Value]> = {};
  for (const name of Object.keys(settled.values))
    fields[name] = [kept.values[name] ?? null, after[name] ?? null];
  if (extra !== kept.extra) fields['$extra'] = [kept.extra, extra];
  taking.set.note({
    ...subject(table, record, kept.rid),
    version,
    op: 'update',
    fields: JSON.stringify(fields),
    digest: null,
    reason: null,
    origin: { clocks: clocksText(settled.clocks), author: record.author },
  });
  const effect = taking.set.effect(table);
  for (const name of settled.differing) effect.fields.add(name);
  return { ...kept, version, values: after, extra };
}

/** Clocks of a record as created: that of the creation, and those of fields changed since. */
function creationClocks(table: LedgerTable, record: SyncRecord): string {
  const clocks = new Map<string, Clock>();
  for (const name of Object.keys(record.values)) {
    const isKnown =
      table.ledger.fields[name]?.storage !== undefined && table.ledger.fields[name]?.storage !== null;
    clocks.set(isKnown ? name : unknownField(name), clockOf(record, name));
  }
  // Brought back before it came here: an earlier removal that arrives later must not win.
  if (record.removal?.reason === null) clocks.set(removedField, record.removal.clock);
  return clocksText(clocks, record.clock);
}

const subject = (table: LedgerTable, record: SyncRecord, rid: number) => ({
  ledger: { no: table.no, id: table.ledger.id },
  rid,
  record: record.id,
  undoes: null,
});

/** Remembers which fields a later program should look for in `extra`. */
function noteUnknown(taking: Taking, table: LedgerTable, names: readonly string[]): void {
  for (const name of names) {
    taking.parts.core.connection.run(
      'INSERT OR IGNORE INTO unknown_field (ledger, field) VALUES (?, ?)',
      table.ledger.id,
      name,
    );
  }
}

const withoutEmpty = <T extends Value | Stored>(values: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
