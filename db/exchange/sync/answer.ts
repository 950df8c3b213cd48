import { mkdir } from 'node:fs/promises';
import type { ReceiptFacts, Received, SyncNode } from '../../model/sync/sync-node.ts';
import { makeCode, type PhoneStatus } from '../package/phone-code.ts';
import { writePackage } from '../package/write-package.ts';
import { giveBackDue } from './give-back.ts';
import { peersOf, type Peer } from './office.ts';
import { enrolledOffice, peerOf } from './peer.ts';
import { refuse, type ExchangeRefusal } from './refusal.ts';
import { roundOf, seenOf } from './rounds.ts';
import {
  deliver,
  envelopeOf,
  filesWaiting,
  previewPackage,
  sendPackage,
  type MediumRefusal,
  type SendOrder,
  type SendResult,
} from './send.ts';

/** Packages a receipt names: the newest ones; older ones were named by earlier receipts and by the rounds held. */
const NAMED_PACKAGES = 300;

/** What goes back to a child. */
export interface Answer {
  readonly ok: true;
  readonly receipt: SendResult;
  /** Code for the telephone, for the newest package of the child; `null` when there is none. */
  readonly code: string | null;
  /** Corrections, code tables, and what a restored child lacks; `null` when there is nothing. */
  readonly down: SendResult | null;
}

/** Writes the receipt for a child, and behind it what goes down to it. */
export async function answerChild(
  node: SyncNode,
  order: SendOrder & { readonly peer: string },
): Promise<Answer | MediumRefusal | ExchangeRefusal> {
  const receipt = await sendReceipt(node, order);
  if (!receipt.ok) return receipt;
  const { result, peer } = receipt;
  const code = await phoneCodeFor(node, peer.card.node);
  const down = (await hasSomethingFor(node, order)) ? await sendPackage(node, order) : null;
  if (down !== null && !down.ok) return down;
  return { ok: true, receipt: result, code: code.ok ? code.code : null, down };
}

/** The code to read out for a package of a child: the newest one, unless one is named. */
export async function phoneCodeFor(
  node: SyncNode,
  child: string,
  digest: string | null = null,
): Promise<{ readonly ok: true; readonly code: string; readonly package: Received } | ExchangeRefusal> {
  const office = await enrolledOffice(node);
  if (!office.ok) return office;
  const found = peerOf(peersOf(office.office), child);
  if (!found.ok) return found;
  const { card } = found.peer;
  const packages = await node.incoming.list(card.node);
  const subject = digest === null ? packages.at(-1) : packages.find((one) => one.digest === digest);
  if (subject === undefined) return refuse('no-package', { name: card.name });
  const status: PhoneStatus = subject.state === 'held' ? 'held' : 'applied';
  const { series, to } = subject;
  const about = { unit: card.unit, series, to, digest: subject.digest };
  const code = makeCode({ self: office.office.identity, peer: card }, about, status);
  return { ok: true, code, package: subject };
}

async function hasSomethingFor(node: SyncNode, order: SendOrder): Promise<boolean> {
  const plan = await previewPackage(node, order);
  if (!plan.ok) return false;
  const peer = plan.peer.card.node;
  if ((await giveBackDue(node, peer)) !== null) return true;
  if ((await filesWaiting(node, peer, order.onlyNew)).length > 0) return true;
  return Object.values(plan.preview.ledgers).some(
    ({ created, changed, removed }) => created + changed + removed > 0,
  );
}

async function sendReceipt(
  node: SyncNode,
  order: SendOrder & { readonly peer: string },
): Promise<
  { readonly ok: true; readonly result: SendResult; readonly peer: Peer } | MediumRefusal | ExchangeRefusal
> {
  const office = await enrolledOffice(node);
  if (!office.ok) return office;
  const found = peerOf(peersOf(office.office), order.peer);
  if (!found.ok) return found;
  const { card } = found.peer;
  await mkdir(order.workFolder, { recursive: true });
  const series = await node.outgoing.series(card.node);
  const sent = await node.outgoing.list(card.node);
  const number =
    sent.reduce(
      (top, one) => (one.kind === 'receipt' && one.series === series ? Math.max(top, one.to) : top),
      0,
    ) + 1;
  const at = order.now().toISOString();
  const receipt = await receiptFor(node, card.node, { series, number, at });
  const { tip } = await node.outgoing.position();
  // A receipt of a restored office is often all that goes down: it must show what that office still knows of itself.
  const acknowledged = await node.outgoing.acknowledged(card.node);
  const known = acknowledged === null ? null : roundOf(acknowledged);
  const seen = seenOf(await node.incoming.holdings(card.node));
  const written = await writePackage({
    ...(await envelopeOf(office.office, found.peer, order)),
    facts: { series, from: number, to: number, tip, basis: known, seen, rounds: [], writtenAt: at },
    content: { kind: 'receipt', receipt },
  });
  if (!written.ok) return refuse(written.code, written.details);
  try {
    const noted = {
      digest: written.digest,
      peer: card.node,
      kind: 'receipt' as const,
      series,
      from: number,
      to: number,
      tip,
      upTo: 0,
      file: written.name,
      bytes: written.bytes,
      counts: {},
      at,
      by: order.by,
      approvedBy: order.approvedBy,
      stick: order.stick,
      verified: 'cached' as const,
      state: 'lost' as const,
      stateAt: at,
    };
    const result = await deliver(node, written, { noted, order });
    return result.ok ? { ok: true, result, peer: found.peer } : result;
  } finally {
    await written.discard();
  }
}

/** Rounds that came as a fork are told apart by their tips, which the child compares with its own. */
async function receiptFor(
  node: SyncNode,
  child: string,
  { series, number, at }: { readonly series: string; readonly number: number; readonly at: string },
): Promise<ReceiptFacts> {
  const received = await node.incoming.list(child);
  return {
    series,
    number,
    writtenAt: at,
    packages: received
      .filter(({ state }) => state !== 'applying')
      .slice(-NAMED_PACKAGES)
      .map(({ digest, state, outcome }) => ({
        digest,
        status: state === 'held' ? 'held' : 'applied',
        accepted: outcome?.accepted ?? 0,
      })),
    holdings: await node.incoming.holdings(child),
    returned: await node.incoming.returned(child),
    duplicates: await node.incoming.duplicates(child),
  };
}
