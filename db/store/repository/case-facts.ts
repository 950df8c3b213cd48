import { townCalendar } from '../../model/calendar/town-calendar.ts';
import type { WorkCalendar } from '../../model/calendar/work-calendar.ts';
import { chinaDay, chinaDayStart } from '../../model/office-time.ts';
import { resolved, type LinkedRow } from '../../model/workflow/clocks-after.ts';
import { readClocks, type Clock, type Clocks } from '../../model/workflow/clocks.ts';
import { grantedClock } from '../../model/workflow/granted-clock.ts';
import type { CaseFacts } from '../../model/workflow/plan-action.ts';
import type { StepLimit, WorkflowSpec } from '../../model/workflow/workflow-spec.ts';
import type { CaseStep, Caller } from '../api.ts';
import { calendarChange } from '../deadlines/settled-calendar.ts';
import { tableOf, type Core } from './core.ts';
import type { Kept, LedgerTable } from './ledger-table.ts';

/** Ledger whose rows change the calendar of the town. */
export const calendarLedger = 'duty_calendar_day';

/** A caller named a ledger without a workflow: a broken assumption, checked at the edge. */
export function caseTable(
  core: Core,
  ledger: string,
): { readonly table: LedgerTable; readonly workflow: WorkflowSpec } {
  const table = tableOf(core, ledger);
  const { workflow } = table.ledger;
  if (workflow === undefined) throw new Error(`ledger ${ledger} has no workflow`);
  return { table, workflow };
}

/** A case as it lies in its table. */
interface CaseRow {
  readonly table: LedgerTable;
  readonly workflow: WorkflowSpec;
  readonly kept: Kept;
}

/** What the rules of a workflow need to know of a case now. */
export function factsOf(core: Core, of: CaseRow & { readonly caller: Caller }): CaseFacts {
  const { workflow, kept, caller } = of;
  const steps = stepsOf(core, workflow, kept.id);
  const calendar = calendarOf(core);
  return {
    id: kept.id,
    row: kept.values,
    steps: steps.map(toldStep),
    clocks: clocksOf(core, { ...of, steps }, calendar),
    lastAt: steps.length === 0 ? null : String(steps.at(-1)?.values['acted_at']),
    linked: linkedRow(core, of.table),
    now: core.now(),
    calendar,
    names: core.names(caller.language),
    ...(caller.roles === undefined ? {} : { roles: caller.roles }),
  };
}

/** Clocks the last step left, and the one no step tells of. */
function clocksOf(
  core: Core,
  of: CaseRow & { readonly steps: readonly Kept[] },
  calendar: WorkCalendar,
): CaseFacts['clocks'] {
  const told = readClocks(of.steps.at(-1)?.values['clocks']);
  const clock = untoldClock(core, of, told);
  if (clock === null) return told;
  const { knownAt } = calendarChange(core.connection, {
    calendar,
    table: core.tables.get(calendarLedger),
    now: core.now(),
  });
  return { ...told, [of.workflow.deadline]: grantedClock(clock, knownAt(clock.from)) };
}

/**
 * The clock of a deadline no step tells of: a case no action was taken with yet, or one taken over with steps that tell no
 * clocks. It runs since the case was entered, or since its last step; where it had run out by then nobody knows since when, but
 * it ran on its last day.
 */
export function untoldClock(
  core: Core,
  { table, workflow, kept, steps }: CaseRow & { readonly steps: readonly Kept[] },
  told: Clocks,
): (Clock & { readonly due: string }) | null {
  const due = kept.values[workflow.deadline];
  const state = workflow.states[String(kept.values[workflow.state] ?? '')];
  if (typeof due !== 'string' || workflow.deadline in told || state?.stops === true) return null;
  const known = String(steps.at(-1)?.values['acted_at'] ?? kept.createdAt);
  const limit = resolved(limitOf(state), kept.values, linkedRow(core, table));
  return { limit, from: runningSince(due, known), due, left: null, stopped: null, pauses: [], added: [] };
}

const runningSince = (due: string, known: string): string =>
  due > known ? known : chinaDayStart(chinaDay(new Date(due)));

function limitOf(state: WorkflowSpec['states'][string] | undefined): StepLimit {
  if (state?.limit !== undefined) return state.limit;
  return state?.keepsLimit === true ? keptLimit : namedDay;
}

/**
 * What a deadline is counted in where its state knows of no limit. Nobody granted working days: somebody named a day, and that is
 * the last of a civil term, which moves only where it is a day off itself (民法典第二百零三条).
 */
const namedDay = { amount: 1, unit: 'day' } as const;
/** In a state that keeps the deadline it was given before: the limits cases are handled by are working ones. */
const keptLimit = { amount: 1, unit: 'work-day' } as const;

/** Values of the records the links of a case point to. */
export const linkedRow =
  (core: Core, table: LedgerTable): LinkedRow =>
  (field, row) => {
    const id = row[field];
    const target = core.tables.get(table.ledger.fields[field]?.target ?? '');
    return typeof id === 'string' ? (target?.byId(id)?.values ?? null) : null;
  };

/** Steps of a case, oldest first. */
export function stepsOf(core: Core, workflow: WorkflowSpec, id: string): readonly Kept[] {
  const table = tableOf(core, workflow.steps);
  return core.connection
    .rows(table.select('WHERE case_record = ? AND removed_at IS NULL ORDER BY acted_at, rid'), id)
    .map((row) => table.decode(row));
}

/** A step as it is told. */
export function toldStep({ id, values }: Kept): CaseStep {
  const text = (name: string): string | null => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  const documents = values['documents'];
  return {
    id,
    action: text('action') ?? '',
    label: text('action_name') ?? '',
    from: text('from_state'),
    to: text('to_state') ?? '',
    at: text('acted_at') ?? '',
    actor: text('actor') ?? '',
    opinion: text('opinion'),
    documents: typeof documents === 'object' && documents !== null ? documents : [],
    wasLate: values['was_late'] === true,
    due: text('due_at'),
    explanation: text('due_explained'),
  };
}

/** Working days of the town, with what its office entered. */
export function calendarOf(core: Core): WorkCalendar {
  const table = core.tables.get(calendarLedger);
  if (table === undefined) return townCalendar([]);
  const rows = core.connection.rows(table.select('WHERE removed_at IS NULL')).map((row) => table.decode(row));
  return townCalendar(
    rows.map(({ values }) => ({
      day: String(values['day'] ?? ''),
      kind: String(values['kind'] ?? ''),
      name: typeof values['name'] === 'string' ? values['name'] : null,
    })),
  );
}
