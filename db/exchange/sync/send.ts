import { mkdir } from 'node:fs/promises';
import type { PackageFacts, Preview, Round, Selection, Sent, SyncNode } from '../../model/sync/sync-node.ts';
import { writeToMedium, type MediumProgress } from '../medium/write-to-medium.ts';
import type { MediumProblem } from '../medium/medium-problem.ts';
import { limits } from '../package/limits.ts';
import { writePackage, type PackageInput, type WrittenPackage } from '../package/write-package.ts';
import { filesDue, noteFiles } from './files-due.ts';
import { giveBackDue, noteAnswered } from './give-back.ts';
import { peersOf, signingAs, trustNumber, type Office, type Peer } from './office.ts';
import { OutgoingFiles } from './outgoing-files.ts';
import { enrolledOffice, peerOf } from './peer.ts';
import { refuse, type ExchangeRefusal } from './refusal.ts';
import { noteSensitive, sensitiveAfter } from './sensitive-part.ts';
import { nextRound, seenOf, type NextRound } from './rounds.ts';

/** What is to be sent, to whom, where. */
export interface SendOrder {
  /** Node id of the receiver; `null`: the parent. */
  readonly peer: string | null;
  /** Build on the last package written instead of the last one acknowledged. */
  readonly onlyNew: boolean;
  /** Sensitive ledgers too, in their own part: an explicit choice that is logged with the package. */
  readonly sensitive: boolean;
  /** Room for attachments, in bytes of their content; 500 MB unless told. The others travel with the next package. */
  readonly attachmentBudget_bytes?: number;
  readonly by: string;
  readonly approvedBy: string;
  /** Number of the stick in the register, empty when it has none. */
  readonly stick: string;
  /** Folder on the medium. */
  readonly folder: string;
  /** Folder of this computer for the encrypted parts meanwhile. */
  readonly workFolder: string;
  readonly now: () => Date;
  /** Name and version of the program. */
  readonly program: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SendProgress) => void;
}

/** How far sending is; packing has no known total. */
export type SendProgress = { readonly phase: 'packing'; readonly done_bytes: number } | MediumProgress;

/** A package on the medium. */
export interface SendResult {
  readonly ok: true;
  readonly sent: Sent;
  /** Attachments that had no room and travel next time. */
  readonly leftOut: number;
}

/** The medium did not take the package; the ledgers are unchanged and the next package carries everything again. */
export interface MediumRefusal {
  readonly ok: false;
  readonly code: 'medium';
  readonly problem: MediumProblem;
}

/** What would leave now, without writing anything. */
export async function previewPackage(
  node: SyncNode,
  order: Pick<SendOrder, 'peer' | 'onlyNew'>,
): Promise<
  | {
      readonly ok: true;
      readonly peer: Peer;
      readonly next: NextRound;
      readonly selection: Selection;
      readonly preview: Preview;
    }
  | ExchangeRefusal
> {
  const plan = await planOf(node, order);
  if (!plan.ok) return plan;
  const preview = await node.outgoing.preview(plan.selection);
  const sensitive = await node.outgoing.preview(await sensitiveSelection(node, plan.selection, plan.peer));
  const ledgers = { ...preview.ledgers, ...sensitive.ledgers };
  const { peer, next, selection } = plan;
  const due = await filesWaiting(node, peer.card.node, order.onlyNew);
  const known = new Set(due.map(({ hash }) => hash));
  const attachments = [...due, ...preview.attachments.filter(({ hash }) => !known.has(hash))];
  return { ok: true, peer, next, selection, preview: { ledgers, attachments } };
}

/** Attachments left over from earlier packages that are here now. */
export async function filesWaiting(
  node: SyncNode,
  peer: string,
  onlyNew: boolean,
): Promise<Preview['attachments']> {
  const waiting: { hash: string; bytes: number }[] = [];
  if (node.files === undefined) return waiting;
  for (const { hash, isSensitive } of await filesDue(node, peer, onlyNew)) {
    const info = isSensitive ? null : await node.files.info(hash);
    if (info !== null) waiting.push({ hash, bytes: info.bytes });
  }
  return waiting;
}

