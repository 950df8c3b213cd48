import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Values } from '../field-kind.ts';
import type { Localized } from '../localized.ts';
import { deadlineOf } from './deadline.ts';
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
