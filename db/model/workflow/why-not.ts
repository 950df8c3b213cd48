import type { AnyLedger } from '../define-ledger.ts';
import { holds } from '../derive/skip-logic.ts';
import type { Names, Values } from '../field-kind.ts';
import type { Finding } from '../reasons.ts';
import { workflowRoles, type ActionSpec, type WorkflowRole, type WorkflowSpec } from './workflow-spec.ts';

/** A step taken, as far as later ones ask. */
export interface PastStep {
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly actor: string;
}

interface Standing {
  readonly row: Values;
  readonly steps: readonly PastStep[];
  readonly names: Names;
  readonly roles?: readonly WorkflowRole[];
  /** Name of who acts; left out when it is not known yet. */
  readonly actor?: string;
}

/** Why an action cannot be taken with a case now, in sentences; empty when it can. */
export function whyNot(
  of: { readonly ledger: AnyLedger; readonly workflow: WorkflowSpec; readonly id: string },
  standing: Standing,
): readonly Finding[] {
  const action = of.workflow.actions[of.id];
  if (action === undefined) throw new Error(`ledger ${of.ledger.id} has no action ${of.id}`);
  return (
    wrongState(of, action, standing) ??
    wrongRole(action, standing) ??
    tooOften(of.id, action, standing) ??
    samePerson(of.workflow, action, standing) ??
    []
  );
}

type Found = readonly Finding[] | null;

function wrongState(
  { ledger, workflow }: { readonly ledger: AnyLedger; readonly workflow: WorkflowSpec },
  action: ActionSpec,
  { row, names }: Standing,
): Found {
  const state = String(row[workflow.state] ?? '');
  if (action.from.includes(state) && holds(action.when, row)) return null;
  const table = ledger.fields[workflow.state]?.table ?? '';
  const args = { state: names.codeName(table, state) ?? state, action: action.label[names.language] };
  return [{ field: null, code: 'workflow-state', args, level: 'error' }];
}

function wrongRole(action: ActionSpec, { roles, names }: Standing): Found {
  if (roles === undefined || action.who.some((role) => roles.includes(role))) return null;
  const who = action.who
    .map((role) => workflowRoles[role][names.language])
    .join(names.language === 'zh' ? '、' : ', ');
  return [
    {
      field: null,
      code: 'workflow-role',
      args: { action: action.label[names.language], who },
      level: 'error',
    },
  ];
}

function tooOften(id: string, action: ActionSpec, { steps, names }: Standing): Found {
  const done = steps.filter((step) => step.action === id).length;
  if (action.most === undefined || done < action.most) return null;
  const args = { action: action.label[names.language], most: action.most };
  return [{ field: null, code: 'workflow-most', args, level: 'error' }];
}

/** Four eyes: who did an earlier action last may not do this one. */
function samePerson(workflow: WorkflowSpec, action: ActionSpec, { steps, names, actor }: Standing): Found {
  if (actor === undefined) return null;
  const earlier = (action.other ?? []).find((id) => {
    const last = steps.findLast((step) => step.action === id);
    return last !== undefined && plainName(last.actor) === plainName(actor);
  });
  if (earlier === undefined) return null;
  const label = workflow.actions[earlier]?.label[names.language] ?? '';
  return [
    { field: 'actor', code: 'workflow-person', args: { person: actor, action: label }, level: 'error' },
  ];
}

/** A name without what typing makes different: 黄 伟 and 黄伟 are one person. */
const plainName = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
