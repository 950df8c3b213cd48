import type { Value, Values } from '../field-kind.ts';
import { words, type Localized } from '../localized.ts';
import type { Limit, LimitUnit } from './limit.ts';

/**
 * Parts people play in the cases of a town (domain §4.2). A caller without roles may act in all of them: one computer,
 * one clerk. Accounts give each person theirs.
 */
export const workflowRoles = {
  reporter: words('上报人', 'Reporter'),
  dispatcher: words('指挥调度员', 'Dispatcher'),
  handler: words('承办人', 'Handler'),
  verifier: words('核查人', 'Verifier'),
  approver: words('审批人', 'Approver'),
  supervisor: words('督办人', 'Supervisor'),
  recorder: words('登记人', 'Recorder'),
} as const satisfies Record<string, Localized>;
export type WorkflowRole = keyof typeof workflowRoles;

/**
 * A limit that may depend on the case: one for all, by the code of a field, as many units as an integer field says, or as
 * many as that field of a linked record says (the limit of the matter in the list of matters).
 */
export type StepLimit<N extends string = string> =
  | Limit
  | { readonly by: N; readonly of: Readonly<Record<string, Limit>>; readonly otherwise: Limit }
  | {
      readonly field: N;
      readonly unit: LimitUnit;
      readonly otherwise: StepLimit<N>;
    }
  | {
      readonly link: N;
      readonly its: string;
      readonly unit: LimitUnit;
      readonly otherwise: StepLimit<N>;
    };

/** A state of a case; its name is that of the code. */
interface StateSpec<N extends string = string> {
  /** How long a case may wait here: the step's deadline is reckoned when it comes in. */
  readonly limit?: StepLimit<N>;
  /** The step's deadline stays what it was when the case came in from a state with one: a return for rework. */
  readonly keepsLimit?: true;
  /** All clocks stand still while the case is here (挂账, 延期审批中). */
  readonly stops?: true;
  /** The case has ended: no clock runs. */
  readonly isEnd?: true;
  /** What belongs to the case (`partOf`, also by way of its parts) stays as it is: what was handed in is what is approved. */
  readonly keepsParts?: true;
  /** Whose turn it is; said on the first page. */
  readonly waitsFor?: WorkflowRole;
  /** Who is told when the step is late by so much, mildest first. */
  readonly escalates?: readonly { readonly after: Limit; readonly to: Localized }[];
}

/** What an action is, for figures (退回率, 返工率) and for its place among the buttons: side exits stand in a menu. */
export type ActionKind =
  'forward' | 'return' | 'withdraw' | 'void' | 'transfer' | 'hold' | 'extend' | 'supervise' | 'evaluate';

/** Another record an action makes, in the same write. */
export interface CreatesSpec<N extends string = string> {
  readonly ledger: string;
  /** Values of the new record from the case; pure. */
  readonly values: (row: Values) => Values;
  /** Field of the new record that points back to the case. */
  readonly back?: string;
  /** Field of the case that points to the new record. */
  readonly link?: N;
}

/** Unit of added time: one for all, or by the code of a field. */
export type AddedUnit<N extends string = string> =
  | LimitUnit
  | { readonly by: N; readonly of: Readonly<Record<string, LimitUnit>>; readonly otherwise: LimitUnit };

/** One action of a workflow: what leads from state to state. */
export interface ActionSpec<N extends string = string> {
  /** Verb on the button: 受理, 派遣. */
  readonly label: Localized;
  readonly kind?: ActionKind;
  readonly from: readonly string[];
  /** Code of the state it leads to; `stay` = the same, `back` = the state before the one it is in (return from a hold). */
  readonly to: string;
  readonly who: readonly WorkflowRole[];
  /** Fields that must have a value with it; asked for in its dialog. */
  readonly asks?: readonly N[];
  /** Fields that may be given with it. */
  readonly may?: readonly N[];
  /** Only while the case's own field holds one of these codes. */
  readonly when?: { readonly field: N; readonly values: readonly string[] };
  /** Fields it fills by itself: the moment, the day, or who did it. */
  readonly stamps?: { readonly [K in N]?: 'now' | 'today' | 'actor' };
  /** Fields it sets; `null` empties. */
  readonly sets?: { readonly [K in N]?: Value };
  /** Integer fields raised by one. */
  readonly counts?: readonly N[];
  /** Whether the opinion or reason (意见) must be written. Default `may`. */
  readonly opinion?: 'must' | 'may';
  /** Who did these earlier actions last must be another person. */
  readonly other?: readonly string[];
  /** Often enough it may be done in the life of one case. */
  readonly most?: number;
  /** Clocks it starts: instant fields of the case. */
  readonly starts?: { readonly [K in N]?: StepLimit<N> };
  /** Adds time to every running clock: so many units as the integer field says. */
  readonly adds?: { readonly field: N; readonly unit: AddedUnit<N> };
  /** Documents it prints, by their ids: offered when it is done. */
  readonly prints?: readonly string[];
  readonly creates?: CreatesSpec<N>;
}

/** What the office above may answer to a case handed up to it: taken on, sent back, handled. */
export const replyKinds = { accepted: '01', returned: '02', finished: '03' } as const;
export type ReplyKind = keyof typeof replyKinds;

/** The action an answer is at the office that handed the case up, and where what it says goes. */
export interface AnswerSpec<N extends string = string> {
  readonly action: string;
  /** Field that takes the number the office above gave the case. */
  readonly number?: N;
  /** Field that takes what it wrote; it is the opinion of the step in any case. */
  readonly text?: N;
}

