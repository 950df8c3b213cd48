import { randomUUID } from 'node:crypto';
import { fc } from '../../../fixtures/fc.ts';
import type { Stored, Values } from '../../../../db/model/field-kind.ts';
import { mergedInto } from '../../../../db/model/sync/merge-reason.ts';
import type { SyncRecord } from '../../../../db/model/sync/sync-record.ts';
import type { RecordWrite } from '../../../../db/store/index.ts';
import { restoreBackup } from '../../../../db/store/index.ts';
import type { Round } from '../../../../db/model/sync/sync-node.ts';
import { clerk, dweller, opened } from '../fixture.ts';
import { answer, newNode, pack, receive, recordsOf, type Node, type Parcel } from './exchange.ts';

const ids = ['a', 'b', 'c'] as const;
const values = fc.record(
  {
    name: fc.constantFrom('张伟', '曾红', '单于'),
    number: fc.constantFrom('N1', 'N2', null),
    age: fc.integer({ min: 1, max: 100 }),
    note: fc.option(fc.string({ minLength: 1, maxLength: 3 }), { nil: null }),
    kinds: fc.constantFrom(['01'], ['02'], ['01', '02'], null),
    home: fc.constantFrom('p1', 'p2', null),
  },
  { requiredKeys: [] },
);
const place = fc.constantFrom('p1', 'p2');
const who = fc.nat(2);

/** Things that happen to a town, its city, or the other town. */
const happenings = {
  edit: fc.record({ do: fc.constant('edit' as const), who, id: fc.constantFrom(...ids), values }),
  place: fc.record({ do: fc.constant('place' as const), who, id: place, isTwin: fc.boolean() }),
  merge: fc.record({ do: fc.constant('merge' as const), who, nth: fc.nat(5), keepsYounger: fc.boolean() }),
  part: fc.record({ do: fc.constant('part' as const), who, nth: fc.nat(5) }),
  remove: fc.record({ do: fc.constant('remove' as const), who, id: fc.constantFrom(...ids) }),
  restore: fc.record({ do: fc.constant('restore' as const), who, id: fc.constantFrom(...ids) }),
  pack: fc.record({ do: fc.constant('pack' as const), edge: fc.nat(3) }),
  deliver: fc.record({ do: fc.constant('deliver' as const), nth: fc.nat(20) }),
  answer: fc.record({ do: fc.constant('answer' as const), edge: fc.nat(3) }),
  tick: fc.record({ do: fc.constant('tick' as const) }),
  backup: fc.record({ do: fc.constant('backup' as const), who }),
  'turn back': fc.record({ do: fc.constant('turn back' as const), who }),
};
type Happening = keyof typeof happenings;
export type Step = (typeof happenings)[Happening] extends fc.Arbitrary<infer T> ? T : never;

function drawn(weights: Readonly<Partial<Record<Happening, number>>>): fc.Arbitrary<Step> {
  const choices = Object.entries(weights).map(([name, weight]) => ({
    weight,
    // The keys of `weights` are names of happenings.
    arbitrary: happenings[name as Happening] as fc.Arbitrary<Step>,
  }));
  return fc.oneof(...choices);
}

/** Any day. */
export const steps = fc.array(
  drawn({
    edit: 8,
    place: 2,
    merge: 2,
    part: 1,
    remove: 2,
    restore: 1,
    pack: 5,
    deliver: 6,
    answer: 2,
    tick: 2,
    backup: 1,
    'turn back': 1,
  }),
  { minLength: 8, maxLength: 45 },
);

const carry = (edge: number, nth: number): readonly Step[] => [
  { do: 'pack', edge },
  { do: 'deliver', nth },
];
/** Both towns have entered one place and one person, the city a second person of that number; all know of all. */
const twinsEverywhere: readonly Step[] = [
  { do: 'place', who: 0, id: 'p1', isTwin: true },
  { do: 'place', who: 2, id: 'p2', isTwin: true },
  { do: 'edit', who: 0, id: 'a', values: { number: 'N1', home: 'p1' } },
  { do: 'edit', who: 1, id: 'b', values: { number: 'N1' } },
  { do: 'edit', who: 2, id: 'c', values: { number: 'N1', home: 'p2' } },
  ...[0, 2, 1, 3].flatMap(carry),
];
/** Days on which the same twins are merged here and there, the one way and the other, and parted again. */
export const merging = fc
  .array(drawn({ edit: 2, merge: 8, part: 2, remove: 1, restore: 1, pack: 5, deliver: 6, tick: 3 }), {
    minLength: 4,
    maxLength: 25,
  })
  .map((history) => [...twinsEverywhere, ...history]);

