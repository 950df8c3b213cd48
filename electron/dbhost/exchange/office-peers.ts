import { officeOf, peersOf, type Office, type Peer } from '../../../db/exchange/sync/office.ts';
import type { Received } from '../../../db/model/sync/sync-node.ts';
import { sumOfCounts } from '../../../db/model/sync/ledger-counts.ts';
import type { Caller } from '../../../db/store/api.ts';
import type { SyncStore } from '../../../db/store/api/sync.ts';

/** Offices this one exchanges packages with; empty before it was set up. */
async function knownPeers(sync: SyncStore): Promise<readonly Peer[]> {
  const office = await officeOf(sync);
  return office === null ? [] : peersOf(office);
}

/** Names of offices by node. */
export async function namesByNode(sync: SyncStore): Promise<ReadonlyMap<string, string>> {
  return new Map((await knownPeers(sync)).map(({ card }) => [card.node, card.name]));
}

/** How far the office has come on its way to being enrolled. */
export function enrolmentOf(office: Office | null): 'none' | 'requested' | 'enrolled' {
  if (office === null) return 'none';
  if (office.chain !== null) return 'enrolled';
  return office.parent === null ? 'none' : 'requested';
}

/** The peers as the overview shows them. */
export function peerRows(sync: SyncStore, peers: readonly Peer[], caller: Caller) {
  const sent = groupedByPeer(sync.outgoing.list(null));
  const received = groupedByPeer(sync.incoming.list(null));
  return peers.map(({ card, relation, isRevoked }) => {
    const { node, unit, name, fingerprint } = card;
    const [out, back] = [sent.get(node) ?? [], received.get(node) ?? []];
    const newest = sync.incoming.holdings(node).at(-1);
    return {
      node,
      unit,
      name,
      role: relation,
      fingerprint,
      isRevoked,
      ...(isRevoked ? { pending: 0, carried: 0 } : sync.waiting(node)),
      returned: sumOfCounts(sync.states.returnedCounts(caller, node)),
      lastSentAt: latest(
        out.filter(({ kind, state }) => kind !== 'receipt' && state !== 'lost').map(({ at }) => at),
      ),
      lastReceiptAt: latest(
        out.filter(({ state }) => state === 'acknowledged').map(({ stateAt }) => stateAt),
      ),
      lastReceivedAt: latest(back.map(({ at }) => at)),
      holds: (newest?.holds ?? []).map(([first, last]): [number, number] => [first, last]),
      missing: newest?.missing ?? [],
      forkedAt: forkedAt(back),
    };
  });
}

function groupedByPeer<T extends { readonly peer: string }>(
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(all, ({ peer }) => peer);
}

const latest = (times: readonly string[]): string | null => times.toSorted().at(-1) ?? null;

/** The same round came with two contents: two copies of the file are at work. When the second came. */
function forkedAt(received: readonly Received[]): string | null {
  const rounds = Map.groupBy(
    received.filter(({ state }) => state === 'applied'),
    ({ series, to }) => `${series} ${String(to)}`,
  );
  const doubled = [...rounds.values()].filter((same) => new Set(same.map(({ tip }) => tip)).size > 1);
  return latest(doubled.flatMap((same) => same.slice(1).map(({ at }) => at)));
}
