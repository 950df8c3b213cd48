import {
  type DaySpan,
  type DueBucket,
  type DueDays,
  passedToday,
  spanOf,
} from '../../model/calendar/due-days.ts';
import type { DueSpec } from '../../model/due-spec.ts';
import { chinaDay } from '../../model/office-time.ts';
import type { Caller } from '../api/caller.ts';
import type {
  DueDayCount,
  DueDaysQuery,
  DueRow,
  DueRowQuery,
  DueStore,
  DueTally,
  WantTally,
} from '../api/due.ts';
import type { Where } from '../api/lists.ts';
import type { Core } from '../repository/core.ts';
import { tableOf } from '../repository/core.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { ListCache } from '../repository/list-cache.ts';
import { titleFor } from '../repository/titles.ts';
import { compileWhere } from '../repository/where.ts';
import { countPeople, namesOf, personOf, type Counted, type Person } from './count-people.ts';
import { bucketSpan, dueWhere, entryAt, isByMoment, wantWhere, type Entry } from './due-where.ts';
import { escalationRows, escalationTallies } from './escalations.ts';

/** Dues and wants of all ledgers; see `DueStore`. */
export function dueStore(core: Core): DueStore {
  return {
    tallies: (days, caller) => withAny(core, (table) => dueTallies(core, table, { days, caller })),
    wants: (caller) => withAny(core, (table) => wantTallies(core, table, caller)),
    byDay: (query) => withAny(core, (table) => dayCounts(core, table, query)),
    rows: (query, caller) => dueRows(core, query, caller),
    escalations: (at, caller) => escalationTallies(core, at, caller),
    escalationRows: (query, caller) => escalationRows(core, query, caller),
  };
}

const withAny = <T>(core: Core, of: (table: LedgerTable) => readonly T[]): readonly T[] =>
  [...core.tables.values()].flatMap(of);

function dueTallies(
  core: Core,
  table: LedgerTable,
  { days, caller }: { readonly days: DueDays; readonly caller: Caller },
): readonly DueTally[] {
  return table.ledger.dues.flatMap((due, place): readonly DueTally[] => {
    const shares = new Map<Person, { overdue: number; today: number; week: number }>();
    let isExact = true;
    for (const { bucket, span, isKept } of countedSpans({ ledger: table.ledger, place }, days)) {
      const of = { where: dueWhere({ ledger: table.ledger, place }, span), by: due.person };
      const counted = isKept ? countByPerson(core, table, of) : countAnew(core, table, of);
      isExact &&= counted.isExact;
      for (const [person, count] of counted.people) {
        const share = shares.get(person) ?? { overdue: 0, today: 0, week: 0 };
        shares.set(person, { ...share, [bucket]: share[bucket] + count });
      }
    }
    if (shares.size === 0) return [];
    const name = namesOf(core, table, { field: due.person, caller, people: [...shares.keys()] });
    return [
      {
        ledger: table.ledger.id,
        place,
        shares: [...shares].map(([person, share]) => ({ person, name: name(person), ...share })),
        isExact,
      },
    ];
  });
}

/**
 * The spans a due is counted in. Those that end between two moments of today move with the clock: they are counted anew
 * each time, which reads no more of the index than today's. What was due before today is remembered.
 */
function countedSpans(
  entry: Entry,
  days: DueDays,
): readonly { readonly bucket: DueBucket; readonly span: DaySpan; readonly isKept: boolean }[] {
  const isMoving = isByMoment(entry);
  return [
    { bucket: 'overdue', span: spanOf('overdue', days), isKept: true },
    ...(isMoving ? [{ bucket: 'overdue', span: passedToday(days), isKept: false } as const] : []),
    { bucket: 'today', span: bucketSpan(entry, 'today', days), isKept: !isMoving },
    { bucket: 'week', span: spanOf('week', days), isKept: true },
  ];
}

interface CountedBy {
  readonly where: Where;
  readonly by: string | undefined;
}

