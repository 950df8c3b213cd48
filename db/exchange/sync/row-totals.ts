import type { Preview, Sent, SyncNode } from '../../model/sync/sync-node.ts';

/** How many rows stand where on their way to the parent; a row changed again after it was sent counts as pending. */
export interface RowTotals {
  readonly pending: number;
  readonly carried: number;
  readonly received: number;
}

/** Counts the rows not yet acknowledged by a peer. Costs as much as there are changes, not as there are rows. */
export async function rowTotals(node: SyncNode, peer: string): Promise<RowTotals> {
  const sent = (await node.outgoing.list(peer)).filter((one) => one.kind !== 'receipt');
  const basis = (await node.outgoing.acknowledged(peer))?.position ?? 0;
  const { position } = await node.outgoing.position();
  const reached = (states: readonly Sent['state'][]): number =>
    sent.reduce((top, one) => (states.includes(one.state) ? Math.max(top, one.upTo) : top), basis);
  const carriedUpTo = reached(['carried', 'phoned', 'held']);
  const receivedUpTo = reached(['phoned', 'held']);
  const count = async (after: number, upTo: number): Promise<number> =>
    after >= upTo
      ? 0
      : rowsOf(await node.outgoing.preview({ after, upTo, except: peer, sensitive: false, scope: null }));
  const all = await count(basis, position);
  const pending = await count(carriedUpTo, position);
  const fresh = await count(receivedUpTo, position);
  return { pending, carried: Math.max(0, fresh - pending), received: Math.max(0, all - fresh) };
}

const rowsOf = ({ ledgers }: Preview): number =>
  Object.values(ledgers).reduce((sum, { created, changed, removed }) => sum + created + changed + removed, 0);
