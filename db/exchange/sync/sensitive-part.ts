import { z } from 'zod';
import type { SyncNode } from '../../model/sync/sync-node.ts';

/*
 * Sensitive ledgers leave only when a person says so, so most packages go without them. What a receipt acknowledges then
 * says nothing of them: their part has a basis of its own, the newest acknowledged package that carried it.
 */
const kind = 'sensitive-part';
const shape = z.array(z.string());

/** Position of our log up to which a peer has acknowledged the sensitive ledgers; 0: nothing. */
export async function sensitiveAfter(node: SyncNode, peer: string): Promise<number> {
  const carried = await carriers(node, peer);
  const basis = (await node.outgoing.acknowledged(peer))?.position ?? 0;
  const sent = await node.outgoing.list(peer);
  const reached = sent
    .filter(({ digest, state }) => state === 'acknowledged' && carried.has(digest))
    .reduce((top, { upTo }) => Math.max(top, upTo), 0);
  // A receiver restored from a backup lost the sensitive rows with the others.
  return Math.min(basis, reached);
}

/** Notes that a package carries the sensitive ledgers. */
export async function noteSensitive(node: SyncNode, peer: string, digest: string): Promise<void> {
  const carried = await carriers(node, peer);
  await node.documents.set(kind, peer, JSON.stringify([...carried, digest]));
}

async function carriers(node: SyncNode, peer: string): Promise<ReadonlySet<string>> {
  const text = await node.documents.get(kind, peer);
  return new Set(text === null ? [] : shape.parse(JSON.parse(text)));
}
