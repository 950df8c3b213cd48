import { randomUUID } from 'node:crypto';
import type { Language } from '../../../db/model/localized.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import {
  calendarStep,
  calendarStepName,
  replyKinds,
  workflowRoles,
  type ReplyKind,
  type WorkflowSpec,
} from '../../../db/model/workflow/workflow-spec.ts';
import type { CaseQuestion, CaseState, WriteProblem } from '../../../db/store/api.ts';
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
      return state === null ? null : toldState({ ledger, id, workflow, state }, asking);
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
    'workflow.answer': (input, { store, caller }) => {
      const workflow = workflowOf(input.ledger);
      if (workflow instanceof Refusal) return workflow;
      const replies = workflow.superior?.replies;
      if (replies === undefined) return new Refusal('invalid-input', 'no-superior', { ledger: input.ledger });
      const outcome = store.sync.replies.answer({ documents: [], ...defined(input), caller });
      if (!outcome.ok) return problemAnswer(outcome.problem, replies, caller);
      for (const { ledger, id } of outcome.records) desk.changed(ledger, [id]);
      desk.changed(input.ledger, [input.id]);
      return { change: outcome.records[0]?.change ?? null };
    },
    'workflow.actMany': ({ ids, writeId, ...input }, asking) => {
      const refused = refusedAction(input);
      if (refused !== null) return refused;
      const told = ids.map((id, index) => {
        const question = { ...questionOf({ ...input, id }, asking), writeId: `${writeId}.${index}` };
        const outcome = asking.store.act({ ...question, stepId: randomUUID(), newId: randomUUID() });
        if (!outcome.ok) return refusedCase({ ledger: input.ledger, id }, outcome.problem, asking);
        for (const { ledger, id: changed, change } of outcome.records)
          if (change !== null) desk.changed(ledger, [changed]);
        return null;
      });
      const left = told.filter((one) => one !== null);
      return { done: ids.length - left.length, refused: left };
    },
  };
}

/** A case the action could not be taken with, with the first reason. */
function refusedCase(
  { ledger, id }: { readonly ledger: string; readonly id: string },
  problem: WriteProblem,
  { store, caller }: Asking,
): { readonly id: string; readonly title: string; readonly text: string } {
  const title = store.get(ledger, id, caller)?.title ?? '';
  const finding = problem.code === 'invalid' ? problem.findings[0] : undefined;
  if (finding === undefined) return { id, title, text: '' };
  const field = ledgerOf(ledger).fields[finding.field ?? '']?.label[caller.language];
  const { text } = findingText(finding, caller);
  return { id, title, text: field === undefined ? text : `${field}：${text}` };
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
  return Object.hasOwn(workflow.actions, action)
    ? null
    : new Refusal('invalid-input', 'no-action', { ledger, action });
}

type Question = Parameters<Handlers['workflow.look']>[0];

const questionOf = (input: Question, { caller }: Asking): CaseQuestion => ({ ...defined(input), caller });

function stateName(ledger: string, code: string, { store, caller }: Asking): string {
  const definition = ledgerOf(ledger);
  const table = definition.fields[definition.workflow?.state ?? '']?.table ?? '';
  return store.names(caller.language).codeName(table, code) ?? code;
}

/** A step as it is called; one of a newer program keeps the name it was written with. */
const stepName = (workflow: WorkflowSpec, action: string, language: Language): string | undefined =>
  (action === calendarStep ? calendarStepName : workflow.actions[action]?.label)?.[language];

function toldState(
  of: {
    readonly ledger: string;
    readonly id: string;
    readonly workflow: WorkflowSpec;
    readonly state: CaseState;
  },
  asking: Asking,
) {
  const { ledger, id: record, workflow, state } = of;
  const { language } = asking.caller;
  const { replies } = asking.store.sync;
  const answers = replies.possible(ledger, record, asking.caller);
  const replyName = (kind: ReplyKind | null): string => {
    const code = kind === null ? '' : replyKinds[kind];
    return asking.store.names(language).codeName('superior_reply', code) ?? code;
  };
  const named = (code: string | null): string => (code === null ? '' : stateName(ledger, code, asking));
  return {
    version: state.version,
    state: state.state,
    stateName: named(state.state),
    isEnd: state.isEnd,
    waitsFor: state.waitsFor === null ? null : workflowRoles[state.waitsFor][language],
    // A case handed up to this office is answered; how it goes on is the business of who handed it up.
    actions: (answers === null ? state.actions : []).map(({ id, kind, refused }) => ({
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
      label: stepName(workflow, action, language) ?? label,
      from: named(from),
      to: named(to),
      documents: [...documents],
    })),
    replies: replies.of(ledger, record, asking.caller).map(({ kind, documents, ...reply }) => ({
      ...reply,
      ledger: workflow.superior?.replies ?? '',
      label: replyName(kind),
      documents: [...documents],
    })),
    answers: answers === null ? null : answers.map((kind) => ({ kind, label: replyName(kind) })),
  };
}
