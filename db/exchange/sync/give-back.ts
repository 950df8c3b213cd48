import { z } from 'zod';
import type { PackageFacts, Received, Round, SyncNode } from '../../model/sync/sync-node.ts';

/*
 * What a peer lacks because it was restored from a backup. Noticed when a package of a new series builds on a round of an
 * older one that is not the newest held here; kept until the peer's packages say that it has seen our answer.
 */
const kind = 'give-back';
const shape = z.object({
  /** The peer knows its own rounds up to this one. */
  after: z.object({ series: z.string(), number: z.int(), tip: z.string() }).nullable(),
  /** Earlier computers of the same office, whose rows go to this one whole. */
  of: z.array(z.string()).default([]),
  /** Round of ours that carried it, once written. */
  answered: z.object({ series: z.string(), number: z.int() }).nullable(),
});
type Due = z.infer<typeof shape>;

/** What is still to be given back to a peer; `null`: nothing. */
export async function giveBackDue(node: SyncNode, peer: string): Promise<Due | null> {
  const text = await node.documents.get(kind, peer);
  return text === null || text === '' ? null : shape.parse(JSON.parse(text));
}

/** Looks whether an arriving package comes from a restored file; to be asked before the package is taken in. */
export async function noteRestored(
  node: SyncNode,
  facts: Pick<PackageFacts, 'sender' | 'series' | 'basis'>,
  received: readonly Received[],
): Promise<boolean> {
  // What comes late of a series that ended with a restore may be unknown to the file that was put in its place.
  if (isOfEndedSeries(facts.series, received)) await noteDue(node, facts.sender, facts.basis);
  if (!knowsLess(facts, received)) return false;
  await noteDue(node, facts.sender, facts.basis);
  return true;
}

/** A fork: what the other copy sent after the common round is given back to both. */
export const noteFork = (node: SyncNode, { sender, basis }: PackageFacts): Promise<void> =>
  noteDue(node, sender, basis);

/**
 * An office begins anew on another computer, without a backup: whatever its earlier ones have sent goes to the new one.
 * To be called when the new computer is enrolled, which a person has confirmed by the fingerprint.
 */
export async function noteReplaced(node: SyncNode, peer: string, unit: string): Promise<void> {
  const received = await node.incoming.list(null);
  const senders = new Set(received.map((one) => one.peer).filter((id) => id.startsWith(`${unit}-`)));
  if (senders.size === 0 || senders.has(peer)) return;
  const due: Due = { after: null, of: [...senders], answered: null };
  await node.documents.set(kind, peer, JSON.stringify(due));
}

/** What is due already stays due: of two rounds of one series the earlier counts, otherwise everything goes back. */
async function noteDue(node: SyncNode, peer: string, basis: Round | null): Promise<void> {
  const before = await giveBackDue(node, peer);
  const after = before === null ? basis : earlierOf(before.after, basis);
  const due: Due = { after, of: before?.of ?? [], answered: null };
  await node.documents.set(kind, peer, JSON.stringify(due));
}

function earlierOf(a: Round | null, b: Round | null): Round | null {
  if (a === null || b === null || a.series !== b.series) return null;
  return a.number <= b.number ? a : b;
}

/** Notes in which round of ours it was written. */
export async function noteAnswered(
  node: SyncNode,
  peer: string,
  round: Pick<Round, 'series' | 'number'>,
): Promise<void> {
  const due = await giveBackDue(node, peer);
  if (due === null) return;
  const answered = { series: round.series, number: round.number };
  await node.documents.set(kind, peer, JSON.stringify({ ...due, answered } satisfies Due));
}

/** The peer says what it has seen of ours: a give-back at or before that round has arrived. */
export async function noteSeen(node: SyncNode, peer: string, seen: Round | null): Promise<void> {
  const answered = (await giveBackDue(node, peer))?.answered ?? null;
  if (answered === null || seen === null) return;
  if (answered.series === seen.series && answered.number <= seen.number)
    await node.documents.set(kind, peer, '');
}

/** True for a series of which packages came, and after its beginning packages of a series begun later. */
function isOfEndedSeries(series: string, received: readonly Received[]): boolean {
  const begun = [...new Set(received.map((one) => one.series))];
  return begun.includes(series) && begun.at(-1) !== series;
}

/**
 * True when the sender builds on a round of an older series, or on none, although more of it was taken in here: of that
 * series, or of one it began after an earlier restore to the same backup and has forgotten with the next one.
 */
function knowsLess(
  { basis, series }: Pick<PackageFacts, 'series' | 'basis'>,
  received: readonly Received[],
): boolean {
  const applied = received.filter(({ state }) => state === 'applied');
  // Only a file that does not know its past begins another series; from its second package on it is its own past.
  if (applied.some((one) => one.series === series)) return false;
  if (basis === null) return applied.length > 0;
  const known = applied.findLastIndex((one) => one.series === basis.series && one.to === basis.number);
  return applied.some((one, i) => (one.series === basis.series ? one.to > basis.number : i > known));
}
