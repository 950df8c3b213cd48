import { isLink } from '../../model/define-ledger.ts';
import type { Caller } from '../api/caller.ts';
import type { Core } from '../repository/core.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import type { Filter } from '../repository/where.ts';

/** Counting of one due stops here: nobody plans a day by the twenty-thousandth late visit. */
const COUNT_BOUND = 20_000;

/** Stored value of a field that names who is to act; `null` where nobody is named. */
export type Person = string | null;

/** Records by the person named. */
export interface Counted {
  readonly people: ReadonlyMap<Person, number>;
  /** False when counting stopped at the bound. */
  readonly isExact: boolean;
}

/** Counts the records of a filter by the person named, from an index that holds both. */
export function countPeople(
  core: Core,
  table: LedgerTable,
  { filter, by }: { readonly filter: Filter; readonly by: string | undefined },
): Counted {
  const chosen = `SELECT ${by ?? 'NULL'} AS person FROM ${table.ledger.id} WHERE ${filter.sql} LIMIT ${COUNT_BOUND + 1}`;
  const rows = core.connection.rows(
    `SELECT person, count(*) AS count FROM (${chosen}) GROUP BY person`,
    ...filter.bound,
  );
  const people = new Map(
    rows.map((row): [Person, number] => [personOf(row['person']), Number(row['count'])]),
  );
  const total = [...people.values()].reduce((sum, count) => sum + count, 0);
  return { people, isExact: total <= COUNT_BOUND };
}

/** The person a stored value names. */
export const personOf = (stored: unknown): Person =>
  typeof stored === 'string' && stored !== '' ? stored : null;

/** What to call people: a text is the name itself, a link the title of the record. */
export function namesOf(
  core: Core,
  table: LedgerTable,
  of: { readonly field: string | undefined; readonly caller: Caller; readonly people: readonly Person[] },
): (person: Person) => string {
  const field = of.field === undefined ? undefined : table.ledger.fields[of.field];
  const target = field !== undefined && isLink(field) ? field.target : undefined;
  if (target === undefined) return (person) => person ?? '';
  const names = core.names(of.caller.language);
  core.titles.prefetch(
    target,
    of.people.filter((person) => person !== null),
    names,
  );
  return (person) => (person === null ? '' : (core.titles.titleOf(target, person, names) ?? ''));
}
