import { townCalendar } from '../../model/calendar/town-calendar.ts';
import type { WorkCalendar } from '../../model/calendar/work-calendar.ts';
import { resolved, type LinkedRow } from '../../model/workflow/clocks-after.ts';
import { readClocks, startedClock } from '../../model/workflow/clocks.ts';
import type { CaseFacts } from '../../model/workflow/plan-action.ts';
import type { WorkflowSpec } from '../../model/workflow/workflow-spec.ts';
import type { CaseStep, Caller } from '../api.ts';
import { tableOf, type Core } from './core.ts';
import type { Kept, LedgerTable } from './ledger-table.ts';

/** Ledger whose rows change the calendar of the town. */
const calendarLedger = 'duty_calendar_day';

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

/** What the rules of a workflow need to know of a case now. */
export function factsOf(
  core: Core,
  of: {
    readonly table: LedgerTable;
    readonly workflow: WorkflowSpec;
    readonly kept: Kept;
    readonly caller: Caller;
  },
): CaseFacts {
  const { workflow, kept, caller } = of;
  const steps = stepsOf(core, workflow, kept.id);
  return {
    id: kept.id,
    row: kept.values,
    steps: steps.map(toldStep),
    clocks: steps.length === 0 ? firstClocks(core, of) : readClocks(steps.at(-1)?.values['clocks']),
    lastAt: steps.length === 0 ? null : String(steps.at(-1)?.values['acted_at']),
    linked: linkedRow(core, of.table),
    now: core.now(),
    calendar: calendarOf(core),
    names: core.names(caller.language),
    ...(caller.roles === undefined ? {} : { roles: caller.roles }),
  };
}

/** The clock of a case no action was taken with yet: it runs since the case was entered. */
function firstClocks(
  core: Core,
  of: { readonly table: LedgerTable; readonly workflow: WorkflowSpec; readonly kept: Kept },
): CaseFacts['clocks'] {
  const { workflow, kept, table } = of;
  const due = kept.values[workflow.deadline];
  const limit = workflow.states[String(kept.values[workflow.state] ?? '')]?.limit;
  if (typeof due !== 'string' || limit === undefined) return {};
  const wanted = resolved(limit, kept.values, linkedRow(core, table));
  const clock = startedClock(wanted, new Date(kept.createdAt), calendarOf(core));
  return { [workflow.deadline]: { ...clock, due } };
}

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
