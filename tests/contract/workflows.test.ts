import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '../../db/model/calendar/china.ts';
import { codeTableById } from '../../db/model/codes/code-tables.ts';
import type { AnyField, AnyLedger } from '../../db/model/define-ledger.ts';
import type { KindName, Value, Values } from '../../db/model/field-kind.ts';
import { ledgers } from '../../db/model/registry.ts';
import { actionFields } from '../../db/model/workflow/action-fields.ts';
import { resolved } from '../../db/model/workflow/clocks-after.ts';
import { readClocks, startedClock, type Clocks } from '../../db/model/workflow/clocks.ts';
import { planAction, type ActionPlan, type CaseFacts } from '../../db/model/workflow/plan-action.ts';
import { whyNot, type PastStep } from '../../db/model/workflow/why-not.ts';
import {
  guardedFields,
  workflowRoles,
  type ActionSpec,
  type WorkflowRole,
  type WorkflowSpec,
} from '../../db/model/workflow/workflow-spec.ts';
import { seededRandom } from '../../db/practice/random.ts';
import { shippedNames } from './shipped-names.ts';

const names = shippedNames('zh');
const calendar = chinaCalendar();
const withWorkflow = ledgers.flatMap((ledger) =>
  ledger.workflow === undefined ? [] : [{ ledger, workflow: ledger.workflow, id: ledger.id }],
);
const WALKS = 200;
const STEPS = 40;

it('hazard issues have a workflow, so that the loop below has looped', () => {
  expect(withWorkflow.map(({ id }) => id)).toContain('issue');
});

describe.each(withWorkflow)('workflow of $id', ({ ledger, workflow }) => {
  const codes = Object.keys(workflow.states);
  const actions = Object.entries(workflow.actions);

  it('refuses every action that is not declared for a state, and only those', () => {
    let declared = 0;
    for (const state of codes)
      for (const [id, action] of actions) {
        const row = { ...conditionOf(action), [workflow.state]: state };
        const refused = whyNot({ ledger, workflow, id }, { row, steps: [], names });
        const isDeclared = action.from.includes(state);
        expect(refused.length === 0, `${id} in ${state}`).toBe(isDeclared);
        if (isDeclared) declared += 1;
      }
    expect(declared).toBeGreaterThan(codes.length - 1);
  });

  it('says its actions as verbs in both languages', () => {
    for (const [, { label }] of actions) {
      expect(label.zh).toMatch(/^[\p{Script=Han}（），]{2,12}$/u);
      expect(label.en).not.toMatch(/\p{Script=Han}/u);
    }
    const labels = actions.map(([, { label }]) => label.zh);
    expect(new Set(labels).size, 'two actions with one verb').toBe(labels.length);
  });

  it('lets only the roles named take an action', () => {
    for (const [id, action] of actions) {
      const row = { ...conditionOf(action), [workflow.state]: action.from[0] ?? '' };
      for (const role of roles) {
        const refused = whyNot({ ledger, workflow, id }, { row, steps: [], names, roles: [role] });
        expect(refused.length === 0, `${id} as ${role}`).toBe(action.who.includes(role));
      }
    }
  });

  it('asks for fields it has, none of which only actions may set', () => {
    const guarded = guardedFields(workflow);
    for (const [id, action] of actions)
      for (const { name } of actionFields(ledger, action))
        expect(guarded.has(name) && name in (action.stamps ?? {}), `${id} asks for ${name}`).toBe(false);
  });

  it('reaches declared states only, and loses no field, whatever is done by whomever', () => {
    const taken = new Set<string>();
    const ended = new Set<string>();
    for (let seed = 1; seed <= WALKS; seed += 1) {
      const walk = randomWalk(ledger, workflow, seed);
      for (const { plan, before, after, id } of walk) {
        expect(codes, `${id} leads to ${plan.to}`).toContain(plan.to);
        const declared = workflow.actions[id]?.to;
        if (declared !== 'stay' && declared !== 'back') expect(plan.to).toBe(declared);
        const touched = new Set(Object.keys(plan.values));
        for (const [field, value] of Object.entries(before))
          if (!touched.has(field)) expect(after[field], `${id} lost ${field}`).toEqual(value);
        taken.add(id);
        if (workflow.states[plan.to]?.isEnd === true) ended.add(plan.to);
      }
    }
    const never = actions.map(([id]) => id).filter((id) => !taken.has(id));
    expect(never, 'actions no walk could take').toEqual([]);
    expect(ended.size).toBeGreaterThan(0);
  });

  it('runs a deadline in each open state that has a limit, none in an end, and none still to come while clocks stand', () => {
    let running = 0;
    for (let seed = 1; seed <= WALKS; seed += 1)
      for (const { plan } of randomWalk(ledger, workflow, seed)) {
        const state = workflow.states[plan.to] ?? {};
        if (plan.from === plan.to) continue;
        const isPast = plan.due !== null && plan.due <= String(plan.step['acted_at']);
        if (state.isEnd === true) expect(plan.due, plan.to).toBeNull();
        else if (state.stops === true) expect(plan.due === null || isPast, plan.to).toBe(true);
        else if (state.limit !== undefined) {
          expect(plan.due, plan.to).not.toBeNull();
          expect(plan.explanation).toMatch(/到期。$|推算。$/);
          running += 1;
        }
      }
    const isTimed = codes.some((code) => workflow.states[code]?.limit !== undefined);
    expect(running > 0).toBe(isTimed);
  });
});

