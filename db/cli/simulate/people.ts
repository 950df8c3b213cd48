import { randomUUID } from 'node:crypto';
import type { Values } from '../../model/field-kind.ts';
import type { StoredRecord } from '../../store/api.ts';
import { recordAt, recordsOf, type Write } from './records.ts';
import { clerkOf, type SimNode, type World } from './world.ts';

/** Text fields whose every written value is a token of its own, so that each can be looked for afterwards. */
const tokenFields = ['name', 'former_name', 'workplace', 'occupation'] as const;

/** Where the city enters people; first digits of the codes of a town and its villages. */
const firstTown = '441900121';

/** Ids of a node's people, removed ones too. */
export const peopleOf = (node: SimNode): readonly string[] => recordsOf(node, 'person');

/** One person as a node has it. */
export const personAt = (node: SimNode, id: string): StoredRecord | null => recordAt(node, 'person', id);

/** Enters a new person; now and then one whose number another office has used too. */
export function createPerson(world: World, node: SimNode, no: number): readonly Write[] {
  return enter(node, `名${no}`, numberFor(world, node, no));
}

/** Every office of the first town, and the city, enters the same person before any has heard of another. */
export function createTwins(world: World): readonly Write[] {
  const offices = world.nodes.filter(
    ({ parent, unit }) => parent === null || unit.code.startsWith(firstTown),
  );
  return offices.flatMap((node) => enter(node, `同${node.name}`, `T${firstTown}000000`));
}

function enter(node: SimNode, token: string, number: string): readonly Write[] {
  const id = randomUUID();
  const values: Values = {
    name: token,
    doc_type: '990',
    doc_no: number,
    person_kinds: ['02'],
    sex: '1',
    birth_date: '1990-01-01',
    village: villageOf(node),
  };
  const outcome = node.store.write({
    writeId: randomUUID(),
    caller: clerkOf(node),
    writes: [{ ledger: 'person', id, op: 'create', values }],
  });
  return outcome.ok ? hold(node, [{ node: node.name, record: id, field: 'name', token, over: null }]) : [];
}

/** Now and then one of three numbers that a town, its villages and the city all use: their records are twins. */
function numberFor(world: World, node: SimNode, no: number): string {
  const isShared = world.dice.below(2) === 0;
  const area = node.parent === null ? firstTown : node.unit.code.slice(0, firstTown.length);
  return `T${area}${String(isShared ? world.dice.below(3) : 1000 + no).padStart(6, '0')}`;
}

/** Changes one text of a person the node has. */
export function editPerson(world: World, node: SimNode, no: number): readonly Write[] {
  const id = world.dice.pick(peopleOf(node));
  const field = world.dice.pick(tokenFields) ?? 'name';
  const kept = id === undefined ? null : personAt(node, id);
  if (id === undefined || kept === null) return [];
  const token = `值${no}`;
  const before = kept.values[field];
  const outcome = node.store.write({
    writeId: randomUUID(),
    caller: clerkOf(node),
    writes: [{ ledger: 'person', id, op: 'update', values: { [field]: token } }],
  });
  const over = typeof before === 'string' ? before : null;
  return outcome.ok ? hold(node, [{ node: node.name, record: id, field, token, over }]) : [];
}

/** Removes a person, or brings one back. */
export function endOrRevive(world: World, node: SimNode): void {
  const id = world.dice.pick(peopleOf(node));
  const kept = id === undefined ? null : personAt(node, id);
  if (id === undefined || kept === null) return;
  const op = kept.removedAt === null ? 'remove' : 'restore';
  node.store.write({
    writeId: randomUUID(),
    caller: clerkOf(node),
    writes: [{ ledger: 'person', id, op, ...(op === 'remove' ? { reason: '搬离' } : {}) }],
  });
}

/** Merges two records that stand for one person, the one way or the other, or parts two; `false`: there were none. */
export function mergeTwins(world: World, node: SimNode): boolean {
  const { twins } = node.store.sync;
  const pair = world.dice.pick(
    twins.list({ all: true, limit: 100 }, clerkOf(node)).filter(({ state }) => state !== 'apart'),
  );
  if (pair === undefined) return false;
  const request = { writeId: randomUUID(), caller: clerkOf(node) };
  if (pair.state === 'merged') {
    return world.dice.below(2) === 0 && twins.part(pair.no, request).ok;
  }
  const [keep, drop] = world.dice.below(2) === 0 ? [pair.older, pair.younger] : [pair.younger, pair.older];
  return twins.merge({ ledger: pair.ledger, keep: keep.id, drop: drop.id }, request).ok;
}

function hold(node: SimNode, writes: readonly Write[]): readonly Write[] {
  node.held = new Set([...node.held, ...writes.map(({ token }) => token)]);
  return writes;
}

/** Some village of the office's own divisions. */
export function villageOf(node: SimNode): string {
  const page = node.store.page(
    { ledger: 'division', where: { level: '5' }, limit: 1, sort: 'code' },
    clerkOf(node),
  );
  const id = page.rows[0]?.id;
  if (id === undefined) throw new Error(`${node.name} has no village`);
  return id;
}