/** How a planted defect spoils what travels; `null`: nothing is spoilt. */
export type Spoil = (record: SyncRecord) => SyncRecord;

interface World {
  readonly nodes: readonly [Node, Node, Node];
  /** Every parcel ever packed; delivering leaves it here, so that it may come again. */
  readonly parcels: { readonly to: Node; readonly parcel: Parcel }[];
  /** Parcels each node has taken whole; taken again they must change nothing. */
  readonly taken: Map<Node, Set<Parcel>>;
  /** Newest backup of each node. */
  readonly backups: Map<Node, string>;
  readonly spoil: Spoil;
}

const edgesOf = ([town, city, other]: World['nodes']): readonly (readonly [Node, Node])[] => [
  [town, city],
  [city, town],
  [other, city],
  [city, other],
];

/** Plays a history on three stores and says everything that is wrong afterwards. */
export function play(history: readonly Step[], spoil: Spoil = (record) => record): readonly string[] {
  let ms = Date.parse('2026-11-23T02:00:00.000Z');
  const tick = (): void => {
    ms += 1000;
  };
  // Wall clocks that stand still between ticks: readings of different nodes are often equal.
  const now = (): Date => new Date(ms);
  const world: World = {
    nodes: [
      newNode('441900121-one', { now }),
      newNode('441900-city', { now }),
      newNode('441900122-two', { now }),
    ],
    parcels: [],
    taken: new Map(),
    backups: new Map(),
    spoil,
  };
  const wrong: string[] = [];
  for (const one of history) {
    if (one.do === 'tick') tick();
    else if (one.do === 'turn back') {
      // A backup is put back by hand, which takes longer than a reading of the clock.
      tick();
      turnBack(world, world.nodes[one.who] ?? world.nodes[0]);
    } else wrong.push(...carryOut(world, one));
  }
  wrong.push(...settle(world), ...differences(world), ...world.nodes.flatMap(lostByMerging));
  for (const { id, store } of world.nodes) {
    // That a file was turned back is told, and is no finding about what it holds.
    const found = store.checkAll().findings.filter((finding) => finding.code !== 'rolled-back');
    wrong.push(...found.map((finding) => `${id}: ${JSON.stringify(finding)}`));
    store.close();
  }
  return wrong;
}

function carryOut(world: World, one: Exclude<Step, { do: 'tick' | 'turn back' }>): readonly string[] {
  switch (one.do) {
    case 'pack':
    case 'answer':
      sendAlong(world, one);
      return [];
    case 'deliver': {
      const found = world.parcels[one.nth % Math.max(world.parcels.length, 1)];
      return found === undefined ? [] : deliver(world, found.to, found.parcel);
    }
    case 'backup': {
      const node = world.nodes[one.who] ?? world.nodes[0];
      world.backups.set(node, node.store.backup('test'));
      return [];
    }
    case 'merge':
    case 'part':
      mergeOrPart(world.nodes[one.who] ?? world.nodes[0], one);
      return [];
    default:
      edit(world.nodes[one.who] ?? world.nodes[0], one);
      return [];
  }
}

function edit(node: Node, one: Extract<Step, { do: 'edit' | 'place' | 'remove' | 'restore' }>): void {
  const attempt = (...writes: readonly RecordWrite[]): void => {
    node.store.write({ writeId: randomUUID(), caller: { ...clerk, name: node.id }, writes });
  };
  if (one.do === 'place') {
    attempt({
      ledger: 'place',
      id: one.id,
      op: 'create',
      values: { code: one.isTwin ? 'P' : `${one.id}${node.id}`, road: '路' },
    });
    return;
  }
  const target = { ledger: 'dweller', id: one.id };
  if (one.do === 'remove') attempt({ ...target, op: 'remove', reason: `${node.id}搬离` });
  else if (one.do === 'restore') attempt({ ...target, op: 'restore' });
  else if (node.store.get('dweller', one.id, clerk) === null)
    attempt({ ...target, op: 'create', values: { name: '初', ...withHome(node, one.values) } });
  else attempt({ ...target, op: 'update', values: withHome(node, one.values) });
}

