import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Value, Values } from '../field-kind.ts';
import {
  extendedClock,
  resumedClock,
  startedClock,
  stoppedClock,
  type Clock,
  type Clocks,
} from './clocks.ts';
import type { Limit } from './limit.ts';
import {
  clockFields,
  type ActionSpec,
  type AddedUnit,
  type StepLimit,
  type WorkflowSpec,
} from './workflow-spec.ts';

/** Values of the record a link field of a case points to; `null` when it points to none. */
export type LinkedRow = (field: string, row: Values) => Values | null;

/** The moment, the working days and what linked records say. */
export interface Timing {
  readonly now: Date;
  readonly calendar: WorkCalendar;
  readonly linked: LinkedRow;
}

/** What the clocks of a case are after an action, and the fields that hold their deadlines. */
export interface Timed {
  readonly clocks: Clocks;
  readonly values: Values;
}

/** Reckons the clocks anew: stopped, resumed, extended, started or ended as the action and its state say. */
export function clocksAfter(
  of: {
    readonly workflow: WorkflowSpec;
    readonly action: ActionSpec;
    readonly from: string;
    readonly to: string;
    /** The case with what the action changes. */
    readonly row: Values;
  },
  facts: Timing & { readonly clocks: Clocks },
): Timed {
  const { clocks, now, calendar } = facts;
  const { workflow, action, to, row } = of;
  const state = workflow.states[to] ?? {};
  if (state.isEnd === true) return withValues({}, clocks, workflow);
  const after = new Map(Object.entries(clocks));
  const each = (turn: (clock: Clock) => Clock): void => {
    for (const [field, clock] of after) after.set(field, turn(clock));
  };
  if (state.stops === true) {
    each((clock) => stoppedClock(clock, now, calendar));
    return withValues(Object.fromEntries(after), clocks, workflow);
  }
  each((clock) => resumedClock(clock, now, calendar));
  const more =
    action.adds === undefined ? null : limitOf(row[action.adds.field], unitOf(action.adds.unit, row));
  if (more !== null) each((clock) => extendedClock(clock, more, calendar));
  const entered = stepClock(of, facts);
  if (entered === 'ends') after.delete(workflow.deadline);
  else if (entered !== 'goes on') after.set(workflow.deadline, entered);
  for (const [field, limit] of Object.entries(action.starts ?? {})) {
    const wanted = limit === undefined ? null : resolved(limit, row, facts.linked);
    if (wanted !== null) after.set(field, startedClock(wanted, now, calendar));
  }
  return withValues(Object.fromEntries(after), clocks, workflow);
}

const unitOf = (unit: AddedUnit, row: Values): Limit['unit'] =>
  typeof unit === 'string' ? unit : (unit.of[String(row[unit.by] ?? '')] ?? unit.otherwise);

/** The step's own clock: a new one with each new state, unless the case comes back from where all clocks stood. */
function stepClock(
  of: {
    readonly workflow: WorkflowSpec;
    readonly action: ActionSpec;
    readonly from: string;
    readonly to: string;
    readonly row: Values;
  },
  { now, calendar, linked }: Timing,
): Clock | 'goes on' | 'ends' {
  const { workflow, action, from, to, row } = of;
  const state = workflow.states[to] ?? {};
  const isBack = action.to === 'back' && workflow.states[from]?.stops === true;
  if (from === to || isBack || action.adds !== undefined || state.keepsLimit === true) return 'goes on';
  return state.limit === undefined ? 'ends' : startedClock(resolved(state.limit, row, linked), now, calendar);
}

/** The limit that holds for this case. */
export function resolved(limit: StepLimit, row: Values, linked: LinkedRow): Limit {
  if ('by' in limit) return limit.of[String(row[limit.by] ?? '')] ?? limit.otherwise;
  if ('field' in limit)
    return limitOf(row[limit.field], limit.unit) ?? resolved(limit.otherwise, row, linked);
  if ('link' in limit) {
    const own = limitOf(linked(limit.link, row)?.[limit.its], limit.unit);
    return own ?? resolved(limit.otherwise, row, linked);
  }
  return limit;
}

const limitOf = (amount: Value | undefined, unit: Limit['unit']): Limit | null =>
  typeof amount === 'number' && amount > 0 ? { amount, unit } : null;

/** Deadlines of the running clocks; fields of clocks that ended or stand still are emptied. */
function withValues(clocks: Clocks, before: Clocks, workflow: WorkflowSpec): Timed {
  const told = new Set([workflow.deadline, ...Object.keys(before), ...Object.keys(clocks)]);
  const fields = new Set(clockFields(workflow).filter((field) => told.has(field)));
  return {
    clocks,
    values: Object.fromEntries([...fields].map((field) => [field, clocks[field]?.due ?? null])),
  };
}