const countAnew = (core: Core, table: LedgerTable, { where, by }: CountedBy): Counted =>
  countPeople(core, table, { filter: compileWhere(table, where), by });

function wantTallies(core: Core, table: LedgerTable, caller: Caller): readonly WantTally[] {
  return table.ledger.wants.flatMap((want, place): readonly WantTally[] => {
    const { people, isExact } = countByPerson(core, table, {
      where: wantWhere({ ledger: table.ledger, place }),
      by: want.person,
    });
    if (people.size === 0) return [];
    const name = namesOf(core, table, { field: want.person, caller, people: [...people.keys()] });
    const shares = [...people].map(([person, missing]) => ({ person, name: name(person), missing }));
    return [{ ledger: table.ledger.id, place, shares, isExact }];
  });
}

/** As `countPeople`, remembered until one of the fields looked at changes. */
function countByPerson(core: Core, table: LedgerTable, { where, by }: CountedBy): Counted {
  const { ledger } = table;
  const filter = compileWhere(table, where);
  const key = ListCache.key(ledger.id, `${by ?? ''} ${filter.sql}`, filter.bound);
  return core.lists.counted(
    key,
    { ledger: ledger.id, fields: [...filter.fields, ...(by === undefined ? [] : [by])] },
    () => countPeople(core, table, { filter, by }),
  );
}

function dayCounts(core: Core, table: LedgerTable, { span, now }: DueDaysQuery): readonly DueDayCount[] {
  const { ledger } = table;
  return ledger.dues.flatMap((due, place) => {
    const filter = compileWhere(table, dueWhere({ ledger, place }, span));
    const isLate = isByMoment({ ledger, place }) ? `${due.field} < ?` : `${dayOf(table, due)} < ?`;
    const latest = isByMoment({ ledger, place }) ? now : chinaDay(new Date(now));
    const rows = core.connection.rows(
      `SELECT ${dayOf(table, due)} AS day, count(*) AS count, total(${isLate}) AS late FROM ${ledger.id}
       WHERE ${filter.sql} GROUP BY 1 ORDER BY 1`,
      latest,
      ...filter.bound,
    );
    return rows.map((row) => ({
      ledger: ledger.id,
      place,
      day: String(row['day']),
      count: Number(row['count']),
      late: Number(row['late']),
    }));
  });
}

/** SQL of the day in China of a due; China keeps no summer time. */
const dayOf = (table: LedgerTable, { field }: DueSpec): string =>
  isMoment(table, field) ? `date(${field}, '+8 hours')` : field;

const isMoment = (table: LedgerTable, field: string): boolean =>
  table.ledger.fields[field]?.kind === 'instant';

function dueRows(core: Core, query: DueRowQuery, caller: Caller): readonly DueRow[] {
  const table = tableOf(core, query.ledger);
  const due = entryAt(table.ledger.dues, query.place, table.ledger);
  const filter = compileWhere(
    table,
    dueWhere({ ledger: table.ledger, place: query.place }, query.span, query.people),
  );
  const order = `ORDER BY ${due.field}, rid`;
  // Chosen by the index alone; only the rows shown are read.
  const chosen = `SELECT rid FROM ${query.ledger} WHERE ${filter.sql} ${order} LIMIT ?`;
  const kept = core.connection
    .rows(table.select(`WHERE rid IN (${chosen}) ${order}`), ...filter.bound, query.limit)
    .map((row) => table.decode(row));
  const personAt = ({ values }: (typeof kept)[number]): Person =>
    due.person === undefined ? null : personOf(values[due.person]);
  const name = namesOf(core, table, { field: due.person, caller, people: kept.map(personAt) });
  const names = core.names(caller.language);
  return kept.map((row) => {
    const value = String(row.values[due.field]);
    const isAt = isMoment(table, due.field);
    const { id, title, subtitle } = titleFor(table, row, names);
    return {
      ledger: query.ledger,
      place: query.place,
      id,
      title,
      subtitle,
      day: isAt ? chinaDay(new Date(value)) : value,
      at: isAt ? value : null,
      person: name(personAt(row)),
    };
  });
}
