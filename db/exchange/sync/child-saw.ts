import type { PackageFacts, Round, Sent, SyncNode } from '../../model/sync/sync-node.ts';

/**
 * A child's packages tell what it has taken in of ours: that is its receipt (a parent sends real ones). Only its newest
 * package may take the basis forward, since one from before a restore may come late; backwards is always safe, it only
 * costs a repetition. A child that saw a round of this series we know nothing of shows that our own file is older than
 * it was: a new series lets it notice and give back.
 */
export async function noteWhatChildSaw(node: SyncNode, facts: PackageFacts): Promise<void> {
  if (!(await isNewest(node, facts))) return;
  const { sender, seen } = facts;
  if (seen === null) {
    if ((await node.outgoing.acknowledged(sender)) !== null)
      await node.outgoing.setAcknowledged(sender, null);
    return;
  }
  const sent = await node.outgoing.list(sender);
  if (sent.some((one) => isRound(seen, one))) {
    const known = await node.outgoing.acknowledged(sender);
    if (known?.series !== seen.series || known.number !== seen.number)
      await node.outgoing.setAcknowledged(sender, seen);
  } else if (seen.series === (await node.outgoing.series(sender))) await node.outgoing.renew(sender);
}

/** True for the last round of the series the child began last. */
async function isNewest(node: SyncNode, { sender, series, to }: PackageFacts): Promise<boolean> {
  const newest = (await node.incoming.holdings(sender)).at(-1);
  return newest?.series === series && newest.holds.at(-1)?.[1] === to;
}

const isRound = (round: Round, { kind, series, to, tip }: Sent): boolean =>
  kind !== 'receipt' && round.series === series && round.number === to && round.tip === tip;
