import { isLater, type Clock } from '../../model/sync/clock.ts';
import { mergedInto } from '../../model/sync/merge-reason.ts';
import { removedField } from '../../model/sync/removal-race.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';
import { touchesOf, type Touch } from './field-clocks.ts';
import { linksTo } from './links-to.ts';
import { ownNode, type SyncParts } from './sync-parts.ts';
import { twinsNamed } from './twin-rows.ts';

/** A record whose removal may be, or may have ended, a merge. */
export interface MaybeMerged {
  readonly ledger: string;
  readonly id: string;
}

/** A record removed by a merge. */
interface Merged {
  readonly kept: Kept;
  readonly into: string;
  readonly removal: Touch;
}

/** Where the merges of a record lead. */
interface Way {
  readonly merged: readonly Merged[];
  /** The record that stays; `null` when it is not here, or was removed by somebody who may have known. */
  readonly survivor: string | null;
  /** Merge that brings the survivor back. */
  readonly back: Merged | null;
}

/**
 * The merged record itself and those its merges lead to, first to last; `null` for a record that was not merged, or is
 * not here.
 */
export function mergeWay(table: LedgerTable, id: string): readonly string[] | null {
  const way = [id];
  for (let next = id; ;) {
    const into = mergedInto(table.byId(next)?.removedReason);
    if (into === null || way.includes(into)) return way.length === 1 ? null : way;
    way.push(into);
    next = into;
  }
}

/**
 * Ids of the records to be looked at after this one arrived removed: itself when it was merged, those merged into it
 * when it was removed for another reason.
 */
export function mergesAround(parts: SyncParts, table: LedgerTable, id: string): readonly MaybeMerged[] {
  const ledger = table.ledger.id;
  const isInto = (other: string): boolean => mergedInto(table.byId(other)?.removedReason) === id;
  const ids =
    mergedInto(table.byId(id)?.removedReason) === null
      ? twinsNamed(parts.core, ledger, id).filter(isInto)
      : [id];
  return ids.map((one) => ({ ledger, id: one }));
}

/**
 * What merges made without knowing of each other come to, as records to be taken like arriving ones. A merge says that
 * the record it keeps stands: where following the merges of a record ends at none that does, the one whose removal is
 * overruled by the later merge into it comes back. Links to merged records are turned to the one that stays.
 *
 * Every node derives the same changes with the same clocks, so it does not matter which does, how often, or in what
 * order it heard; and what somebody decided later still wins.
 */
export function mergesSettled(parts: SyncParts, { ledger, id }: MaybeMerged): readonly SyncRecord[] {
  const table = parts.core.tables.get(ledger);
  if (table === undefined) return [];
  const { merged, survivor, back } = wayFrom(parts, table, id);
  if (survivor === null) return [];
  const gone = merged.filter(({ kept }) => kept.id !== survivor);
  const turned = gone.flatMap((one) => turnedLinks(parts, table, { gone: one, survivor }));
  if (back === null) return turned;
  const removal = { reason: null, clock: back.removal.clock };
  return [changeOf(table, { id: survivor, values: {}, by: back.removal, removal }), ...turned];
}

function wayFrom(parts: SyncParts, table: LedgerTable, id: string): Way {
  const merged: Merged[] = [];
  let next = id;
  for (;;) {
    const kept = table.byId(next);
    if (kept === null) return { merged, survivor: null, back: null };
    if (kept.removedAt === null) return { merged, survivor: kept.id, back: null };
    const removal = removalOf(parts, table, kept);
    const into = mergedInto(kept.removedReason);
    if (into === null) return { merged, ...overruled(kept, { removal, by: merged.at(-1) }) };
    merged.push({ kept, into, removal });
    const start = merged.findIndex((one) => one.kept.id === into);
    if (start >= 0) return { merged, ...earliestOf(merged.slice(start)) };
    next = into;
  }
}

/** A record removed for another reason comes back when it was merged into later: whoever did that saw it stand. */
function overruled(
  kept: Kept,
  { removal, by }: { readonly removal: Touch; readonly by: Merged | undefined },
): Omit<Way, 'merged'> {
  const isBack = by !== undefined && isLater(by.removal.clock, removal.clock);
  return isBack ? { survivor: kept.id, back: by } : { survivor: null, back: null };
}

/** Merges in a circle: the earliest is overruled. */
function earliestOf(circle: readonly Merged[]): Omit<Way, 'merged'> {
  const [earliest] = circle.toSorted((a, b) => (isLater(a.removal.clock, b.removal.clock) ? 1 : -1));
  const survivor = earliest?.kept.id ?? null;
  return { survivor, back: circle.find(({ into }) => into === survivor) ?? null };
}

function removalOf(parts: SyncParts, table: LedgerTable, kept: Kept): Touch {
  const at = { ledgerNo: table.no, rid: kept.rid, node: ownNode(parts) };
  const touch = touchesOf(parts.core.connection, at).of(removedField, null);
  if (touch === null) throw new Error(`${kept.id} of ${table.ledger.id} was removed by no change`);
  return touch;
}

function turnedLinks(
  parts: SyncParts,
  target: LedgerTable,
  { gone, survivor }: { readonly gone: Merged; readonly survivor: string },
): readonly SyncRecord[] {
  const { core } = parts;
  const links = linksTo(core, target.ledger.id, gone.kept.id);
  return links.flatMap(({ table, rid, id, field }) => {
    if (table === target && id === gone.kept.id) return [];
    const touches = touchesOf(core.connection, { ledgerNo: table.no, rid, node: ownNode(parts) });
    const clock = touches.of(field, gone.kept.id)?.clock ?? null;
    const by = { ...gone.removal, clock: laterOf(gone.removal.clock, clock) };
    return changeOf(table, { id, values: { [field]: survivor }, by, removal: null });
  });
}

/** The clock of a merge, or one just after that of a link somebody made later without knowing of it. */
function laterOf(merge: Clock, link: Clock | null): Clock {
  return link === null || isLater(merge, link) ? merge : [link[0] + 1, link[1]];
}

const changeOf = (
  table: LedgerTable,
  of: Pick<SyncRecord, 'id' | 'values' | 'removal'> & { readonly by: Touch },
): SyncRecord => ({
  ledger: table.ledger.id,
  revision: table.ledger.revision,
  id: of.id,
  isWhole: false,
  values: of.values,
  clock: of.by.clock,
  clocks: {},
  removal: of.removal,
  author: of.by.author,
});