/**
 * Packs what changed, writes it onto the medium and reads it back. The package is noted before it is written, so that
 * its number is never used twice, and as carried only when it lies on the medium. Records are not changed.
 */
export async function sendPackage(
  node: SyncNode,
  order: SendOrder,
): Promise<SendResult | MediumRefusal | ExchangeRefusal> {
  const plan = await planOf(node, order);
  if (!plan.ok) return plan;
  await mkdir(order.workFolder, { recursive: true });
  const { position, tip } = await node.outgoing.position();
  const facts = await factsFor(node, plan, { tip, now: order.now() });
  const peer = plan.peer.card.node;
  const due = await giveBackDue(node, peer);
  const files = await OutgoingFiles.begin(node, peer, {
    onlyNew: order.onlyNew,
    budget_bytes: order.attachmentBudget_bytes,
  });
  const selection = { ...plan.selection, upTo: position };
  const hidden = await sensitiveSelection(node, selection, plan.peer);
  const written = await writePackage({
    ...(await envelopeOf(plan.office, plan.peer, order)),
    facts,
    content: {
      kind: due === null ? 'increment' : 'give-back',
      records: files.withFiles(linesOf(node, [selection], { due, peer, order, isSensitive: false }), false),
      // What is given back came from there: its sensitive part goes home without being asked for.
      ...(order.sensitive || due !== null
        ? {
            sensitive: files.withFiles(
              linesOf(node, order.sensitive ? [hidden] : [], { due, peer, order, isSensitive: true }),
              true,
            ),
          }
        : {}),
      // Asked for when all records are written: until then nobody knows which attachments they name.
      get attachments() {
        return files.chosen;
      },
    },
  });
  if (!written.ok) return refuse(written.code, written.details);
  try {
    const noted = sentOf(written, { order, plan, position });
    if (order.sensitive) await noteSensitive(node, peer, noted.digest);
    const result = await deliver(node, written, { noted, order });
    if (!result.ok) return result;
    const round = { series: noted.series, number: noted.to };
    if (due !== null) await noteAnswered(node, peer, round);
    const left = files.leftBehind(written.leftOut);
    const dropped = new Set(written.leftOut);
    const carried = new Set(files.chosen.map(({ hash }) => hash).filter((hash) => !dropped.has(hash)));
    await noteFiles(node, peer, { carried, left, round });
    return { ...result, leftOut: left.length };
  } finally {
    await written.discard();
  }
}

/** The sensitive ledgers of a selection, from where the peer has acknowledged them. */
const sensitiveSelection = async (
  node: SyncNode,
  selection: Selection,
  { card }: Peer,
): Promise<Selection> => ({
  ...selection,
  after: await sensitiveAfter(node, card.node),
  sensitive: true,
});

/** Identity, certificates and receiver of any package this office writes. */
export async function envelopeOf(
  office: Office,
  peer: Peer,
  order: Pick<SendOrder, 'workFolder' | 'program' | 'signal'>,
): Promise<
  Pick<PackageInput, 'identity' | 'chain' | 'receiver' | 'program' | 'trust' | 'folder' | 'signal'>
> {
  const { identity, chain } = signingAs(office);
  const { card } = peer;
  return {
    identity,
    chain,
    receiver: [card, ...peer.nextCards],
    program: order.program,
    trust: trustNumber(office),
    folder: order.workFolder,
    ...(order.signal === undefined ? {} : { signal: order.signal }),
  };
}

/** Notes a package, writes it onto the medium, notes how it went. */
export async function deliver(
  node: SyncNode,
  written: WrittenPackage,
  { noted, order }: { readonly noted: Sent; readonly order: SendOrder },
): Promise<SendResult | MediumRefusal> {
  await node.outgoing.add(noted);
  const outcome = await writeToMedium({
    source: written.chunks(),
    size_bytes: written.bytes,
    folder: order.folder,
    name: written.name,
    ...(order.signal === undefined ? {} : { signal: order.signal }),
    ...(order.onProgress === undefined ? {} : { onProgress: order.onProgress }),
  });
  if (!outcome.ok) return { ok: false, code: 'medium', problem: outcome.problem };
  const sent: Sent = { ...noted, file: outcome.file, verified: outcome.verified, state: 'carried' };
  await node.outgoing.add(sent);
  return { ok: true, sent, leftOut: written.leftOut.length };
}