function sendAlong(world: World, one: Extract<Step, { do: 'pack' | 'answer' }>): void {
  const edge = edgesOf(world.nodes)[one.edge];
  if (edge === undefined) return;
  const [from, to] = edge;
  if (one.do === 'pack') world.parcels.push({ to, parcel: pack(from, to) });
  else answer(from, to);
}

/** Makes one of two twins, or parts two that were merged. */
function mergeOrPart(node: Node, one: Extract<Step, { do: 'merge' | 'part' }>): void {
  const { twins } = node.store.sync;
  const request = { writeId: randomUUID(), caller: { ...clerk, name: node.id } };
  const wanted = one.do === 'merge' ? 'open' : 'merged';
  const found = twins.list({ all: true, limit: 9 }, clerk).filter(({ state }) => state === wanted);
  const pair = found[one.nth % Math.max(found.length, 1)];
  if (pair === undefined) return;
  if (one.do === 'part') {
    twins.part(pair.no, request);
    return;
  }
  const [keep, drop] = one.keepsYounger ? [pair.younger, pair.older] : [pair.older, pair.younger];
  twins.merge({ ledger: pair.ledger, keep: keep.id, drop: drop.id }, request);
}

/** A clerk can only choose a place that is there. */
const withHome = (node: Node, given: Values): Values =>
  typeof given['home'] === 'string' && node.store.get('place', given['home'], clerk) === null
    ? { ...given, home: null }
    : given;

/** Delivers a parcel; whatever was taken must be reachable afterwards. */
function deliver(world: World, to: Node, parcel: Parcel): readonly string[] {
  const spoilt = { ...parcel, records: parcel.records.map(world.spoil) };
  const known = world.taken.get(to) ?? new Set();
  world.taken.set(to, known);
  const isAgain = known.has(parcel);
  // Under another name, as the next package that carries the same would have.
  const again = { ...spoilt, facts: { ...spoilt.facts, digest: randomUUID() } };
  const received = receive(to, isAgain ? again : spoilt);
  if (received.status === 'early' || received.status === 'repeated') return [];
  const { changed, returned } = received.outcome;
  if (isAgain && changed > 0) return [`${to.id}: ${changed} rows changed by what had been taken before`];
  if (returned.length === 0) known.add(parcel);
  const waiting = new Set(returned.map((row) => row.id));
  return spoilt.records
    .filter((record) => record.ledger === 'dweller' && !waiting.has(record.id))
    .flatMap((record) => unreachable(to, record));
}

function unreachable(node: Node, record: SyncRecord): readonly string[] {
  const { store } = node;
  const history = store.history('dweller', record.id, clerk);
  const listed = store.sync.conflicts.list({ all: true, limit: 1000 }, clerk);
  const now = store.get('dweller', record.id, clerk)?.values ?? {};
  const isThere = (field: string, value: Stored): boolean => {
    const encode = (one: Values[string] | undefined): Stored =>
      one === null || one === undefined
        ? null
        : (dweller.fields[fieldName(field)].encode(one as never) as Stored);
    const seen = [
      encode(now[field]),
      ...history.flatMap((change) => (change.fields[field] ?? []).map(encode)),
      ...listed
        .filter((one) => one.id === record.id && one.field === field)
        .flatMap((one) => [encode(one.kept.value), encode(one.other.value)]),
    ];
    // A set may have been united with ours: its members count.
    return seen.includes(value) || (field === 'kinds' && seen.some((one) => holds(one, value)));
  };
  return Object.entries(record.values)
    .filter(([field, value]) => value !== null && !isThere(field, value))
    .map(([field, value]) => `${node.id}: ${record.id}.${field} = ${String(value)} cannot be reached`);
}

