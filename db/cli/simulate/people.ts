import { randomUUID } from 'node:crypto';
import type { Values } from '../../model/field-kind.ts';
import type { StoredRecord } from '../../store/api.ts';
import { clerkOf, type SimNode, type World } from './world.ts';

/** Text fields whose every written value is a token of its own, so that each can be looked for afterwards. */
const tokenFields = ['name', 'former_name', 'workplace', 'occupation'] as const;

/** A value somebody entered. */
export interface Write {
  readonly node: string;
  readonly record: string;
  readonly field: string;
  readonly token: string;
  /** Token that stood there before, which the writer saw. */
  readonly over: string | null;
}

/** Ids of a node's people, removed ones too. */
export function peopleOf(node: SimNode): readonly string[] {
  const page = node.store.page({ ledger: 'person', where: { $removed: 'any' }, limit: 500 }, clerkOf(node));
  return page.rows.map(({ id }) => id);
}

/** One person as a node has it. */
export function personAt(node: SimNode, id: string): StoredRecord | null {
  return node.store.get('person', id, clerkOf(node));
}

/** Enters a new person; now and then one whose number another office has used too. */
export function createPerson(world: World, node: SimNode, no: number): readonly Write[] {
  const id = randomUUID();
  const token = `名${no}`;
  const values: Values = {
    name: token,
    doc_type: '990',
    doc_no: `T${node.unit.code.slice(0, 9)}${String(world.dice.below(4) === 0 ? no % 7 : 1000 + no).padStart(6, '0')}`,
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

/** Merges two records that stand for one person, if there are any; parts a merge again now and then. */
export function mergeTwins(world: World, node: SimNode): void {
  const twins = world.dice.pick(node.store.sync.twins.list({ all: false, limit: 100 }));
  if (twins === undefined) return;
  const outcome = node.store.sync.twins.merge(
    { ledger: twins.ledger, keep: twins.older.id, drop: twins.younger.id },
    { writeId: randomUUID(), caller: clerkOf(node) },
  );
  if (outcome.ok && outcome.batch !== undefined && world.dice.below(3) === 0)
    node.store.undoBatch(outcome.batch, clerkOf(node));
}

function hold(node: SimNode, writes: readonly Write[]): readonly Write[] {
  node.held = new Set([...node.held, ...writes.map(({ token }) => token)]);
  return writes;
}

/** Some village of the office's own divisions. */
function villageOf(node: SimNode): string {
  const page = node.store.page(
    { ledger: 'division', where: { level: '5' }, limit: 1, sort: 'code' },
    clerkOf(node),
  );
  const id = page.rows[0]?.id;
  if (id === undefined) throw new Error(`${node.name} has no village`);
  return id;
}
