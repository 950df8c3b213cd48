import type { DueSpec } from '../due-spec.ts';
import type { KindName } from '../field-kind.ts';
import { words } from '../localized.ts';
import {
  clockFields,
  guardedFields,
  openStates,
  type ActionSpec,
  type AddedUnit,
  type StepLimit,
  type SuperiorSpec,
  type WorkflowSpec,
} from './workflow-spec.ts';

interface Checked {
  readonly id: string;
  readonly fields: Readonly<Record<string, { readonly kind: KindName; readonly required?: boolean }>>;
  readonly workflow?: WorkflowSpec;
}

/** What is due of a case: its next step. */
export const dueOfStep = (workflow: WorkflowSpec): DueSpec => ({
  field: workflow.deadline,
  label: words('办理', 'Handle'),
  ...(workflow.person === undefined ? {} : { person: workflow.person }),
  while: { field: workflow.state, values: openStates(workflow) },
});

/** Checks the fields a workflow names. @throws with ledger and field named, at start-up. */
export function checkCases({ id, fields, workflow }: Checked): void {
  if (workflow === undefined) return;
  const kindOf = (name: string): KindName | undefined => fields[name]?.kind;
  const guarded = [...guardedFields(workflow)].filter((name) => name !== workflow.state);
  const claims: readonly (readonly [boolean, string])[] = [
    ...namesOfStep.map((name) => [!(name in fields), `${name} is what a step says`] as const),
    ...namedFields(workflow).map((name) => [name in fields, `${name} is no field`] as const),
    [kindOf(workflow.state) === 'choice', `state ${workflow.state} must be a choice`],
    ...clockFields(workflow).map(
      (name) => [kindOf(name) === 'instant', `clock ${name} must be an instant`] as const,
    ),
    ...countedFields(workflow).map(
      (name) => [kindOf(name) === 'integer', `${name} must be an integer`] as const,
    ),
    ...guarded.map(
      (name) =>
        [fields[name]?.required !== true, `${name} is set by actions and cannot be required`] as const,
    ),
  ];
  const broken = claims.find(([holds]) => !holds);
  if (broken !== undefined) throw new Error(`ledger ${id}, workflow: ${broken[1]}`);
}

/** The step's own entries stand beside the case's in the dialog of an action. */
const namesOfStep = ['actor', 'opinion', 'documents'] as const;

const countedFields = ({ actions }: WorkflowSpec): readonly string[] =>
  Object.values(actions).flatMap(({ counts = [], adds }) => [...counts, ...(adds ? [adds.field] : [])]);

function namedFields(workflow: WorkflowSpec): readonly string[] {
  const { state, deadline, person, states, actions, superior } = workflow;
  const limits = [
    ...Object.values(states).map(({ limit }) => limit),
    ...Object.values(actions).flatMap(({ starts = {} }) => Object.values(starts)),
  ];
  return [
    state,
    deadline,
    ...(person === undefined ? [] : [person]),
    ...limits.flatMap((limit) => (limit === undefined ? [] : fieldsOfLimit(limit))),
    ...Object.values(actions).flatMap(fieldsOfAction),
    ...(superior === undefined ? [] : fieldsOfAnswers(superior)),
  ];
}

const fieldsOfAnswers = ({ since, answers }: SuperiorSpec): readonly string[] => [
  since,
  ...Object.values(answers).flatMap(({ number, text }) =>
    [number, text].filter((name) => name !== undefined),
  ),
];

function fieldsOfLimit(limit: StepLimit): readonly string[] {
  if ('by' in limit) return [limit.by];
  if ('field' in limit) return [limit.field, ...fieldsOfLimit(limit.otherwise)];
  if ('link' in limit) return [limit.link, ...fieldsOfLimit(limit.otherwise)];
  return [];
}

const fieldsOfUnit = (unit: AddedUnit): readonly string[] => (typeof unit === 'string' ? [] : [unit.by]);

const fieldsOfAction = (action: ActionSpec): readonly string[] => [
  ...(action.asks ?? []),
  ...(action.may ?? []),
  ...(action.counts ?? []),
  ...Object.keys({ ...action.stamps, ...action.sets, ...action.starts }),
  ...(action.when ? [action.when.field] : []),
  ...(action.adds ? [action.adds.field, ...fieldsOfUnit(action.adds.unit)] : []),
  ...(action.creates?.link === undefined ? [] : [action.creates.link]),
];