type StoredName = 'name' | 'number' | 'age' | 'note' | 'kinds' | 'home';
// Only stored fields of the fixture travel.
const fieldName = (field: string): StoredName => field as StoredName;

const holds = (set: Stored, part: Stored): boolean =>
  typeof set === 'string' && typeof part === 'string'
    ? (JSON.parse(part) as string[]).every((code) => (JSON.parse(set) as string[]).includes(code))
    : false;

/** Puts the newest backup of a node in the place of its file. */
function turnBack(world: World, node: Node): void {
  const backup = world.backups.get(node);
  if (backup === undefined) return;
  world.taken.delete(node);
  node.store.close();
  restoreBackup(node.options.file, backup, node.options.now());
  node.store = opened(node.options);
}

/** What a node holds of a peer beyond the rounds the peer itself still knows goes back to it. */
function giveBack(world: World, holder: Node, to: Node): readonly string[] {
  const known = to.store.sync.outgoing.list(holder.id);
  const rounds = holder.store.sync.incoming.holdings(to.id).flatMap((holding) => holding.rounds);
  const isKnown = (round: Round): boolean =>
    known.some((sent) => sent.series === round.series && sent.to === round.number && sent.tip === round.tip);
  if (rounds.every(isKnown)) return [];
  const records = recordsOf(
    holder.store.sync.outgoing.giveBack(to.id, rounds.findLast(isKnown) ?? null, false),
  );
  const facts = { ...pack(holder, to).facts, digest: randomUUID(), kind: 'give-back', basis: null } as const;
  return deliver(world, to, { facts, records });
}

/** Exchanges over all edges, with receipts, until nothing is left to say. */
function settle(world: World): readonly string[] {
  const wrong: string[] = [];
  for (const [from, to] of edgesOf(world.nodes)) wrong.push(...giveBack(world, to, from));
  for (let round = 0; round < 12; round += 1) {
    let said = 0;
    for (const [from, to] of edgesOf(world.nodes)) {
      const parcel = pack(from, to);
      said += parcel.records.length;
      wrong.push(...deliver(world, to, parcel));
      answer(to, from);
    }
    if (said === 0) return wrong;
  }
  return [...wrong, 'the nodes never fall silent'];
}

function differences({ nodes }: World): readonly string[] {
  const [first, ...others] = nodes.map(contentOf);
  return others.flatMap((other, i) =>
    JSON.stringify(other) === JSON.stringify(first)
      ? []
      : [`${nodes[0].id} and ${nodes[i + 1]?.id ?? ''} differ: ${JSON.stringify([first, other])}`],
  );
}

/** Merged records must lead to one that stays or that somebody removed for another reason; links must not lead to them. */
function lostByMerging({ id: node, store }: Node): readonly string[] {
  const wrong: string[] = [];
  const lead = (ledger: string, id: string, seen: readonly string[] = []): string | null => {
    const record = store.get(ledger, id, clerk);
    if (record === null || record.removedAt === null) return record?.id ?? null;
    const into = mergedInto(record.removedReason);
    if (into === null) return null;
    if (!seen.includes(id)) return lead(ledger, into, [...seen, id]);
    wrong.push(`${node}: ${[...seen, id].join(' → ')} of ${ledger} were merged into each other`);
    return null;
  };
  for (const id of ids) lead('dweller', id);
  for (const id of ['p1', 'p2']) lead('place', id);
  for (const id of ids) {
    const dweller = store.get('dweller', id, clerk);
    const home = dweller?.values['home'];
    if (dweller?.removedAt !== null || typeof home !== 'string') continue;
    const led = lead('place', home);
    if (led !== null && led !== home) wrong.push(`${node}: home of ${id} is ${home}, merged into ${led}`);
  }
  return wrong;
}

/** Everything a node holds, without what is its own affair (versions, times of arrival). */
function contentOf({ store }: Node): unknown {
  return [
    ...ids.map((id) => store.get('dweller', id, clerk)),
    ...['p1', 'p2'].map((id) => store.get('place', id, clerk)),
  ].map((record) =>
    record === null ? null : [record.id, record.values, record.removedAt !== null, record.removedReason],
  );
}
