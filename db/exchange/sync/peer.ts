import type { SyncNode } from '../../model/sync/sync-node.ts';
import { officeOf, type Office, type Peer } from './office.ts';
import { refuse, type ExchangeRefusal } from './refusal.ts';

/** The office of a node that may exchange packages; practice towns and those without a certificate may not. */
export async function enrolledOffice(
  node: SyncNode,
): Promise<{ readonly ok: true; readonly office: Office } | ExchangeRefusal> {
  if (node.facts.isPractice) return refuse('practice');
  const office = await officeOf(node);
  if (office === null || office.chain === null) return refuse('not-enrolled');
  return { ok: true, office };
}

/** A peer by node id or unit code; `null`: the parent. */
export function peerOf(
  peers: readonly Peer[],
  name: string | null,
): { readonly ok: true; readonly peer: Peer } | ExchangeRefusal {
  const matches = peers.filter(({ card, relation }) =>
    name === null ? relation === 'parent' : card.node === name || card.unit === name,
  );
  const valid = matches.filter(({ isRevoked }) => !isRevoked);
  // A unit whose computer was replaced has several nodes until the lost one is revoked.
  if (valid.length > 1)
    return refuse('several-computers', { nodes: valid.map(({ card }) => card.node).join('、') });
  const peer = valid[0] ?? matches[0];
  if (peer === undefined) return name === null ? refuse('no-parent') : refuse('peer-unknown', { name });
  if (peer.isRevoked) return refuse('peer-revoked', { name: peer.card.name });
  return { ok: true, peer };
}
