import { randomUUID } from 'node:crypto';
import type { AnyLedger } from '../../model/define-ledger.ts';
import { words } from '../../model/localized.ts';
import { workflowRoles, type WorkflowRole, type WorkflowSpec } from '../../model/workflow/workflow-spec.ts';
import type { CaseQuestion, Store } from '../../store/api.ts';
import type { Input, StoreContext } from '../command.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { readValues } from '../read-values.ts';
import { UsageError } from '../refusal.ts';
import { invalid, jsonObject, storeCommand, written } from '../with-store.ts';

/** `zw act LEDGER ID ACTION JSON|-`: takes an action of a workflow with a case. */
export const actCommand = storeCommand({
  name: 'act',
  summary: words(
    '办理一项流程动作（受理、派遣、处置、核查、结案等），同时写入办理记录和期限',
    'Takes an action of a workflow with a case: state, step and deadline in one write',
  ),
  positionals: ['LEDGER', 'ID', 'ACTION', 'JSON|-'],
  options: {
    opinion: { type: 'string', value: 'TEXT', help: words('办理意见或原因', 'Opinion or reason') },
    actor: {
      type: 'string',
      value: 'NAME',
      help: words('经办人，默认本机用户', 'Who acted; default the local user'),
    },
    roles: {
      type: 'string',
      value: 'LIST',
      help: words('以这些岗位办理（逗号分隔），默认全部', 'Act in these roles only (comma separated)'),
    },
    'dry-run': { type: 'boolean', help: words('只预览，不写入', 'Preview only, write nothing') },
    'write-id': {
      type: 'string',
      value: 'UUID',
      help: words(
        '写入编号；重试时用同一编号不会重复写入',
        'Id of this write; repeating it with the same id changes nothing',
      ),
    },
  },
  prints: '{from, to, due, explanation, records:[{ledger, id, change}]}',
  run: (store, input, context) => {
    const question = questionOf(store, input, context);
    const look = store.lookCase(question);
    if (input.options['dry-run'] === true) {
      if (!look.ok) return written(look);
      if (look.preview.findings.some((f) => f.level === 'error')) throw invalid(look.preview.findings);
      const { from, to, due, explanation } = look.preview;
      return { from, to, due, explanation, records: [] };
    }
    const writeId = input.options['write-id'];
    const outcome = store.act({
      ...question,
      writeId: typeof writeId === 'string' ? writeId : randomUUID(),
      stepId: randomUUID(),
      newId: randomUUID(),
    });
    const records = written(outcome);
    return {
      ...lastStep(store, question),
      records: records.map(({ ledger, id, change }) => ({ ledger, id, change })),
    };
  },
});

/** The step just taken, with the deadline that follows from it. */
function lastStep(store: Store, { ledger, id, caller }: CaseQuestion) {
  const last = store.caseState(ledger, id, caller)?.steps.at(-1);
  if (last === undefined) throw new Error(`case ${id} has no step after an action`);
  const { from, to, due, explanation } = last;
  return { from, to, due, explanation };
}

/** `zw case LEDGER ID`: how a case stands. */
export const caseCommand = storeCommand({
  name: 'case',
  summary: words(
    '查看一宗事项的办理状态、可办理的动作、期限及其依据、办理记录',
    'How a case stands: state, possible actions, deadlines with their reasons, steps',
  ),
  positionals: ['LEDGER', 'ID'],
  options: {},
  prints:
    '{state, actions:[{id, refused}], clocks:[{field, due, isLate, explanation}], escalations, steps} | null',
  run: (store, { positionals: [name, id = ''] }, { caller }) => {
    const ledger = ledgerNamed(name);
    workflowOf(ledger);
    return store.caseState(ledger.id, id, caller);
  },
});

function questionOf(store: Store, input: Input, context: StoreContext): CaseQuestion {
  const [name, id = '', action = '', json = '{}'] = input.positionals;
  const ledger = ledgerNamed(name);
  const workflow = workflowOf(ledger);
  if (!Object.hasOwn(workflow.actions, action)) {
    const known = Object.keys(workflow.actions).join(', ');
    throw new UsageError(
      words(`没有“${action}”这项动作：${known}`, `There is no action "${action}": ${known}`),
    );
  }
  const given = jsonObject(json === '-' ? context.readStdin() : json, 'JSON');
  const { opinion, actor } = input.options;
  const roles = rolesOf(input.options['roles']);
  return {
    ledger: ledger.id,
    id,
    action,
    values: readValues(ledger, given, store.names(context.language)),
    ...(typeof opinion === 'string' ? { opinion } : {}),
    ...(typeof actor === 'string' ? { actor } : {}),
    caller: roles === null ? context.caller : { ...context.caller, roles },
  };
}

/** The workflow of a ledger. @throws UsageError when it has none. */
function workflowOf(ledger: AnyLedger): WorkflowSpec {
  if (ledger.workflow !== undefined) return ledger.workflow;
  throw new UsageError(
    words(`台账“${ledger.id}”没有办理流程`, `The records of "${ledger.id}" have no workflow`),
  );
}

function rolesOf(text: Input['options'][string]): readonly WorkflowRole[] | null {
  if (typeof text !== 'string') return null;
  const isRole = (name: string): name is WorkflowRole => name in workflowRoles;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isRole(name));
  if (unknown === undefined) return names.filter(isRole);
  const known = Object.keys(workflowRoles).join(', ');
  throw new UsageError(words(`没有岗位“${unknown}”：${known}`, `There is no role "${unknown}": ${known}`));
}
