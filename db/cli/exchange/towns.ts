import { officeOf, peersOf } from '../../exchange/sync/office.ts';
import { divisionCodeOf } from '../../exchange/sync/unit.ts';
import type { Card } from '../../exchange/package/keys/card.ts';
import type { Value } from '../../model/field-kind.ts';
import { ledgerOf } from '../../model/registry.ts';
import type { SyncNode } from '../../model/sync/sync-node.ts';
import type { HandedUp } from '../../model/workflow/reply.ts';
import type { Caller, Store } from '../../store/api.ts';
import type { OpenedNode } from './open-node.ts';

/** What an office above holds of one below. */
export interface TownStatus {
  readonly code: string;
  readonly name: string;
  readonly nodes: readonly string[];
  /** Current rows by ledger. */
  readonly rows: Readonly<Record<string, number>>;
  readonly lineages: readonly {
    readonly id: string;
    readonly holds: readonly (readonly [number, number])[];
    readonly missing: readonly number[];
  }[];
  /** Packages that came early and wait. */
  readonly held: number;
  readonly lastAt: string | null;
}

/** A record at the office above, values as `zw get` prints them. */
export type DumpRow = Readonly<Record<string, Value>>;

/** Offices below by unit, with their computers: a unit whose computer was replaced has several. */
async function unitsBelow(node: SyncNode): Promise<ReadonlyMap<string, readonly Card[]>> {
  const office = await officeOf(node);
  const units = new Map<string, Card[]>();
  for (const { card, relation } of office === null ? [] : peersOf(office)) {
    if (relation !== 'child') continue;
    const code = divisionCodeOf(card.unit);
    units.set(code, [...(units.get(code) ?? []), card]);
  }
  return units;
}

/** Division code of the office each computer below belongs to. */
export async function unitOfNodes(node: SyncNode): Promise<ReadonlyMap<string, string>> {
  const units = await unitsBelow(node);
  return new Map([...units].flatMap(([code, cards]) => cards.map((card) => [card.node, code] as const)));
}

/** Status of every office below. */
export async function townStatuses(place: OpenedNode): Promise<readonly TownStatus[]> {
  const { node } = place;
  const rowsOf = await rowCounts(place);
  const statuses: TownStatus[] = [];
  for (const [code, cards] of await unitsBelow(node)) {
    const received = (await Promise.all(cards.map(async (card) => node.incoming.list(card.node)))).flat();
    const holdings = (await Promise.all(cards.map(async (card) => node.incoming.holdings(card.node)))).flat();
    statuses.push({
      code,
      name: cards[0]?.name ?? '',
      nodes: cards.map((card) => card.node),
      rows: rowsOf(code, cards),
      lineages: holdings.map(({ series, holds, missing }) => ({ id: series, holds, missing })),
      held: received.filter(({ state }) => state === 'held').length,
      lastAt:
        received
          .map(({ at }) => at)
          .toSorted()
          .at(-1) ?? null,
    });
  }
  return statuses.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

type RowCounts = (code: string, cards: readonly Card[]) => Readonly<Record<string, number>>;

async function rowCounts({ store, city }: OpenedNode): Promise<RowCounts> {
  if (city !== null) {
    const { towns } = await city.status();
    return (code) => towns.find((town) => town.code === code)?.rows ?? {};
  }
  const counts = store?.sync.origins.counts() ?? {};
  return (_code, cards) => {
    const sum: Record<string, number> = {};
    for (const { node } of cards)
      for (const [ledger, n] of Object.entries(counts[node] ?? {})) sum[ledger] = (sum[ledger] ?? 0) + n;
    return sum;
  };
}

/** Cases handed up that wait for an answer of the office above, of one office below or of all. */
export async function waitingCases(
  { node, store, city }: OpenedNode,
  { town, caller }: { readonly town: string | null; readonly caller: Caller },
): Promise<readonly (HandedUp & { readonly town: string })[]> {
  if (city !== null) return city.waiting(town ?? undefined, caller);
  if (store === null) return [];
  const unitOfNode = await unitOfNodes(node);
  return store.sync.replies
    .waiting(caller)
    .map(({ source, ...one }) => ({ town: unitOfNode.get(source) ?? source, ...one }))
    .filter((one) => town === null || one.town === town);
}

/** Which rows of a ledger, and who asks. */
interface DumpQuestion {
  readonly ledger: string;
  /** Only those of this office below; `null`: of all. */
  readonly town: string | null;
  readonly caller: Caller;
}

/** Rows of a ledger at the office above, of one office below or of all, ordered by unit and id. */
export async function dumpRows(
  place: OpenedNode,
  { ledger, town, caller }: DumpQuestion,
): Promise<readonly DumpRow[]> {
  const { city, store } = place;
  if (city !== null) {
    const rows: DumpRow[] = [];
    for await (const { town: code, id, removed, values } of city.dump(ledger, town ?? undefined, caller))
      rows.push({ id, town: code, removed, ...decoded(ledger, values) });
    return rows;
  }
  return store === null ? [] : storeRows(store, await unitOfNodes(place.node), { ledger, town, caller });
}

function storeRows(
  store: Store,
  unitOfNode: ReadonlyMap<string, string>,
  { ledger, town, caller }: DumpQuestion,
): readonly DumpRow[] {
  const rowsOfUnit = new Map<string, DumpRow[]>();
  for (const { id, source, removed, values } of store.sync.origins.rows(ledger, caller)) {
    const code = source === null ? store.info.town.code : (unitOfNode.get(source) ?? source);
    if (town !== null && code !== town) continue;
    const rows = rowsOfUnit.get(code) ?? [];
    rowsOfUnit.set(code, rows);
    rows.push({ id, town: code, removed, ...filled(values) });
  }
  return [...rowsOfUnit.keys()].toSorted().flatMap((code) => rowsOfUnit.get(code) ?? []);
}

const filled = (values: DumpRow): DumpRow =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

function decoded(ledger: string, values: Readonly<Record<string, string | number | null>>): DumpRow {
  const { fields } = ledgerOf(ledger);
  const entries = Object.entries(values).map(([name, stored]): [string, Value] => {
    const field = fields[name];
    return [
      name,
      stored === null || field === undefined || field.storage === null ? stored : field.decode(stored),
    ];
  });
  return filled(Object.fromEntries(entries));
}
