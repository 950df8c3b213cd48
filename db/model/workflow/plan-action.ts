import type { AnyLedger } from '../define-ledger.ts';
import type { Names, Value, Values } from '../field-kind.ts';
import type { Language } from '../localized.ts';
import { chinaDay } from '../office-time.ts';
import type { Finding } from '../reasons.ts';
import { actionFields } from './action-fields.ts';
import { clocksAfter, type Timing } from './clocks-after.ts';
import type { Clocks } from './clocks.ts';
import { explainClock } from './explain-clock.ts';
import { whyNot, type PastStep } from './why-not.ts';
import type { ActionSpec, WorkflowRole, WorkflowSpec } from './workflow-spec.ts';

/** An action somebody wants to take with a case. */
export interface ActionQuestion {
  readonly action: string;
  /** Fields of the case given with it. */
  readonly values: Values;
  readonly opinion?: string | null;
  /** Ids of attachments that go with the step. */
  readonly documents?: readonly string[];
  /** Who acted, by name: a clerk enters what the chief decided. */
  readonly actor: string;
  /** When it was done, where it was done elsewhere and is told later, UTC; default now. Clocks start now all the same. */
  readonly at?: string;
}

/** What is known of the case and the day. */
export interface CaseFacts extends Timing {
  readonly id: string;
  readonly row: Values;
  /** Steps taken, oldest first. */
  readonly steps: readonly PastStep[];
  readonly clocks: Clocks;
  /** When the last step was taken, UTC; `null` before the first. A clock set back does not put a step before it. */
  readonly lastAt: string | null;
  readonly names: Names;
  /** Roles of the caller; absent = all. */
  readonly roles?: readonly WorkflowRole[];
}

/** What an action would do: refused when `findings` holds an error. */
export interface ActionPlan {
  readonly findings: readonly Finding[];
  /** Changed fields of the case. */
  readonly values: Values;
  /** The new row of the ledger of steps, without its id. */
  readonly step: Values;
  /** The record it makes beside, without id and links. */
  readonly creates: { readonly ledger: string; readonly values: Values } | null;
  readonly from: string;
  readonly to: string;
  /** Deadline of the next step with its reason; `null` when nothing runs. */
  readonly due: string | null;
  readonly explanation: string;
}

/** Works out an action; pure. The ledger has a workflow and the action is one of it (checked by the caller). */
export function planAction(ledger: AnyLedger, question: ActionQuestion, facts: CaseFacts): ActionPlan {
  const { workflow, action } = actionOf(ledger, question.action);
  const from = String(facts.row[workflow.state] ?? '');
  const to = targetState(workflow, action, { from, steps: facts.steps });
  const at = momentOf(question, facts);
  const refused = whyNot({ ledger, workflow, id: question.action }, { ...facts, actor: question.actor });
  const given = givenValues(ledger, { action, question });
  const values: Record<string, Value> = {
    ...given.values,
    ...setValues(action),
    ...stamps(action, { question, now: at }),
    ...Object.fromEntries(
      (action.counts ?? []).map((name) => [name, Number(facts.row[name] ?? 0) + 1] as const),
    ),
    [workflow.state]: to,
  };
  const row = { ...facts.row, ...values };
  const timed = clocksAfter({ workflow, action, from, to, row }, facts);
  Object.assign(values, timed.values);
  const clock = timed.clocks[workflow.deadline];
  const explained = (language: Language): string =>
    clock === undefined ? '' : explainClock(clock, facts.calendar, language);
  const due = textOrNull(timed.values[workflow.deadline]);
  return {
    findings: [...refused, ...given.findings, ...missing(ledger, { action, row, question })],
    values: changed(facts.row, values),
    step: {
      case_record: facts.id,
      action: question.action,
      action_name: action.label.zh,
      from_state: from === '' ? null : from,
      to_state: to,
      acted_at: momentAfter(at, facts),
      actor: question.actor,
      opinion: question.opinion ?? null,
      documents: (question.documents ?? []).length === 0 ? null : (question.documents ?? null),
      was_late: isLate(facts.row[workflow.deadline], at),
      due_at: due,
      due_explained: explained('zh') || null,
      clocks: Object.keys(timed.clocks).length === 0 ? null : JSON.stringify(timed.clocks),
    },
    creates: made(action, row),
    from,
    to,
    due,
    explanation: explained(facts.names.language),
  };
}

