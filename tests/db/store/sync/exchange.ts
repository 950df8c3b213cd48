import { createHash, randomUUID } from 'node:crypto';
import { readLine, type Section } from '../../../../db/model/sync/lines.ts';
import type {
  ArrivalOutcome,
  ArrivalStart,
  PackageFacts,
  ReceiptFacts,
  Round,
  Selection,
} from '../../../../db/model/sync/sync-node.ts';
import type { SyncRecord } from '../../../../db/model/sync/sync-record.ts';
import type { CreateOptions, OpeningProgress, Store } from '../../../../db/store/index.ts';
import { created, newFolder, opened, optionsIn } from '../fixture.ts';

/** A node of a test: a real store with a name, and its file. */
export interface Node {
  readonly id: string;
  store: Store;
  readonly options: CreateOptions;
}

/** Clock shared by all nodes of a test, so that later really is later; never the same twice. */
export const sharedClock = (() => {
  let at = Date.parse('2026-11-23T02:00:00.000Z');
  return { now: () => new Date((at += 7)) };
})();

export function newNode(id: string, more: Partial<CreateOptions> = {}): Node {
  const options = optionsIn(newFolder(), {
    now: sharedClock.now,
    town: { code: id.split('-', 1)[0] ?? id, name: `${id}镇` },
    ...more,
  });
  const store = created(options);
  store.sync.documents.set('node', 'self', JSON.stringify({ id }));
  return { id, store, options };
}

/** Closes and opens; what was told meanwhile. */
export function reopen(node: Node, more: Partial<CreateOptions> = {}): readonly OpeningProgress[] {
  const told: OpeningProgress[] = [];
  node.store.close();
  node.store = opened({ ...node.options, ...more }, (one) => told.push(one));
  return told;
}

/** A package in memory. */
export interface Parcel {
  readonly facts: PackageFacts;
  readonly records: readonly SyncRecord[];
}

export function recordsOf(chunks: Iterable<Uint8Array>): readonly SyncRecord[] {
  const text = [...chunks].map((chunk) => Buffer.from(chunk).toString('utf8')).join('');
  let section: Section | null = null;
  const records: SyncRecord[] = [];
  for (const one of text.split('\n')) {
    if (one === '') continue;
    const line = readLine(one, section);
    if (line.kind === 'unreadable') throw new Error(`${line.reason}: ${one}`);
    if (line.kind === 'section') section = line.section;
    else records.push(line.record);
  }
  return records;
}

/** Writes a package from one node to another as the protocol does, and enters it in the sender's register. */
export function pack(from: Node, to: Node, more: Partial<Selection> = {}): Parcel {
  const { outgoing, incoming } = from.store.sync;
  const { position, tip } = outgoing.position();
  const basis = outgoing.acknowledged(to.id);
  const series = outgoing.series(to.id);
  const number =
    Math.max(
      0,
      ...outgoing
        .list(to.id)
        .filter((sent) => sent.series === series)
        .map((sent) => sent.to),
    ) + 1;
  const selection: Selection = {
    after: basis?.position ?? 0,
    upTo: position,
    except: to.id,
    sensitive: false,
    scope: null,
    ...more,
  };
  const records = recordsOf(outgoing.lines(selection));
  const at = from.options.now().toISOString();
  const facts: PackageFacts = {
    digest: createHash('sha256').update(randomUUID()).digest('hex'),
    kind: 'increment',
    sender: from.id,
    receiver: to.id,
    series,
    from: basis?.series === series ? basis.number + 1 : 1,
    to: number,
    tip,
    basis: basis === null ? null : { series: basis.series, number: basis.number, tip: basis.tip },
    seen:
      incoming
        .holdings(to.id)
        .flatMap((holding) => holding.rounds)
        .at(-1) ?? null,
    counts: {},
    writtenAt: at,
  };
  outgoing.add({
    digest: facts.digest,
    peer: to.id,
    kind: 'increment',
    series,
    from: facts.from,
    to: facts.to,
    tip,
    upTo: position,
    file: `${number}.zwp`,
    bytes: 1,
    counts: {},
    at,
    by: '李梅',
    approvedBy: '王强',
    stick: '',
    verified: 'uncached',
    state: 'carried',
    stateAt: at,
  });
  return { facts, records };
}

export type Receiving =
  | Extract<ArrivalStart, { status: 'repeated' | 'early' }>
  | { readonly status: 'new' | 'fork'; readonly outcome: ArrivalOutcome };

/** Takes a package in, in chunks of a few records. */
export function receive(to: Node, parcel: Parcel, chunk = 3): Receiving {
  const { incoming } = to.store.sync;
  const start = incoming.start(parcel.facts);
  if (start.status === 'repeated' || start.status === 'early') return start;
  for (let i = 0; i < parcel.records.length; i += chunk)
    incoming.apply(start.arrival, parcel.records.slice(i, i + chunk));
  return { status: start.status, outcome: incoming.finish(start.arrival) };
}

/** The outcome of a package that is applied. */
export function taken(to: Node, parcel: Parcel): ArrivalOutcome {
  const received = receive(to, parcel);
  if (received.status === 'early') throw new Error('came early');
  return received.outcome;
}

let receipts = 0;

/** Answers with a receipt, which the sender takes in as the protocol does. */
export function answer(from: Node, to: Node): void {
  const { incoming } = from.store.sync;
  receipts += 1;
  const receipt: ReceiptFacts = {
    series: `receipts of ${from.id}`,
    number: receipts,
    writtenAt: from.options.now().toISOString(),
    packages: incoming
      .list(to.id)
      .flatMap(({ digest, state, outcome }) =>
        state === 'applying'
          ? []
          : [{ digest, status: state === 'held' ? 'held' : 'applied', accepted: outcome?.accepted ?? 0 }],
      ),
    holdings: incoming.holdings(to.id),
    returned: incoming.returned(to.id),
    duplicates: incoming.duplicates(to.id),
  };
  to.store.sync.receipts.apply(from.id, receipt);
  to.store.sync.outgoing.setAcknowledged(from.id, newestKnown(to, from.id, receipt));
}

function newestKnown(node: Node, peer: string, receipt: ReceiptFacts): Round | null {
  const held = receipt.holdings.flatMap((holding) => holding.rounds);
  const known = node.store.sync.outgoing
    .list(peer)
    .filter((sent) =>
      held.some((r) => r.series === sent.series && r.number === sent.to && r.tip === sent.tip),
    );
  const best = known.toSorted((a, b) => a.upTo - b.upTo).at(-1);
  return best === undefined ? null : { series: best.series, number: best.to, tip: best.tip };
}

/** One package there with its receipt back. */
export function send(from: Node, to: Node): ArrivalOutcome {
  const outcome = taken(to, pack(from, to));
  answer(to, from);
  return outcome;
}
