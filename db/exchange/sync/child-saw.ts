import type { PackageFacts, Round, Sent, SyncNode } from '../../model/sync/sync-node.ts';

/**
 * A child that saw a round of our present series we know nothing of (or know with another tip), or a series of ours we
 * never began, shows that our own file is older than it was. A new series lets the child notice, whatever else becomes of
 * its package. Returns true then; the same sign is answered once, since the child repeats it until it hears from us.
 */
export async function noticeOwnRollback(
  node: SyncNode,
  { sender, seen }: Pick<PackageFacts, 'sender' | 'seen'>,
): Promise<boolean> {
  if (seen === null) return false;
  const sent = await node.outgoing.list(sender);
  const isPresent = seen.series === (await node.outgoing.series(sender));
  const isOurs = isPresent || sent.some(({ series }) => series === seen.series);
  if (sent.some((one) => isRound(seen, one)) || (isOurs && !isPresent)) return false;
  const sign = JSON.stringify(seen);
  if ((await node.documents.get(signKind, sender)) === sign) return false;
  await node.outgoing.renew(sender);
  await node.documents.set(signKind, sender, sign);
  return true;
}

/** Kind of the documents that keep the last sign of a rollback a child gave. */
const signKind = 'rollback-sign';

/**
 * A child's packages tell what it has taken in of ours: that is its receipt (a parent sends real ones). Only its newest
 * package may take the basis forward, since one from before a restore may come late; backwards is always safe, it only
 * costs a repetition.
 */
export async function noteWhatChildSaw(node: SyncNode, facts: PackageFacts): Promise<void> {
  if (!(await isNewest(node, facts))) return;
  const { sender, seen } = facts;
  const known = await node.outgoing.acknowledged(sender);
  if (seen === null) {
    if (known !== null) await node.outgoing.setAcknowledged(sender, null);
    return;
  }
  const sent = await node.outgoing.list(sender);
  const isSame = known?.series === seen.series && known.number === seen.number;
  if (!isSame && sent.some((one) => isRound(seen, one))) await node.outgoing.setAcknowledged(sender, seen);
}

/** True for the last round of the series the child began last. */
async function isNewest(node: SyncNode, { sender, series, to }: PackageFacts): Promise<boolean> {
  const newest = (await node.incoming.holdings(sender)).at(-1);
  return newest?.series === series && newest.holds.at(-1)?.[1] === to;
}

const isRound = (round: Round, { kind, series, to, tip }: Sent): boolean =>
  kind !== 'receipt' && round.series === series && round.number === to && round.tip === tip;
