import { copyFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ArrivalOutcome, Holding, PackageFacts, Ranges, SyncNode } from '../../model/sync/sync-node.ts';
import type { PackageHeader, Party } from '../package/header.ts';
import { PackageRefused } from '../package/refusals.ts';
import {
  readPackage,
  type OpenedReceipt,
  type OpenedRecords,
  type RecordChunk,
} from '../package/read-package.ts';
import { noteWhatChildSaw, noticeOwnRollback } from './child-saw.ts';
import { ArrivingFiles } from './arriving-files.ts';
import { noteFork, noteRestored, noteSeen } from './give-back.ts';
import { keep, peersOf, trustOf, type Office, type Peer } from './office.ts';
import { enrolledOffice } from './peer.ts';
import { takeInReceipt, type ReceiptResult } from './receipt.ts';
import { refuse, type ExchangeRefusal } from './refusal.ts';
import { asIncrement } from './send.ts';

/** A file to be taken in. */
export interface TakeInOrder {
  readonly file: string;
  /** Folder of this computer where packages that came early wait. */
  readonly holdFolder: string;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** Rows applied so far, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What became of a package of records. `fork`: applied, but a copy of the sender is at work too. */
export interface TakenIn {
  readonly ok: true;
  readonly status: 'applied' | 'fork' | 'repeated' | 'held';
  readonly kind: 'increment' | 'give-back';
  readonly digest: string;
  readonly sender: Party;
  readonly from: number;
  readonly to: number;
  /** `null` while it is held. */
  readonly outcome: ArrivalOutcome | null;
  /** Rounds that must come first; empty unless held. */
  readonly missing: Ranges;
  /** The sender's file was restored from a backup; what it lacks goes back with the next answer. */
  readonly isRestored: boolean;
  /** Packages that had waited for this one and were taken in behind it. */
  readonly released: readonly TakenIn[];
}

/** What became of a file. */
export type TakeInResult = TakenIn | ReceiptResult | ExchangeRefusal;

/**
 * Rows, at least, applied between two looks at the clock and at other calls. Each time they are flushed to the disk; the
 * reader hands out some 150 at once, and flushing as often costs more than the rows.
 */
const CHUNK_ROWS = 500;

/**
 * Takes a package or receipt in: all of it is verified before a row is touched; what was taken in before changes nothing;
 * what comes early waits; what it releases follows.
 */
export async function takeIn(node: SyncNode, order: TakeInOrder): Promise<TakeInResult> {
  const office = await enrolledOffice(node);
  if (!office.ok) return office;
  const { identity } = office.office;
  const opened = await readPackage(order.file, {
    trust: trustOf(office.office),
    self: identity,
    ...(order.signal === undefined ? {} : { signal: order.signal }),
  });
  if (!opened.ok) return refuse(opened.code, opened.details);
  try {
    return await accept(node, opened, { office: office.office, order });
  } catch (error) {
    if (error instanceof PackageRefused) return refuse(error.refusal.code, error.refusal.details);
    throw error;
  } finally {
    await opened.close();
  }
}

async function accept(
  node: SyncNode,
  opened: OpenedRecords | OpenedReceipt,
  { office, order }: { readonly office: Office; readonly order: TakeInOrder },
): Promise<TakeInResult> {
  const { sender } = opened.header;
  const peer = peersOf(office).find(({ card }) => card.node === sender.node);
  if (peer === undefined) return refuse('not-a-relative', { name: sender.name });
  // What comes late may be signed with keys between those listed and those known by now.
  if (opened.isNewKey && peer.relation === 'parent' && opened.sender.number > peer.card.number)
    await keep(node, 'parent', opened.sender);
  if (opened.kind === 'receipt')
    return takeInReceipt(node, { receipt: opened.receipt, header: opened.header, digest: opened.digest });
  const result = await takeInRecords(node, opened, { relation: peer.relation, order });
  if (result.status !== 'applied' && result.status !== 'fork') return result;
  return { ...result, released: await release(node, sender.node, order) };
}

async function takeInRecords(
  node: SyncNode,
  opened: OpenedRecords,
  { relation, order }: { readonly relation: Peer['relation']; readonly order: TakeInOrder },
): Promise<TakenIn> {
  const { header, digest } = opened;
  const facts = asIncrement(opened.facts);
  const common = {
    ok: true as const,
    kind: opened.kind,
    digest,
    sender: header.sender,
    from: facts.from,
    to: facts.to,
    missing: [],
    isRestored: false,
    released: [],
  };
  const holdings = await node.incoming.holdings(facts.sender);
  const received = await node.incoming.list(facts.sender);
  // Also when it is held: this may be the only sign, and why it cannot be taken in.
  if (relation === 'child') await noticeOwnRollback(node, facts);
  const start = await node.incoming.start(facts);
  if (start.status === 'repeated') return { ...common, status: 'repeated', outcome: start.outcome };
  if (start.status === 'early') {
    await hold(node, facts, order);
    return { ...common, status: 'held', outcome: null, missing: start.missing };
  }
  const isRestored = await noteRestored(node, facts, received);
  const isFork = start.status === 'fork' || holdsOtherTips(holdings, header);
  if (isFork) await noteFork(node, facts);
  const outcome = await applyAll(node, opened, { arrival: start.arrival, order });
  await noteSeen(node, facts.sender, facts.seen);
  if (relation === 'child') await noteWhatChildSaw(node, facts);
  return { ...common, status: isFork ? 'fork' : 'applied', outcome, isRestored };
}

async function applyAll(
  node: SyncNode,
  opened: OpenedRecords,
  { arrival, order }: { readonly arrival: number; readonly order: TakeInOrder },
): Promise<ArrivalOutcome> {
  const total = Object.values(opened.header.counts).reduce((sum, count) => sum + count, 0);
  const files = new ArrivingFiles();
  let done = 0;
  try {
    for await (const { records: lines, unreadable, isSensitive } of gathered(opened.records())) {
      const records = files.recordsOf(lines);
      order.signal?.throwIfAborted();
      if (records.length > 0) await node.incoming.apply(arrival, records, isSensitive);
      done += records.length;
      order.onProgress?.(done, total);
      for (const line of unreadable) await node.incoming.quarantineLine(arrival, line);
    }
    await files.keepAll(node, opened, order.signal);
    while (await node.incoming.tryWaiting(arrival)) {
      // Where the store answers at once, this lets others have their turn and V8 sweep.
      await setImmediate();
      order.signal?.throwIfAborted();
    }
    return await node.incoming.finish(arrival);
  } catch (error) {
    await node.incoming.abort(arrival);
    throw error;
  }
}

/** The same chunks, neighbours of one part put together until they are worth a transaction. */
async function* gathered(chunks: AsyncIterable<RecordChunk>): AsyncGenerator<RecordChunk> {
  let waiting: RecordChunk | null = null;
  for await (const chunk of chunks) {
    if (waiting !== null && waiting.isSensitive !== chunk.isSensitive) {
      yield waiting;
      waiting = null;
    }
    waiting = waiting === null ? chunk : joined(waiting, chunk);
    if (waiting.records.length < CHUNK_ROWS) continue;
    yield waiting;
    waiting = null;
  }
  if (waiting !== null) yield waiting;
}

const joined = (a: RecordChunk, b: RecordChunk): RecordChunk => ({
  records: [...a.records, ...b.records],
  unreadable: [...a.unreadable, ...b.unreadable],
  isSensitive: b.isSensitive,
});

/** Keeps a package that came early: the stick goes home, the file must not. */
async function hold(node: SyncNode, facts: PackageFacts, order: TakeInOrder): Promise<void> {
  const kept = path.join(order.holdFolder, `${facts.digest}.zwp`);
  await mkdir(order.holdFolder, { recursive: true });
  if (path.resolve(order.file) !== path.resolve(kept)) await copyFile(order.file, kept);
  await node.incoming.hold(facts, kept);
}

/** Takes in what waited for the package that has just come; each may release the next. */
async function release(node: SyncNode, sender: string, order: TakeInOrder): Promise<readonly TakenIn[]> {
  const waiting = (await node.incoming.list(sender)).filter(
    ({ state, file }) => state === 'held' && file !== null,
  );
  for (const { file } of waiting.toSorted((a, b) => a.to - b.to)) {
    if (file === null) continue;
    const result = await takeIn(node, { ...order, file });
    if (!result.ok || result.status === 'receipt' || result.status === 'held') continue;
    await rm(file, { force: true });
    return [{ ...result, released: [] }, ...result.released, ...(await release(node, sender, order))];
  }
  return [];
}

/** True when a round the package names is held with another tip: two copies of the sender are at work. */
const holdsOtherTips = (holdings: readonly Holding[], { series, rounds }: PackageHeader): boolean =>
  holdings.some(
    (holding) =>
      holding.series === series &&
      rounds.some(({ number, tip }) =>
        holding.rounds.some((held) => held.number === number && held.tip !== tip),
      ),
  );