// The keys of an object literal declared `as const` are exactly its key type.
const roles = Object.keys(workflowRoles) as WorkflowRole[];

const conditionOf = ({ when }: ActionSpec): Values =>
  when === undefined ? {} : { [when.field]: when.values[0] ?? null };

interface Walked {
  readonly id: string;
  readonly plan: ActionPlan;
  readonly before: Values;
  readonly after: Values;
}

/** Random actions by three people with random roles, refused ones left out; the case keeps what it had. */
function randomWalk(ledger: AnyLedger, workflow: WorkflowSpec, seed: number): readonly Walked[] {
  const source = seededRandom(seed);
  const random = (): number => source.fraction();
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const walked: Walked[] = [];
  let row: Values = { ...filledRow(ledger, random), [workflow.state]: pick(workflow.begins) ?? '' };
  let steps: readonly PastStep[] = [];
  let now = Date.UTC(2026, 0, 5, 1) + Math.floor(random() * 3e10);
  let clocks = firstClocks(workflow, row, new Date(now));
  for (let step = 0; step < STEPS; step += 1) {
    now += Math.floor(random() * 2e8) + 1;
    const id = pick(likely(workflow, { row, random })) ?? '';
    const action = workflow.actions[id];
    if (action === undefined) throw new Error('no action');
    const actor = pick(['陈志明', '李桂芳', '黄建国']) ?? '';
    const values = givenValues(ledger, action, random);
    const facts: CaseFacts = {
      id: 'case',
      row,
      steps,
      clocks,
      lastAt: null,
      now: new Date(now),
      calendar,
      names,
      linked: () => null,
      roles: roles.filter(() => random() < 0.8),
    };
    const plan = planAction(ledger, { action: id, values, opinion: '已核实', actor }, facts);
    if (plan.findings.some(({ level }) => level === 'error')) continue;
    const after = { ...row, ...plan.values };
    walked.push({ id, plan, before: row, after });
    row = after;
    steps = [...steps, { action: id, from: plan.from, to: plan.to, actor }];
    clocks = readClocks(plan.step['clocks']);
    if (Object.values(workflow.actions).every(({ from }) => !from.includes(plan.to))) break;
  }
  return walked;
}

/** The clock a case begins with, as the store starts it. */
function firstClocks(workflow: WorkflowSpec, row: Values, at: Date): Clocks {
  const limit = workflow.states[String(row[workflow.state])]?.limit;
  if (limit === undefined) return {};
  return {
    [workflow.deadline]: startedClock(
      resolved(limit, row, () => null),
      at,
      calendar,
    ),
  };
}

/** Any action now and then; mostly one of the state's own that does not end the case, so that walks go far. */
function likely(
  workflow: WorkflowSpec,
  { row, random }: { readonly row: Values; readonly random: () => number },
): readonly string[] {
  const all = Object.keys(workflow.actions);
  if (random() < 0.1) return all;
  const here = all.filter((id) => workflow.actions[id]?.from.includes(String(row[workflow.state])));
  const goesOn = here.filter((id) => workflow.states[workflow.actions[id]?.to ?? '']?.isEnd !== true);
  if (here.length === 0) return all;
  return random() < 0.85 && goesOn.length > 0 ? goesOn : here;
}

/** A row in which fields that decide which actions fit take any of their codes. */
function filledRow(ledger: AnyLedger, random: () => number): Values {
  const fields = Object.entries(ledger.fields).filter(([, field]) => field.storage !== null);
  return Object.fromEntries(
    fields.flatMap(([name, field]) => (random() < 0.7 ? [[name, sampleValue(field, random)] as const] : [])),
  );
}

function givenValues(ledger: AnyLedger, action: ActionSpec, random: () => number): Values {
  return Object.fromEntries(
    actionFields(ledger, action).map(({ name, field }) => [name, sampleValue(field, random)]),
  );
}

function sampleValue({ kind, table, min }: AnyField, random: () => number): Value {
  const codes = codeTableById.get(table ?? '')?.items.map(({ code }) => code) ?? [];
  if (kind === 'choice') return codes[Math.floor(random() * codes.length)] ?? null;
  if (kind === 'multi-choice') return codes.slice(0, 1);
  if (kind === 'yes-no') return random() < 0.5;
  if (['integer', 'decimal', 'money'].includes(kind)) return Math.max(min ?? 1, 1);
  return sampleTexts[kind] ?? '甲';
}

const sampleTexts: Readonly<Partial<Record<KindName, Value>>> = {
  day: '2026-03-02',
  instant: '2026-03-02T01:00:00.000Z',
  attachment: ['a1'],
};