/** How cases handed up to the office above (上报) come back: decision 0011. */
export interface SuperiorSpec<N extends string = string> {
  /** State of a case that is with the office above; all answers fit in it and nowhere else. */
  readonly state: string;
  /** Instant stamped when it was handed up: an answer is to that hand-over, not to one before. */
  readonly since: N;
  /** Ledger of the answers, made by `repliesLedger`. */
  readonly replies: string;
  readonly answers: Readonly<Record<ReplyKind, AnswerSpec<N>>>;
}

/** The workflow of a ledger: its cases go from state to state by declared actions only, which the store enforces. */
export interface WorkflowSpec<N extends string = string> {
  /** Choice field that holds the state. */
  readonly state: N;
  /** Instant field that holds the deadline of the step the case waits in. */
  readonly deadline: N;
  /** Field that names who is to act: shown with what is due. */
  readonly person?: N;
  /** Ledger of the steps taken, made by `stepsLedger`. */
  readonly steps: string;
  /** States a new record may be in; the first is the usual one. An import takes old cases over in any state. */
  readonly begins: readonly [string, ...string[]];
  readonly states: Readonly<Record<string, StateSpec<N>>>;
  readonly actions: Readonly<Record<string, ActionSpec<N>>>;
  /** Left out where cases are never handed up. */
  readonly superior?: SuperiorSpec<N>;
}

/** Step the store writes when a change of the calendar moves deadlines (日历调整). It is no action of any workflow. */
export const calendarStep = 'calendar_change';
/** What such a step is called. */
export const calendarStepName = words('日历调整', 'Change of the calendar');

/** Keeps the literal codes of a workflow and checks that each state is reached and left. @throws at start-up. */
export function defineWorkflow<const W extends WorkflowSpec>(workflow: W): W {
  checkWorkflow(workflow);
  return workflow;
}

function checkWorkflow(workflow: WorkflowSpec): void {
  const problems = [
    ...workflow.begins.flatMap((code) =>
      code in workflow.states ? [] : [`begins in ${code}, which is no state`],
    ),
    ...Object.entries(workflow.actions).flatMap(([id, action]) =>
      actionProblems(workflow, [id, action]).map((text) => `action ${id} ${text}`),
    ),
    ...stateProblems(workflow),
    ...answerProblems(workflow),
  ];
  if (problems[0] !== undefined) throw new Error(`workflow ${workflow.steps}: ${problems[0]}`);
}

function actionProblems(
  { states, actions }: WorkflowSpec,
  [id, action]: readonly [string, ActionSpec],
): readonly string[] {
  const named = [...action.from, ...(isCode(action.to) ? [action.to] : [])];
  const unknown = named.find((code) => !(code in states));
  const ended = action.from.find((code) => states[code]?.isEnd === true && action.kind !== 'evaluate');
  const earlier = (action.other ?? []).find((id) => !(id in actions));
  return [
    ...(unknown === undefined ? [] : [`names ${unknown}, which is no state`]),
    ...(ended === undefined ? [] : [`goes on from ${ended}, which is an end`]),
    ...(id === calendarStep ? ['has the name of a step of the store'] : []),
    ...(earlier === undefined ? [] : [`asks for another person than ${earlier}, which is no action`]),
  ];
}

function stateProblems(workflow: WorkflowSpec): readonly string[] {
  const reached = reachable(workflow);
  return Object.entries(workflow.states).flatMap(([code, state]) => {
    if (!reached.has(code)) return [`state ${code} is never reached`];
    const isLeft = Object.values(workflow.actions).some(
      (one) => one.from.includes(code) && one.to !== 'stay',
    );
    return state.isEnd === true || isLeft ? [] : [`state ${code} is never left`];
  });
}

function answerProblems({ superior, actions }: WorkflowSpec): readonly string[] {
  if (superior === undefined) return [];
  return Object.entries(superior.answers).flatMap(([kind, { action }]) =>
    actions[action]?.from.includes(superior.state) === true
      ? []
      : [`answer ${kind} is ${action}, which cannot be done in ${superior.state}`],
  );
}

/** States that the actions lead to from where a case begins. */
function reachable({ begins, actions }: WorkflowSpec): ReadonlySet<string> {
  const reached = new Set<string>(begins);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { from, to } of Object.values(actions))
      if (isCode(to) && from.some((code) => reached.has(code))) reached.add(to);
  }
  return reached;
}

const isCode = (to: string): boolean => to !== 'stay' && to !== 'back';

/** States in which a case still waits for somebody. */
export const openStates = (workflow: WorkflowSpec): readonly string[] =>
  Object.entries(workflow.states).flatMap(([code, state]) => (state.isEnd === true ? [] : [code]));

/** Instant fields of a case that hold the deadlines of its clocks. */
export const clockFields = ({ deadline, actions }: WorkflowSpec): readonly string[] => [
  deadline,
  ...Object.values(actions).flatMap((action) => Object.keys(action.starts ?? {})),
];

/** Fields that only an action may change: state, clocks, and what actions stamp, set and count. */
export function guardedFields(workflow: WorkflowSpec): ReadonlySet<string> {
  const actions = Object.values(workflow.actions);
  return new Set([
    workflow.state,
    workflow.deadline,
    ...actions.flatMap((action) => [
      ...Object.keys(action.starts ?? {}),
      ...Object.keys(action.stamps ?? {}),
      ...(action.counts ?? []),
    ]),
  ]);
}
