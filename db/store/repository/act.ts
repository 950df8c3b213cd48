import type { AnyLedger } from '../../model/define-ledger.ts';
import type { Language } from '../../model/localized.ts';
import { cleanText } from '../../model/fields/clean-text.ts';
import { reasonText, type Finding } from '../../model/reasons.ts';
import { escalationsOf } from '../../model/workflow/escalation.ts';
import { explainClock } from '../../model/workflow/explain-clock.ts';
import { planAction, type ActionPlan } from '../../model/workflow/plan-action.ts';
import { whyNot } from '../../model/workflow/why-not.ts';
import type { WorkflowSpec } from '../../model/workflow/workflow-spec.ts';
import type {
  CaseLook,
  CaseQuestion,
  CaseRequest,
  CaseState,
  Caller,
  WriteOutcome,
  WriteProblem,
} from '../api.ts';
import { changesSince } from '../changelog/record-changes.ts';
import { caseTable, factsOf, stepsOf, toldStep } from './case-facts.ts';
import { checkValues } from './check-values.ts';
import { tableOf, type Core } from './core.ts';
import type { DraftWrite } from './draft.ts';
import type { Kept, LedgerTable } from './ledger-table.ts';
import { firstOutcome, write } from './write.ts';

/** How a case stands; see `Store.caseState`. */
export function caseState(
  core: Core,
  ledger: string,
  of: { readonly id: string; readonly caller: Caller },
): CaseState | null {
  const { table, workflow } = caseTable(core, ledger);
  const kept = table.byId(of.id);
  if (kept === null) return null;
  const facts = factsOf(core, { table, workflow, kept, caller: of.caller });
  const state = String(kept.values[workflow.state] ?? '');
  const spec = workflow.states[state];
  const now = facts.now.toISOString();
  return {
    version: kept.version,
    state,
    isEnd: spec?.isEnd === true,
    waitsFor: spec?.waitsFor ?? null,
    actions:
      kept.removedAt !== null
        ? []
        : Object.entries(workflow.actions)
            .filter(([, action]) => action.from.includes(state))
            .map(([id, action]) => ({
              id,
              kind: action.kind ?? 'forward',
              refused: whyNot({ ledger: table.ledger, workflow, id }, facts),
            })),
    clocks: Object.entries(facts.clocks).map(([field, clock]) => ({
      field,
      due: clock.due,
      isLate: clock.due !== null && now > clock.due,
      explanation: explainClock(clock, facts.calendar, of.caller.language),
    })),
    escalations: escalationsOf({ workflow, row: kept.values }, facts).map((to) => to[of.caller.language]),
    steps: stepsOf(core, workflow, kept.id).map(toldStep),
  };
}

/** What an action would do; see `Store.lookCase`. */
export function lookCase(core: Core, question: CaseQuestion): CaseLook {
  const planned = planOf(core, question);
  if ('code' in planned) return { ok: false, problem: planned };
  const { plan } = planned;
  const { from, to, due, explanation, creates } = plan;
  const findings = findingsOf(core, planned, question);
  return {
    ok: true,
    preview: { findings, from, to, due, explanation, creates: creates?.ledger ?? null },
  };
}

/** An action as the store itself may take it. */
type ActRequest = CaseRequest & {
  /** See `ActionQuestion`. */
  readonly at?: string;
  /** Written together with the action. */
  readonly beside?: readonly DraftWrite[];
};

/** Takes an action with a case: the case, its step and what it creates in one write; see `Store.act`. */
export function act(core: Core, request: ActRequest): WriteOutcome {
  const repeated = firstOutcome(core.connection, request.writeId);
  if (repeated !== null) return { ok: true, records: repeated, repeated: true };
  const planned = planOf(core, request);
  if ('code' in planned) return { ok: false, problem: planned };
  const findings = findingsOf(core, planned, request);
  if (findings.some((finding) => finding.level === 'error'))
    return { ok: false, problem: { code: 'invalid', index: 0, findings } };
  return write(core, {
    writeId: request.writeId,
    caller: request.caller,
    writes: [...writesOf(planned, request), ...(request.beside ?? [])],
    checked: true,
    acts: true,
  });
}

interface Planned {
  readonly plan: ActionPlan;
  readonly table: LedgerTable;
  readonly workflow: WorkflowSpec;
  readonly kept: Kept;
}

