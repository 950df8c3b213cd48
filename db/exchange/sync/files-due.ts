import { z } from 'zod';
import type { Round, Sent, SyncNode } from '../../model/sync/sync-node.ts';

/*
 * Attachments a peer is still to get although the records that name them may have reached it: those that had no room in
 * their package, and those that were not here when it was written. Kept until a round that carried them is acknowledged.
 */
const kind = 'files';
const shape = z.array(
  z.object({
    hash: z.string(),
    isSensitive: z.boolean(),
    /** Round of ours that carried it, once written. */
    sentIn: z.object({ series: z.string(), number: z.int() }).nullable(),
  }),
);

/** An attachment that is due. */
export type FileDue = z.infer<typeof shape>[number];

/** What is due to a peer and not under way, in the order it became due. */
export async function filesDue(node: SyncNode, peer: string, onlyNew: boolean): Promise<readonly FileDue[]> {
  const due = await openDue(node, peer);
  if (!onlyNew) return due;
  const sent = await node.outgoing.list(peer);
  return due.filter(({ sentIn }) => sentIn === null || !isUnderWay(sent, sentIn));
}

/** Notes what a package carried and what it had to leave behind. */
export async function noteFiles(
  node: SyncNode,
  peer: string,
  of: {
    readonly carried: ReadonlySet<string>;
    readonly left: readonly Pick<FileDue, 'hash' | 'isSensitive'>[];
    readonly round: Pick<Round, 'series' | 'number'>;
  },
): Promise<void> {
  const { series, number } = of.round;
  const due = await openDue(node, peer);
  const known = new Set(due.map(({ hash }) => hash));
  const fresh = of.left.filter(({ hash }) => !known.has(hash));
  const noted = [
    ...due.map((one) => (of.carried.has(one.hash) ? { ...one, sentIn: { series, number } } : one)),
    ...fresh.map(({ hash, isSensitive }) => ({ hash, isSensitive, sentIn: null })),
  ];
  if (due.length + noted.length > 0)
    await node.documents.set(kind, peer, JSON.stringify(noted satisfies FileDue[]));
}

/** Everything not known to have arrived. */
async function openDue(node: SyncNode, peer: string): Promise<readonly FileDue[]> {
  const text = await node.documents.get(kind, peer);
  if (text === null) return [];
  const basis = await node.outgoing.acknowledged(peer);
  return shape
    .parse(JSON.parse(text))
    .filter(
      ({ sentIn }) =>
        sentIn === null || basis === null || sentIn.series !== basis.series || sentIn.number > basis.number,
    );
}

const isUnderWay = (
  sent: readonly Sent[],
  round: { readonly series: string; readonly number: number },
): boolean =>
  sent.some(
    (one) =>
      one.kind !== 'receipt' &&
      one.series === round.series &&
      one.to === round.number &&
      one.state !== 'lost',
  );
