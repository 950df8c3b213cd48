import { ledgerOf } from '../../../db/model/registry.ts';
import { workflowRoles, type WorkflowSpec } from '../../../db/model/workflow/workflow-spec.ts';
import type { CaseQuestion, CaseState } from '../../../db/store/api.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import { defined } from '../defined.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { findingText, problemAnswer } from './write-answer.ts';

type Handlers = HandlersOf<'workflow'>;

/** Cases of workflow ledgers: how they stand and what is done with them. */
export function createWorkflowHandlers(desk: Desk): Handlers {
  return {
    'workflow.state': ({ ledger, id }, asking) => {
      const workflow = workflowOf(ledger);
      if (workflow instanceof Refusal) return workflow;
      const state = asking.store.caseState(ledger, id, asking.caller);
      return state === null ? null : toldState({ ledger, workflow, state }, asking);
    },
    'workflow.look': (input, asking) => {
      const refused = refusedAction(input);
      if (refused !== null) return refused;
      const look = asking.store.lookCase(questionOf(input, asking));
      if (!look.ok) return problemAnswer(look.problem, input.ledger, asking.caller);
      const { to, due, explanation, creates } = look.preview;
      const findings = look.preview.findings.map((finding) => findingText(finding, asking.caller));
      return { findings, to: stateName(input.ledger, to, asking), due, explanation, creates };
    },
    'workflow.act': ({ writeId, stepId, newId, ...input }, asking) => {
      const refused = refusedAction(input);
      if (refused !== null) return refused;
      const outcome = asking.store.act({ ...questionOf(input, asking), writeId, stepId, newId });
      if (!outcome.ok) return problemAnswer(outcome.problem, input.ledger, asking.caller);
      for (const { ledger, id, change } of outcome.records) if (change !== null) desk.changed(ledger, [id]);
      const own = outcome.records.find((record) => record.id === input.id);
      const made = outcome.records.find((record) => record.id === newId);
      return {
        change: own?.change ?? null,
        created: made === undefined ? null : { ledger: made.ledger, id: made.id },
        prints: [...(ledgerOf(input.ledger).workflow?.actions[input.action]?.prints ?? [])],
      };
    },
  };
}

function workflowOf(ledger: string): WorkflowSpec | Refusal {
  return ledgerOf(ledger).workflow ?? new Refusal('invalid-input', 'no-workflow', { ledger });
}

function refusedAction({
  ledger,
  action,
}: {
  readonly ledger: string;
  readonly action: string;
}): Refusal | null {
  const workflow = workflowOf(ledger);
  if (workflow instanceof Refusal) return workflow;
  return action in workflow.actions ? null : new Refusal('invalid-input', 'no-action', { ledger, action });
}

type Question = Parameters<Handlers['workflow.look']>[0];

const questionOf = (input: Question, { caller }: Asking): CaseQuestion => ({ ...defined(input), caller });

function stateName(ledger: string, code: string, { store, caller }: Asking): string {
  const definition = ledgerOf(ledger);
  const table = definition.fields[definition.workflow?.state ?? '']?.table ?? '';
  return store.names(caller.language).codeName(table, code) ?? code;
}

function toldState(
  of: { readonly ledger: string; readonly workflow: WorkflowSpec; readonly state: CaseState },
  asking: Asking,
) {
  const { ledger, workflow, state } = of;
  const { language } = asking.caller;
  const named = (code: string | null): string => (code === null ? '' : stateName(ledger, code, asking));
  return {
    version: state.version,
    state: state.state,
    stateName: named(state.state),
    isEnd: state.isEnd,
    waitsFor: state.waitsFor === null ? null : workflowRoles[state.waitsFor][language],
    actions: state.actions.map(({ id, kind, refused }) => ({
      id,
      kind,
      label: workflow.actions[id]?.label[language] ?? id,
      refused: refused[0] === undefined ? null : findingText(refused[0], asking.caller).text,
    })),
    clocks: [...state.clocks],
    escalations: [...state.escalations],
    steps: state.steps.map(({ id, action, label, from, to, documents, ...step }) => ({
      id,
      at: step.at,
      actor: step.actor,
      opinion: step.opinion,
      wasLate: step.wasLate,
      due: step.due,
      explanation: step.explanation,
      label: workflow.actions[action]?.label[language] ?? label,
      from: named(from),
      to: named(to),
      documents: [...documents],
    })),
  };
}
