import { areas } from '../../db/model/define-ledger.ts';
import type { AnyLedger, AreaId } from '../../db/model/define-ledger.ts';
import { isPlace, withoutTown } from '../../db/model/derive/place.ts';
import { ledgers } from '../../db/model/registry.ts';

/** An area of the navigation with its ledgers in the order of the registry. */
export interface AreaGroup {
  readonly id: AreaId;
  readonly label: (typeof areas)[AreaId];
  readonly ledgers: readonly AnyLedger[];
}

// The keys of an object literal declared `as const` are exactly its key type.
const areaIds = Object.keys(areas) as AreaId[];

/** Areas that have ledgers, in their order. Parts of other records stand on their pages, not here. */
export const areaGroups: readonly AreaGroup[] = areaIds
  .map((id) => ({
    id,
    label: areas[id],
    ledgers: ledgers.filter((ledger) => ledger.area === id && ledger.partOf === undefined),
  }))
  .filter((group) => group.ledgers.length > 0);

/** Areas with all their ledgers, parts of other records among them: sheets come for those too. */
export const wholeAreas: readonly AreaGroup[] = areaIds
  .map((id) => ({ id, label: areas[id], ledgers: ledgers.filter((ledger) => ledger.area === id) }))
  .filter((group) => group.ledgers.length > 0);

/** Every ledger in the order of the navigation, parts of others among them. */
export const orderedLedgers: readonly AnyLedger[] = areaIds.flatMap((id) =>
  ledgers.filter((ledger) => ledger.area === id),
);

/** A ledger by its id; `undefined` for one this version does not know (a batch of a newer program). */
export function ledgerOf(id: string): AnyLedger | undefined {
  return orderedLedgers.find((ledger) => ledger.id === id);
}

/** Title of a record where there is little room: a ledger called by its addresses leaves out the own town. */
export function shortTitle(ledger: string, title: string, town: string): string {
  const definition = ledgerOf(ledger);
  const field = definition?.fields[definition.title[0] ?? ''];
  return field !== undefined && isPlace(field) ? withoutTown(title, town) : title;
}
