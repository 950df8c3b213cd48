import { expect, test } from 'vitest';
import type { Value, Values } from '../../../db/model/field-kind.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import { actionFields } from '../../../db/model/workflow/action-fields.ts';
import { workflowRoles, type WorkflowRole } from '../../../db/model/workflow/workflow-spec.ts';
import { seededRandom } from '../../../db/practice/random.ts';
import type { CaseStep, RecordWrite, Store } from '../../../db/store/index.ts';
import { clerk } from './fixture.ts';
import { issueTown, issueValues, writeOne } from './issue-town.ts';

const ledger = ledgerOf('issue');
const { workflow } = ledger;
if (workflow === undefined) throw new Error('issues have a workflow');
const { states, actions, begins } = workflow;
const CASES = Number(process.env['ZW_CASES'] ?? 20);
const ACTS = 40;
// The keys of an object literal declared `as const` are exactly its key type.
const roles = Object.keys(workflowRoles) as WorkflowRole[];
const people = ['陈志明', '李桂芳', '黄伟'];

/** The usual way, and what rules hang on that a case seldom comes to by chance. */
const often = [
  'accept',
  'dispatch',
  'take',
  'ask_extension',
  'refuse_extension',
  'grant_extension',
  'finish',
  'verify',
  'close',
  'supervise',
];
/** What must have happened in some case, or the test proves little. */
const wanted = ['hold', 'release', 'ask_extension', 'grant_extension', 'redispatch', 'to_city', 'close'];

test('whatever is done, taken back or tried by hand, a case is where its steps say, and every step was allowed', () => {
  const { store, at } = issueTown();
  const seen = new Set<string>();
  let now = Date.parse('2026-01-05T01:00:00.000Z');
  for (let seed = 1; seed <= CASES; seed += 1) {
    const id = `c${seed}`;
    const made = writeOne(store, { ledger: 'issue', id, op: 'create', values: issueValues });
    if (!made.ok) throw new Error('no case');
    const play = new Play(store, id, seed);
    for (let turn = 0; turn < ACTS; turn += 1) {
      now += play.below(40) * 3_600_000;
      at(new Date(now).toISOString());
      const what = play.turn();
      if (what !== null) seen.add(what);
      expectLawful(store, id, { rolesOf: play.rolesOfSteps, after: `${what} (case ${seed}, turn ${turn})` });
    }
  }
  for (const action of [...wanted, 'undo', 'undone undo']) expect([...seen]).toContain(action);
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});

/** One case and whoever works on it, at random. */
class Play {
  readonly rolesOfSteps = new Map<string, readonly WorkflowRole[]>();
  readonly #store: Store;
  readonly #id: string;
  readonly #seed: number;
  readonly #random: ReturnType<typeof seededRandom>;
  readonly #changes: { readonly change: string; readonly isUndo: boolean }[] = [];
  #count = 0;

  constructor(store: Store, id: string, seed: number) {
    this.#store = store;
    this.#id = id;
    this.#seed = seed;
    this.#random = seededRandom(seed);
  }

  below(bound: number): number {
    return Math.floor(this.#random.fraction() * bound);
  }

  /** Does something; returns what was done, `null` when it was refused. */
  turn(): string | null {
    const kind = this.#random.fraction();
    if (kind < 0.66) return this.#act();
    return kind < 0.86 ? this.#undo() : this.#byHand();
  }

  #pick<T>(from: readonly T[]): T | undefined {
    return from[this.below(from.length)];
  }

