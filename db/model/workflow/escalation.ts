import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Values } from '../field-kind.ts';
import type { Localized } from '../localized.ts';
import { deadlineOf } from './deadline.ts';
import type { Limit } from './limit.ts';
import type { WorkflowSpec } from './workflow-spec.ts';

/** Who is to be told because the step of a case is late by so much, mildest first. */
export function escalationsOf(
  { workflow, row }: { readonly workflow: WorkflowSpec; readonly row: Values },
  { now, calendar }: { readonly now: Date; readonly calendar: WorkCalendar },
): readonly Localized[] {
  const due = row[workflow.deadline];
  const state = workflow.states[String(row[workflow.state] ?? '')];
  if (typeof due !== 'string' || state?.escalates === undefined) return [];
  return state.escalates
    .filter(({ after }) => deadlineOf(after, new Date(due), calendar).due <= now)
    .map(({ to }) => to);
}

/** Cases of a state that have reached a level of lateness and not the next: by their deadline alone. */
export interface EscalationLevel {
  readonly state: string;
  /** From 1, mildest first. */
  readonly level: number;
  /** How many levels the state has. */
  readonly levels: number;
  readonly to: Localized;
  /** How late a step is when it reaches the level. */
  readonly after: Limit;
  /** Deadlines of the level, UTC, both ends included; the highest level has no first. */
  readonly from: string | null;
  readonly until: string;
}

/**
 * The levels of a workflow with the deadlines that have reached each at a moment, so that late cases can be counted by an
 * index: a case stands in the highest level it has reached.
 */
export function escalationLevels(
  { states }: WorkflowSpec,
  { now, calendar }: { readonly now: Date; readonly calendar: WorkCalendar },
): readonly EscalationLevel[] {
  return Object.entries(states).flatMap(([state, { escalates = [] }]) => {
    const ends = escalates.map(({ after }) => latestDue(after, now, calendar));
    return escalates.map(({ after, to }, index): EscalationLevel => {
      const next = ends[index + 1];
      return {
        state,
        level: index + 1,
        levels: escalates.length,
        to,
        after,
        from: next === undefined ? null : new Date(next + 1).toISOString(),
        until: new Date(ends[index] ?? now).toISOString(),
      };
    });
  });
}

const DAY_MS = 86_400_000;

/** The latest deadline that is late by so much at a moment: a later deadline never reaches a level earlier. */
function latestDue(after: Limit, now: Date, calendar: WorkCalendar): number {
  const isReached = (due: number): boolean => deadlineOf(after, new Date(due), calendar).due <= now;
  let [reached, open] = [now.getTime() - DAY_MS, now.getTime()];
  for (let back = 2; !isReached(reached); back *= 2) {
    open = reached;
    reached = now.getTime() - back * DAY_MS;
  }
  while (open - reached > 1) {
    const middle = Math.floor((reached + open) / 2);
    if (isReached(middle)) reached = middle;
    else open = middle;
  }
  return reached;
}