function planOf(core: Core, question: CaseQuestion): Planned | WriteProblem {
  const { table, workflow } = caseTable(core, question.ledger);
  const kept = table.byId(question.id);
  if (kept === null) return { code: 'not-found', index: 0 };
  if (kept.removedAt !== null) return { code: 'removed', index: 0 };
  const facts = factsOf(core, { table, workflow, kept, caller: question.caller });
  const { caller, ...asked } = question;
  const actor = cleanText(question.actor ?? caller.name);
  const plan = planAction(table.ledger, { ...asked, actor }, facts);
  const isStale =
    question.seen !== undefined && question.seen < kept.version && hasActedSince(core, question);
  const stale: Finding = { field: null, code: 'workflow-stale', level: 'error' };
  return { plan: isStale ? { ...plan, findings: [stale] } : plan, table, workflow, kept };
}

/** A step has been taken since the caller looked, not merely an edit of other fields. */
function hasActedSince(core: Core, { ledger, id, seen = 0 }: CaseQuestion): boolean {
  const { table, workflow } = caseTable(core, ledger);
  const rid = table.byId(id)?.rid ?? 0;
  return changesSince(core.connection, { table, rid, version: seen }).some(
    (change) => workflow.state in change.fields,
  );
}

/** What stands against an action: its rules, what was entered with the step, and the rows as they would be. */
const findingsOf = (core: Core, planned: Planned, question: CaseQuestion): readonly Finding[] => [
  ...planned.plan.findings,
  ...stepFindings(core, planned),
  ...rowFindings(core, planned, question),
];

/** What people enter with the step itself; the rest of it the store writes. */
const enteredWithStep: ReadonlySet<string | null> = new Set(['actor', 'opinion', 'documents']);

const stepFindings = (core: Core, { plan, workflow }: Planned): readonly Finding[] =>
  checkValues(core, tableOf(core, workflow.steps), plan.step).filter(
    ({ field, level, code }) => level === 'error' && code !== 'required' && enteredWithStep.has(field),
  );

/** The case as it would be must be right in what was given and changed; older mistakes are not the action's business. */
function rowFindings(
  core: Core,
  { plan, table, kept }: Planned,
  { values: given, caller: { language } }: CaseQuestion,
): readonly Finding[] {
  const touched = new Set([...Object.keys(given), ...Object.keys(plan.values)]);
  const own = checkValues(core, table, { ...kept.values, ...plan.values }).filter(
    ({ field, level, code }) =>
      level === 'error' && code !== 'required' && field !== null && touched.has(field),
  );
  const made = plan.creates === null ? null : tableOf(core, plan.creates.ledger);
  if (made === null || plan.creates === null) return own;
  const filled = made.ledger.fill(plan.creates.values);
  const back = backField(plan, made.ledger, table);
  const wrong = checkValues(core, made, filled).filter(
    ({ level, field }) => level === 'error' && field !== back,
  );
  return [...own, ...wrong.map((finding) => inCreated(made.ledger, finding, language))];
}

function inCreated(ledger: AnyLedger, finding: Finding, language: Language): Finding {
  const field = ledger.fields[finding.field ?? '']?.label[language] ?? '';
  const text = `${field} ${reasonText(finding.code, finding.args, language)}`.trim();
  const args = { ledger: ledger.label[language], text };
  return { field: null, code: 'workflow-created', args, level: 'error' };
}

const backField = (plan: ActionPlan, made: AnyLedger, table: LedgerTable): string | undefined =>
  table.ledger.workflow?.actions[String(plan.step['action'])]?.creates?.back ??
  Object.keys(made.fields).find((name) => made.fields[name]?.target === table.ledger.id);

function writesOf({ plan, table, workflow, kept }: Planned, request: CaseRequest): readonly DraftWrite[] {
  const creates = workflow.actions[request.action]?.creates;
  const link = creates?.link === undefined ? {} : { [creates.link]: request.newId };
  const back = creates?.back === undefined ? {} : { [creates.back]: kept.id };
  const made: readonly DraftWrite[] =
    plan.creates === null
      ? []
      : [
          {
            ledger: plan.creates.ledger,
            id: request.newId,
            op: 'create',
            values: { ...plan.creates.values, ...back },
          },
        ];
  return [
    ...made,
    { ledger: table.ledger.id, id: kept.id, op: 'update', values: { ...plan.values, ...link } },
    { ledger: workflow.steps, id: request.stepId, op: 'create', values: plan.step },
  ];
}