  #next(): string {
    this.#count += 1;
    return `${this.#seed}-${this.#count}`;
  }

  #chosen(): string | undefined {
    const state = this.#store.caseState('issue', this.#id, clerk)?.state ?? '';
    const own = Object.keys(actions).filter((id) => actions[id]?.from.includes(state));
    const goesOn = own.filter((id) => states[actions[id]?.to ?? '']?.isEnd !== true);
    const usual = own.filter((id) => often.includes(id));
    const some = this.#random.fraction();
    if (some > 0.95) return this.#pick(Object.keys(actions));
    if (some < 0.6 && usual.length > 0) return this.#pick(usual);
    return this.#pick(some < 0.9 ? goesOn : own);
  }

  #act(): string | null {
    const action = this.#chosen();
    if (action === undefined) return null;
    const held = roles.filter(() => this.#random.fraction() < 0.85);
    const stepId = `s${this.#next()}`;
    const outcome = this.#store.act({
      ledger: 'issue',
      id: this.#id,
      action,
      values: this.#valuesFor(action),
      opinion: '已核实',
      actor: this.#pick([...people, '黄 伟', '陈志明 ']) ?? '',
      caller: { ...clerk, roles: held },
      writeId: `w${this.#next()}`,
      stepId,
      newId: `n${this.#next()}`,
    });
    if (!outcome.ok) return null;
    this.rolesOfSteps.set(stepId, held);
    for (const { change } of outcome.records)
      if (change !== null) this.#changes.push({ change, isUndo: false });
    return action;
  }

  #valuesFor(action: string): Values {
    const spec = actions[action];
    const fields = spec === undefined ? [] : actionFields(ledger, spec).filter(({ field }) => field.required);
    return Object.fromEntries(fields.map(({ name, field }) => [name, sample(name, field.kind)]));
  }

  #undo(): string | null {
    const recent = this.#changes.slice(-8);
    const one = this.#pick(recent);
    if (one === undefined) return null;
    const outcome = this.#store.undo(one.change, `u${this.#next()}`, clerk);
    if (!outcome.ok) return null;
    for (const { change } of outcome.records)
      if (change !== null) this.#changes.push({ change, isUndo: true });
    return one.isUndo ? 'undone undo' : 'undo';
  }

  /** What nobody may do: each must be refused, or change nothing a workflow guards. */
  #byHand(): string | null {
    const steps = this.#store.caseState('issue', this.#id, clerk)?.steps ?? [];
    const step = this.#pick([...this.rolesOfSteps.keys()]) ?? 'none';
    const standing = new Set(steps.map(({ id }) => id));
    const gone = [...this.rolesOfSteps.keys()].filter((id) => !standing.has(id));
    const tries: readonly RecordWrite[] = [
      {
        ledger: 'issue',
        id: this.#id,
        op: 'update',
        values: { status: this.#pick(Object.keys(states)) ?? null },
      },
      { ledger: 'issue', id: this.#id, op: 'update', values: { deadline: '2030-01-01T00:00:00.000Z' } },
      { ledger: 'issue', id: this.#id, op: 'update', values: { return_count: 0, closed_at: null } },
      { ledger: 'issue_step', id: step, op: 'remove', reason: '误记' },
      { ledger: 'issue_step', id: this.#pick(gone) ?? step, op: 'restore' },
      { ledger: 'issue_step', id: step, op: 'update', values: { actor: '别人' } },
      { ledger: 'issue', id: this.#id, op: 'restore' },
    ];
    const removal: RecordWrite = { ledger: 'issue', id: this.#id, op: 'remove', reason: '误报' };
    // One without steps may be removed, which would end the play.
    const one = steps.length > 0 && this.#random.fraction() < 0.5 ? removal : this.#pick(tries);
    const outcome = writeOne(this.#store, one ?? removal);
    return outcome.ok ? 'by hand' : null;
  }
}

function sample(name: string, kind: string): Value {
  if (name === 'extension_days') return 2;
  if (name === 'joined_to') return 'i1';
  if (kind === 'choice') return '01';
  return kind === 'integer' ? 1 : '消防所';
}

interface Told {
  readonly rolesOf: ReadonlyMap<string, readonly WorkflowRole[]>;
  readonly after: string;
}

/** What holds of every case at any time, told from its steps and the declaration alone. */
function expectLawful(store: Store, id: string, told: Told): void {
  const { after } = told;
  const state = store.caseState('issue', id, clerk);
  const kept = store.get('issue', id, clerk);
  if (state === null || kept === null) throw new Error('the case is gone');
  const { steps } = state;
  const last = steps.at(-1);
  expect(kept.removedAt, after).toBeNull();
  expect(begins, after).toContain(steps[0]?.from ?? state.state);
  if (last !== undefined) {
    expect(state.state, after).toBe(last.to);
    expect(kept.values['deadline'], after).toBe(last.due);
  }
  if (state.isEnd) expect(kept.values['deadline'], after).toBeNull();
  for (const [i, step] of steps.entries()) expectAllowed(step, steps.slice(0, i), told);
  expectCounted(steps, kept.values, after);
}

function expectAllowed(step: CaseStep, before: readonly CaseStep[], { rolesOf, after }: Told): void {
  const action = actions[step.action];
  if (action === undefined) throw new Error('a step of no action');
  expect(action.from, after).toContain(step.from);
  expect(step.from, after).toBe(before.at(-1)?.to ?? step.from);
  const targets: Readonly<Record<string, string | null>> = { stay: step.from, back: step.to };
  expect(step.to, after).toBe(targets[action.to] ?? action.to);
  expect(
    action.who.some((role) => rolesOf.get(step.id)?.includes(role)),
    after,
  ).toBe(true);
  const times = before.filter((one) => one.action === step.action).length;
  expect(times, after).toBeLessThan(action.most ?? Infinity);
  for (const other of action.other ?? []) {
    const did = before.findLast((one) => one.action === other);
    expect(did?.actor.replaceAll(' ', ''), after).not.toBe(step.actor.replaceAll(' ', ''));
  }
}

/** Counts are those of the steps that stand, stamps are there when such a step stands. */
function expectCounted(steps: readonly CaseStep[], row: Values, after: string): void {
  const stood = Object.entries(actions).flatMap(([name, { counts = [], stamps = {} }]) => {
    const times = steps.filter(({ action }) => action === name).length;
    return [...counts, ...Object.keys(stamps)].map((field) => ({
      field,
      times,
      isCount: counts.some((one) => one === field),
    }));
  });
  for (const [field, all] of Map.groupBy(stood, (one) => one.field)) {
    const times = all.reduce((sum, one) => sum + one.times, 0);
    const isCount = all.some((one) => one.isCount);
    if (isCount) expect(Number(row[field]), `${field} ${after}`).toBe(times);
    else expect(row[field] !== null, `${field} ${after}`).toBe(times > 0);
  }
}
