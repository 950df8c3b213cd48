import { z } from 'zod';
import type { ReceiptFacts, Round, Sent, SyncNode } from '../../model/sync/sync-node.ts';
import type { PackageHeader, Party } from '../package/header.ts';
import { noteRestored, noteSeen } from './give-back.ts';
import { refuse, type ExchangeRefusal } from './refusal.ts';
import { acknowledgement } from './rounds.ts';

/** What a receipt changed here. */
export interface ReceiptResult {
  readonly ok: true;
  readonly status: 'receipt';
  readonly kind: 'receipt';
  readonly digest: string;
  readonly sender: Party;
  readonly number: number;
  readonly accepted: number;
  readonly returned: number;
  readonly duplicates: number;
  /** Newest round acknowledged now. */
  readonly acknowledged: Round | null;
  /**
   * `copy`: somebody else sends under our name; `restored`: the receiver holds rounds of this series we know nothing of,
   * so this file is older than it was; `receiver-restored`: the receiver holds less than it had acknowledged.
   */
  readonly alarm: 'copy' | 'restored' | 'receiver-restored' | null;
}

const kind = 'receipt';
const lastShape = z.object({ series: z.string(), number: z.int(), retired: z.array(z.string()) });

/**
 * Takes a receipt in. Receipts tell the whole state, so the newest counts and older ones are passed over; one of a new
 * series comes from a receiver that was restored, and what it then lacks is sent again because the basis goes back.
 */
export async function takeInReceipt(
  node: SyncNode,
  {
    receipt,
    header,
    digest,
  }: { readonly receipt: ReceiptFacts; readonly header: PackageHeader; readonly digest: string },
): Promise<ReceiptResult | ExchangeRefusal> {
  const { sender, basis, seen } = header;
  const peer = sender.node;
  const last = await lastReceipt(node, peer);
  if (isStale(last, receipt)) return refuse('receipt-stale');
  await noteSeen(node, peer, seen);
  if (last !== null && last.series !== receipt.series) {
    const received = await node.incoming.list(peer);
    await noteRestored(node, { sender: peer, series: receipt.series, basis }, received);
  }
  const { round, alarm } = await noteBasis(node, peer, receipt);
  for (const { digest: of, status } of receipt.packages)
    await node.outgoing.setState(of, status === 'held' ? 'held' : 'acknowledged');
  await node.receipts.apply(peer, receipt);
  // Last: a receipt cut off in the middle is taken in again.
  await noteLast(node, peer, { last, receipt });
  return {
    ok: true,
    status: 'receipt',
    kind: 'receipt',
    digest,
    sender,
    number: receipt.number,
    accepted: receipt.packages.reduce((sum, { accepted }) => sum + accepted, 0),
    returned: receipt.returned.length,
    duplicates: receipt.duplicates.length,
    acknowledged: round,
    alarm,
  };
}

/** Sets what the peer has acknowledged, and begins a new series when its rounds do not fit ours. */
async function noteBasis(
  node: SyncNode,
  peer: string,
  receipt: ReceiptFacts,
): Promise<{ readonly round: Round | null; readonly alarm: ReceiptResult['alarm'] }> {
  const sent = await node.outgoing.list(peer);
  const before = await node.outgoing.acknowledged(peer);
  const series = await node.outgoing.series(peer);
  const { round, foreign, unknown } = acknowledgement(receipt.holdings, sent);
  // Older series tell the same again with every receipt; they were left behind when it was noticed.
  const isCopied = foreign.some((one) => one.series === series);
  const isRolledBack = unknown.some((one) => one.series === series);
  if (isCopied || isRolledBack) await node.outgoing.renew(peer);
  await node.outgoing.setAcknowledged(peer, round);
  const alarms = {
    copy: isCopied,
    restored: isRolledBack,
    'receiver-restored': before !== null && positionOf(round, sent) < before.position,
  };
  const names = ['copy', 'restored', 'receiver-restored'] as const;
  return { round, alarm: names.find((name) => alarms[name]) ?? null };
}

const positionOf = (round: Round | null, sent: readonly Sent[]): number =>
  sent.find((one) => round !== null && one.series === round.series && one.to === round.number)?.upTo ?? 0;

/** True when a receipt would be passed over: it, or a later one, was taken in. */
export const isReceiptTaken = async (
  node: SyncNode,
  peer: string,
  receipt: Pick<ReceiptFacts, 'series' | 'number'>,
): Promise<boolean> => isStale(await lastReceipt(node, peer), receipt);

type LastReceipt = z.infer<typeof lastShape>;

async function lastReceipt(node: SyncNode, peer: string): Promise<LastReceipt | null> {
  const text = await node.documents.get(kind, peer);
  return text === null ? null : lastShape.parse(JSON.parse(text));
}

/** True when a later receipt was taken in, or the receiver has left the receipt's series behind. */
function isStale(
  last: LastReceipt | null,
  { series, number }: Pick<ReceiptFacts, 'series' | 'number'>,
): boolean {
  if (last === null) return false;
  return last.series === series ? number <= last.number : last.retired.includes(series);
}

async function noteLast(
  node: SyncNode,
  peer: string,
  { last, receipt }: { readonly last: LastReceipt | null; readonly receipt: ReceiptFacts },
): Promise<void> {
  const { series, number } = receipt;
  const isSame = last === null || last.series === series;
  const retired = isSame ? (last?.retired ?? []) : [...last.retired, last.series];
  await node.documents.set(kind, peer, JSON.stringify({ series, number, retired } satisfies LastReceipt));
}