/** When it was done; never later than now, whatever the clock of the place says where it was done. */
const momentOf = ({ at }: ActionQuestion, { now }: CaseFacts): Date =>
  at === undefined ? now : new Date(Math.min(Date.parse(at), now.getTime()));

/** Then, or just after the last step. */
function momentAfter(at: Date, { lastAt }: CaseFacts): string {
  const last = lastAt === null ? -Infinity : Date.parse(lastAt);
  return new Date(Math.max(at.getTime(), last + 1)).toISOString();
}

/** The workflow of a ledger and one action of it. @throws for what is neither: checked at the edge. */
function actionOf(
  ledger: AnyLedger,
  id: string,
): { readonly workflow: WorkflowSpec; readonly action: ActionSpec } {
  const { workflow } = ledger;
  const action = workflow?.actions[id];
  if (workflow === undefined || action === undefined)
    throw new Error(`ledger ${ledger.id} has no action ${id}`);
  return { workflow, action };
}

/** Where an action leads from a state. */
function targetState(
  workflow: WorkflowSpec,
  action: ActionSpec,
  { from, steps }: { readonly from: string; readonly steps: readonly PastStep[] },
): string {
  if (action.to === 'stay') return from;
  if (action.to !== 'back') return action.to;
  // A return leads here too, but not from where the case was before.
  const came = steps.findLast(
    (step) => step.to === from && step.from !== from && workflow.actions[step.action]?.to !== 'back',
  );
  return came?.from ?? from;
}

/** Values of the fields the action asks for; others are refused, since only an action changes them together. */
function givenValues(
  ledger: AnyLedger,
  { action, question }: { readonly action: ActionSpec; readonly question: ActionQuestion },
): { readonly values: Values; readonly findings: readonly Finding[] } {
  const asked = new Set(actionFields(ledger, action).map(({ name }) => name));
  const strangers = Object.keys(question.values).filter((name) => !asked.has(name));
  return {
    values: Object.fromEntries(Object.entries(question.values).filter(([name]) => asked.has(name))),
    findings: strangers.map((field) => ({ field, code: 'workflow-field', level: 'error' }) as const),
  };
}

/** Values an action always sets. */
const setValues = ({ sets = {} }: ActionSpec): Values =>
  Object.fromEntries(
    Object.entries(sets).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );

function stamps(
  action: ActionSpec,
  { question, now }: { readonly question: ActionQuestion; readonly now: Date },
): Values {
  const what = { now: now.toISOString(), today: chinaDay(now), actor: question.actor } as const;
  return Object.fromEntries(
    Object.entries(action.stamps ?? {}).flatMap(([name, stamp]) =>
      stamp === undefined ? [] : [[name, what[stamp]] as const],
    ),
  );
}

/** Required fields without a value, and an opinion that must be written. */
function missing(
  ledger: AnyLedger,
  of: { readonly action: ActionSpec; readonly row: Values; readonly question: ActionQuestion },
): readonly Finding[] {
  const { action, row, question } = of;
  const fields = (action.asks ?? []).filter((name) => isEmpty(row[name]) && name in ledger.fields);
  const findings = fields.map((field) => ({ field, code: 'required', level: 'error' }) as const);
  const needsOpinion = action.opinion === 'must' && (question.opinion ?? '').trim() === '';
  const person = question.actor.trim() === '';
  return [
    ...findings,
    ...(needsOpinion ? [{ field: 'opinion', code: 'required', level: 'error' } as const] : []),
    ...(person ? [{ field: 'actor', code: 'required', level: 'error' } as const] : []),
  ];
}

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === '' || (typeof value === 'object' && value.length === 0);

const changed = (before: Values, after: Values): Values =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => (before[name] ?? null) !== value));

const made = ({ creates }: ActionSpec, row: Values): ActionPlan['creates'] =>
  creates === undefined ? null : { ledger: creates.ledger, values: creates.values(row) };

const textOrNull = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);

const isLate = (due: Value | undefined, now: Date): boolean | null =>
  typeof due === 'string' ? now.toISOString() > due : null;
