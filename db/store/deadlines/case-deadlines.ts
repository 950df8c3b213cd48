import type { ChangedDays } from '../../model/calendar/known-days.ts';
import type { WorkCalendar } from '../../model/calendar/work-calendar.ts';
import { chinaInstant } from '../../model/office-time.ts';
import { readClocks, type Clocks } from '../../model/workflow/clocks.ts';
import { movedDeadlines, type MovedDeadline } from '../../model/workflow/moved-deadlines.ts';
import { clockFields, openStates, type WorkflowSpec } from '../../model/workflow/workflow-spec.ts';
import { calendarLedger, calendarOf, stepsOf, untoldClock } from '../repository/case-facts.ts';
import type { Core } from '../repository/core.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';
import { calendarChange, type CalendarChange } from './settled-calendar.ts';

/** The calendar as it is, what changed of it, and the moment. */
export interface Occasion {
  readonly calendar: WorkCalendar;
  readonly change: CalendarChange;
  readonly now: Date;
}

/** Today's calendar against the one deadlines were last settled by; `all` looks at every open case whatever changed. */
export function occasionOf(core: Core, all = false): Occasion {
  const calendar = calendarOf(core);
  const now = core.now();
  const table = core.tables.get(calendarLedger);
  const change = calendarChange(core.connection, { calendar, table, now });
  return { calendar, now, change: all ? { ...change, days: null } : change };
}

/** A ledger of cases and its workflow. */
export interface Cases {
  readonly table: LedgerTable;
  readonly workflow: WorkflowSpec;
}

/** All ledgers of cases, in registry order. */
export const casesOf = (core: Core): readonly Cases[] =>
  [...core.tables.values()].flatMap((table) => {
    const { workflow } = table.ledger;
    return workflow === undefined ? [] : [{ table, workflow }];
  });

/** An open case whose deadlines the calendar concerns. */
export interface ConcernedCase extends Cases {
  readonly kept: Kept;
  readonly steps: readonly Kept[];
  readonly clocks: Clocks;
  readonly moved: readonly MovedDeadline[];
}

/**
 * Row numbers of open cases whose deadlines may be concerned: one that ended before the first changed day cannot be. Clocks
 * that stand still have no deadline in the row.
 */
export function candidates(
  core: Core,
  { table, workflow }: Cases,
  days: ChangedDays | null,
): readonly number[] {
  if (days?.size === 0) return [];
  const open = openStates(workflow);
  const still = open.filter((code) => workflow.states[code]?.stops === true);
  const [first] = days?.keys() ?? [];
  const since = first === undefined ? '' : chinaInstant(first).toISOString();
  const fields = clockFields(workflow);
  const running = fields.map((field) => `${field} >= ?`).join(' OR ');
  const marks = (codes: readonly string[]): string => codes.map(() => '?').join(', ');
  return core.connection
    .rows(
      `SELECT rid FROM ${table.ledger.id} WHERE removed_at IS NULL AND ${workflow.state} IN (${marks(open)})
       AND (${running} OR ${workflow.state} IN (${marks(still)})) ORDER BY rid`,
      ...open,
      ...fields.map(() => since),
      ...still,
    )
    .map((row) => Number(row['rid']));
}

/** What the calendar does to the deadlines of a case; `null` when nothing. */
export function concerned(
  core: Core,
  cases: Cases,
  of: Occasion & { readonly rid: number },
): ConcernedCase | null {
  const { table, workflow } = cases;
  const { calendar, change, now } = of;
  const kept = table.byRid(of.rid);
  const isOpen = kept !== null && workflow.states[String(kept.values[workflow.state] ?? '')]?.isEnd !== true;
  if (!isOpen || kept.removedAt !== null) return null;
  const steps = stepsOf(core, workflow, kept.id);
  const told = readClocks(steps.at(-1)?.values['clocks']);
  const clock = untoldClock(core, { ...cases, kept, steps }, told);
  const untold: Clocks = clock === null ? {} : { [workflow.deadline]: clock };
  const history = { steps: steps.map(clockStep), untold };
  const found = movedDeadlines(history, {
    workflow,
    calendar,
    knownAt: change.knownAt,
    at: now,
    changes: change.days,
  });
  // A row that says something else than its last step was settled otherwise (a conflict, an undo) and explains itself no more.
  const moved = found.filter(({ field, was }) => (kept.values[field] ?? null) === was.due);
  return moved.length === 0 ? null : { ...cases, kept, steps, clocks: { ...told, ...untold }, moved };
}

const clockStep = ({ values }: Kept) => ({
  action: String(values['action'] ?? ''),
  at: String(values['acted_at'] ?? ''),
  to: String(values['to_state'] ?? ''),
  clocks: readClocks(values['clocks']),
});
