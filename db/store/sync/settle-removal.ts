import { removalRace, removedField } from '../../model/sync/removal-race.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { isoOf } from '../changelog/hybrid-clock.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';
import type { Taking } from './apply.ts';
import { noteConflict } from './conflict-notes.ts';
import { clocksText, isUnseen, overrules, type RecordTouches, type Touch } from './field-clocks.ts';

interface Row {
  readonly table: LedgerTable;
  readonly record: SyncRecord;
  /** The row after the arriving values. */
  readonly kept: Kept;
  /** As before them; `null` for a record just created. */
  readonly touches: RecordTouches | null;
  /** Fields the arriving values have changed. */
  readonly changed: readonly string[];
}

/**
 * Removes a record or brings it back as the later clock says. Values and removal do not stop each other; where one
 * side removed what the other changed, without knowing, it is listed.
 */
export function settleRemoval(
  taking: Taking,
  row: Row,
): { readonly isChanged: boolean; readonly conflicts: number } {
  const { record, kept, touches } = row;
  const touch = touches?.of(removedField, null) ?? null;
  const { removal } = record;
  if (removal === null) return { isChanged: false, conflicts: listIfRemovedHere(taking, row, touch) };
  const standing = touch === null ? null : { clock: touch.clock, value: kept.removedReason };
  if (!overrules({ clock: removal.clock, value: removal.reason }, standing))
    return { isChanged: false, conflicts: listIfRemovedHere(taking, row, touch) };
  const conflicts = removal.reason === null ? 0 : listIfChangedHere(taking, row, removal.reason);
  const isChanged = (removal.reason === null) !== (kept.removedAt === null);
  writeRemoval(taking, row, { reason: removal.reason, clock: removal.clock });
  return { isChanged, conflicts };
}

function writeRemoval(taking: Taking, row: Row, removal: NonNullable<SyncRecord['removal']>): void {
  const { table, record, kept } = row;
  const { core } = taking.parts;
  const version = kept.version + 1;
  const at = isoOf(removal.clock[0]);
  const isNow = removal.reason !== null;
  table.update(
    kept,
    {},
    {
      at: at > kept.updatedAt ? at : kept.updatedAt,
      version,
      removed_at: isNow ? at : null,
      removed_reason: removal.reason,
      twin_of: null,
    },
  );
  taking.set.note({
    ledger: { no: table.no, id: table.ledger.id },
    rid: kept.rid,
    record: record.id,
    version,
    op: isNow ? 'remove' : 'restore',
    fields: null,
    digest: null,
    reason: removal.reason,
    undoes: null,
    origin: { clocks: clocksText(new Map([[removedField, removal.clock]])), author: record.author },
  });
  const wasRemoved = kept.removedAt !== null;
  if (isNow === wasRemoved) return;
  if (isNow) core.search.remove(table, kept.rid, kept.values);
  else core.search.add(table, kept.rid, kept.values);
  const effect = taking.set.effect(table);
  effect.current += isNow ? -1 : 1;
  effect.isMembershipChanged = true;
}

/** Values arrived for a record that was removed here meanwhile. */
function listIfRemovedHere(taking: Taking, row: Row, touch: Touch | null): number {
  const { record, kept, changed } = row;
  if (kept.removedAt === null || changed.length === 0 || touch === null) return 0;
  if (!isUnseen(touch, taking.peer, taking.seen)) return 0;
  const race = removalRace(
    { reason: kept.removedReason, clock: touch.clock, author: touch.author },
    { fields: changed, clock: latest(record), author: record.author },
  );
  return noteRace(taking, record, race);
}

/** A removal arrived for a record somebody changed here meanwhile. */
function listIfChangedHere(taking: Taking, row: Row, reason: string): number {
  const { record, touches } = row;
  const unseen = touches?.unseenBy(taking.peer, taking.seen) ?? [];
  const [field] = unseen;
  const touch = field === undefined ? null : (touches?.of(field, '') ?? null);
  if (record.removal === null || touch === null) return 0;
  const race = removalRace(
    { reason, clock: record.removal.clock, author: record.author },
    { fields: unseen, clock: touch.clock, author: touch.author },
  );
  return noteRace(taking, record, race);
}

function noteRace(taking: Taking, record: SyncRecord, race: ReturnType<typeof removalRace>): number {
  const of = { ledger: record.ledger, record: record.id, peer: taking.peer };
  return noteConflict(taking.parts.core, { ...of, ...race }) ? 1 : 0;
}

const latest = (record: SyncRecord): SyncRecord['clock'] =>
  Object.values(record.clocks).reduce((top, clock) => (clock[0] > top[0] ? clock : top), record.clock);
