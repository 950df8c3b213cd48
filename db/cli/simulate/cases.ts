import { hash as digestOf, randomUUID } from 'node:crypto';
import type { Values } from '../../model/field-kind.ts';
import type { ReplyKind } from '../../model/workflow/workflow-spec.ts';
import { recordAt, recordsOf, type Write } from './records.ts';
import { villageOf } from './people.ts';
import { clerkOf, type SimNode, type World } from './world.ts';

/** Ledgers of the cases that are handed up, targets of links first. */
export const caseLedgers = ['issue', 'issue_step', 'issue_reply'] as const;

/** An answer of the city, with the letter that goes with it. */
export interface GivenAnswer {
  readonly id: string;
  /** Its text, which is the opinion of the step it becomes. */
  readonly token: string;
  /** Digest of the letter, and what stands in it. */
  readonly letter: { readonly hash: string; readonly content: string };
}

/** What was entered about cases, and whether anything was done. */
interface Played {
  readonly writes: readonly Write[];
  readonly isDone: boolean;
}
const nothing: Played = { writes: [], isDone: false };

/** An office enters an issue and hands it up to the city. */
export function handUp(node: SimNode, no: number): Played {
  if (node.parent === null) return nothing;
  const id = randomUUID();
  const values: Values = {
    title: `事项${no}`,
    category: '01',
    level: '01',
    issue_source: '01',
    reported_at: '2026-11-20T02:00:00.000Z',
    village: villageOf(node),
    place_text: '河涌交界处',
    description: '需市级协调',
  };
  const caller = clerkOf(node);
  const writes = [{ ledger: 'issue', id, op: 'create', values }] as const;
  if (!node.store.write({ writeId: randomUUID(), caller, writes }).ok) return nothing;
  const steps = ['accept', 'to_city'].flatMap((action, i) =>
    acted(node, { id, action, token: `步${no}.${i}` }),
  );
  return held(node, steps);
}

/** What an office gives with the actions it takes by lot. */
const given: Readonly<Record<string, (no: number) => Values>> = {
  accept: () => ({ category: '01', level: '01' }),
  dispatch: () => ({ dispatched_to: '镇城管办' }),
  to_city: () => ({}),
  city_recall: () => ({}),
  // Told on paper or by telephone before the package came.
  city_accept: (no) => ({ serial_no: `ZZ${no}` }),
  city_back: () => ({ city_reply: '电话退回' }),
  city_done: () => ({ handling: '电话办结' }),
};

/** An office goes on with one of its cases: hands it up again, calls it back, enters what it was told by telephone. */
export function goOn(world: World, node: SimNode, no: number): Played {
  if (node.parent === null) return nothing;
  const id = world.dice.pick(recordsOf(node, 'issue'));
  const state = id === undefined ? null : node.store.caseState('issue', id, clerkOf(node));
  if (id === undefined || state === null) return nothing;
  const open = state.actions.filter((one) => one.refused.length === 0 && one.id in given);
  const action = world.dice.pick(open)?.id;
  return action === undefined ? nothing : held(node, acted(node, { id, action, token: `步${no}` }, no));
}

function acted(
  node: SimNode,
  { id, action, token }: { readonly id: string; readonly action: string; readonly token: string },
  no = 0,
): readonly Write[] {
  const stepId = randomUUID();
  const outcome = node.store.act({
    ledger: 'issue',
    id,
    action,
    values: given[action]?.(no) ?? {},
    opinion: token,
    actor: node.name,
    caller: clerkOf(node),
    writeId: randomUUID(),
    stepId,
    newId: randomUUID(),
  });
  if (!outcome.ok) return [];
  return [{ node: node.name, record: stepId, field: 'opinion', token, over: null }];
}

/** The city answers one of the cases that wait, with a letter; now and then it takes an answer back. */
export function answerCase(world: World, no: number): Played & { readonly answer: GivenAnswer | null } {
  const city = world.nodes.find(({ parent }) => parent === null);
  if (city === undefined) throw new Error('a world without a city');
  if (world.dice.below(6) === 0) return { ...takenBack(world, city), answer: null };
  const { replies, files } = city.store.sync;
  const caller = clerkOf(city);
  const waiting = world.dice.pick(replies.waiting(caller));
  const kinds: readonly ReplyKind[] =
    waiting === undefined ? [] : (replies.possible('issue', waiting.id, caller) ?? []);
  const kind = world.dice.pick(kinds);
  if (waiting === undefined || kind === undefined) return { ...nothing, answer: null };
  const token = `答${no}`;
  const content = `%PDF-1.7 ${token}`;
  const bytes = Buffer.from(content);
  files.keep(bytes, { name: `${token}.pdf`, mediaType: 'application/pdf' });
  const letter = { hash: digestOf('sha256', bytes, 'hex'), content };
  const id = randomUUID();
  const outcome = replies.answer({
    ledger: 'issue',
    id: waiting.id,
    kind,
    number: `DG${no}`,
    content: token,
    documents: [letter.hash],
    by: city.name,
    replyId: id,
    writeId: randomUUID(),
    caller,
  });
  if (!outcome.ok) return { ...nothing, answer: null };
  const write = { node: city.name, record: id, field: 'content', token, over: null };
  return { ...held(city, [write]), answer: { id, token, letter } };
}

/** An answer given by mistake, as long as the city knows of nobody who has heard of it. */
function takenBack(world: World, city: SimNode): Played {
  const open = recordsOf(city, 'issue_reply').filter((id) => {
    const kept = recordAt(city, 'issue_reply', id);
    return kept?.removedAt === null && (kept.values['outcome'] ?? null) === null;
  });
  const id = world.dice.pick(open);
  if (id === undefined) return nothing;
  const writes = [{ ledger: 'issue_reply', id, op: 'remove', reason: '误发' }] as const;
  const outcome = city.store.write({ writeId: randomUUID(), caller: clerkOf(city), writes });
  return { writes: [], isDone: outcome.ok };
}

/** A remark on a case, which any office may change, the city too. */
export function remark(world: World, node: SimNode, no: number): Played {
  const id = world.dice.pick(recordsOf(node, 'issue'));
  if (id === undefined) return nothing;
  const before = recordAt(node, 'issue', id)?.values['remark'];
  const token = `注${no}`;
  const writes = [{ ledger: 'issue', id, op: 'update', values: { remark: token } }] as const;
  const outcome = node.store.write({ writeId: randomUUID(), caller: clerkOf(node), writes });
  if (!outcome.ok) return nothing;
  const over = typeof before === 'string' ? before : null;
  return held(node, [{ node: node.name, record: id, field: 'remark', token, over }]);
}

function held(node: SimNode, writes: readonly Write[]): Played {
  node.held = new Set([...node.held, ...writes.map(({ token }) => token)]);
  return { writes, isDone: writes.length > 0 };
}