interface Plan {
  readonly ok: true;
  readonly office: Office;
  readonly peer: Peer;
  readonly next: NextRound;
  readonly selection: Selection;
}

async function planOf(
  node: SyncNode,
  order: Pick<SendOrder, 'peer' | 'onlyNew'>,
): Promise<Plan | ExchangeRefusal> {
  const office = await enrolledOffice(node);
  if (!office.ok) return office;
  const peer = peerOf(peersOf(office.office), order.peer);
  if (!peer.ok) return peer;
  const { card, relation } = peer.peer;
  const next = nextRound({
    series: await node.outgoing.series(card.node),
    sent: await node.outgoing.list(card.node),
    acknowledged: await node.outgoing.acknowledged(card.node),
    onlyNew: order.onlyNew,
  });
  const { position } = await node.outgoing.position();
  const selection: Selection = {
    after: next.after,
    upTo: position,
    except: card.node,
    sensitive: false,
    scope: relation === 'parent' ? null : { node: card.node, unit: card.unit },
  };
  return { ok: true, office: office.office, peer: peer.peer, next, selection };
}

async function factsFor(
  node: SyncNode,
  { peer, next }: Plan,
  { tip, now }: { readonly tip: string; readonly now: Date },
): Promise<PackageInput['facts']> {
  const seen: Round | null = seenOf(await node.incoming.holdings(peer.card.node));
  const { series, from, to, basis } = next;
  const before = (await node.outgoing.list(peer.card.node)).filter(
    (one) => one.kind !== 'receipt' && one.series === series && one.to >= from && one.to < to,
  );
  const rounds = before.slice(-limits.rounds).map((one) => ({ number: one.to, tip: one.tip }));
  return { series, from, to, tip, basis, seen, rounds, writtenAt: now.toISOString() };
}

async function* linesOf(
  node: SyncNode,
  selections: readonly Selection[],
  {
    due,
    peer,
    order,
    isSensitive,
  }: {
    readonly due: { readonly after: Round | null; readonly of: readonly string[] } | null;
    readonly peer: string;
    readonly order: SendOrder;
    readonly isSensitive: boolean;
  },
): AsyncGenerator<Uint8Array> {
  let done_bytes = 0;
  async function* told(lines: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of lines) {
      order.signal?.throwIfAborted();
      done_bytes += chunk.length;
      order.onProgress?.({ phase: 'packing', done_bytes });
      yield chunk;
    }
  }
  for (const selection of selections) yield* told(node.outgoing.lines(selection));
  if (due === null) return;
  yield* told(node.outgoing.giveBack(peer, due.after, isSensitive));
  for (const earlier of due.of) yield* told(node.outgoing.giveBack(earlier, null, isSensitive));
}

function sentOf(
  written: WrittenPackage,
  { order, plan, position }: { readonly order: SendOrder; readonly plan: Plan; readonly position: number },
): Sent {
  const { header, digest, bytes, name } = written;
  const at = order.now().toISOString();
  return {
    digest,
    peer: plan.peer.card.node,
    kind: header.kind === 'give-back' ? 'give-back' : 'increment',
    series: header.series,
    from: header.from,
    to: header.to,
    tip: header.tip,
    upTo: position,
    file: name,
    bytes,
    counts: header.counts,
    at,
    by: order.by,
    approvedBy: order.approvedBy,
    stick: order.stick,
    verified: 'cached',
    state: 'lost',
    stateAt: at,
  };
}

/** Rounds are counted alike for give-backs: to the receiver's books they are increments with more in them. */
export const asIncrement = (facts: PackageFacts): PackageFacts => ({ ...facts, kind: 'increment' });
