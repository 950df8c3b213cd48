import type { WorkCalendar } from '../../model/calendar/work-calendar.ts';
import { deadlineOf } from '../../model/workflow/deadline.ts';
import { escalationLevels, type EscalationLevel } from '../../model/workflow/escalation.ts';
import type { WorkflowSpec } from '../../model/workflow/workflow-spec.ts';
import type { Caller } from '../api/caller.ts';
import type { EscalationRow, EscalationRowQuery, EscalationTally } from '../api/due.ts';
import type { Where } from '../api/lists.ts';
import { calendarOf } from '../repository/case-facts.ts';
import { tableOf, type Core } from '../repository/core.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { titleFor } from '../repository/titles.ts';
import { compileWhere } from '../repository/where.ts';
import { countPeople, namesOf, personOf } from './count-people.ts';

/**
 * Late steps by who is to be told of them; see `DueStore`. They are counted anew each time: a level is reached at a moment,
 * not when a record changes.
 */
export function escalationTallies(core: Core, at: Date, caller: Caller): readonly EscalationTally[] {
  const calendar = calendarOf(core);
  return [...core.tables.values()].flatMap((table) => {
    const { workflow } = table.ledger;
    if (workflow === undefined) return [];
    return escalationLevels(workflow, { now: at, calendar }).flatMap((one): readonly EscalationTally[] => {
      const where = whereOf(workflow, one);
      const counted = countPeople(core, table, { filter: compileWhere(table, where), by: workflow.person });
      if (counted.people.size === 0) return [];
      const people = [...counted.people.keys()];
      const name = namesOf(core, table, { field: workflow.person, caller, people });
      return [
        {
          ledger: table.ledger.id,
          state: one.state,
          level: one.level,
          levels: one.levels,
          to: one.to,
          personField: workflow.person ?? null,
          where,
          shares: [...counted.people].map(([person, count]) => ({ person, name: name(person), count })),
          isExact: counted.isExact,
        },
      ];
    });
  });
}

/** The cases themselves, late longest first. */
export function escalationRows(
  core: Core,
  query: EscalationRowQuery,
  caller: Caller,
): readonly EscalationRow[] {
  const table = tableOf(core, query.ledger);
  const { workflow } = table.ledger;
  const calendar = calendarOf(core);
  const one =
    workflow === undefined
      ? undefined
      : escalationLevels(workflow, { now: query.at, calendar }).find(
          ({ state, level }) => state === query.state && level === query.level,
        );
  if (workflow === undefined || one === undefined)
    throw new Error(`ledger ${query.ledger} has no level ${query.level} in ${query.state}`);
  return rowsOf(core, { table, workflow, one, calendar }, { query, caller });
}

interface Level {
  readonly table: LedgerTable;
  readonly workflow: WorkflowSpec;
  readonly one: EscalationLevel;
  readonly calendar: WorkCalendar;
}

function rowsOf(
  core: Core,
  { table, workflow, one, calendar }: Level,
  { query, caller }: { readonly query: EscalationRowQuery; readonly caller: Caller },
): readonly EscalationRow[] {
  const { deadline, person } = workflow;
  const filter = compileWhere(table, whereOf(workflow, one, query.people));
  const order = `ORDER BY ${deadline}, rid`;
  // Chosen by the index alone; only the rows shown are read.
  const chosen = `SELECT rid FROM ${query.ledger} WHERE ${filter.sql} ${order} LIMIT ?`;
  const kept = core.connection
    .rows(table.select(`WHERE rid IN (${chosen}) ${order}`), ...filter.bound, query.limit)
    .map((row) => table.decode(row));
  const people = kept.map(({ values }) => (person === undefined ? null : personOf(values[person])));
  const name = namesOf(core, table, { field: person, caller, people });
  const names = core.names(caller.language);
  return kept.map((row, index) => {
    const due = String(row.values[deadline]);
    const { id, title, subtitle } = titleFor(table, row, names);
    return {
      ledger: query.ledger,
      id,
      title,
      subtitle,
      state: names.codeName(table.ledger.fields[workflow.state]?.table ?? '', one.state) ?? one.state,
      field: deadline,
      level: one.level,
      levels: one.levels,
      due,
      since: deadlineOf(one.after, new Date(due), calendar).due.toISOString(),
      person: name(people[index] ?? null),
    };
  });
}

/** The filter of a list that shows the cases of a level, of these people if any are named. */
function whereOf(
  { state, deadline, person }: WorkflowSpec,
  one: EscalationLevel,
  people?: EscalationRowQuery['people'],
): Where {
  const named = people?.filter((value) => value !== null);
  return {
    [state]: [one.state],
    [deadline]: { ...(one.from === null ? {} : { from: one.from }), to: one.until },
    ...(person === undefined || named === undefined ? {} : { [person]: named.length === 0 ? null : named }),
  };
}
