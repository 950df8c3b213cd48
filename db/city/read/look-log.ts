import { wayOf, type LookPlace, type LookQuery } from '../../model/looks.ts';
import { chinaDayEnd, chinaDayStart } from '../../model/office-time.ts';
import type { CityLook } from '../api.ts';
import type { Core } from '../core.ts';
import { rowsOf } from '../database.ts';

interface LookRow {
  readonly no: number;
  readonly at: Date;
  readonly person: string;
  readonly name: string;
  readonly town: string;
  readonly ledger: string;
  readonly id: string;
  readonly way: string;
}

/** A page of the city's log of looks, newest first, without lines of the `closed` ledgers. */
export async function lookPage(
  core: Core,
  query: LookQuery,
  closed: readonly string[],
): Promise<{ readonly looks: readonly CityLook[]; readonly next: LookPlace | null }> {
  const { limit } = query;
  const { conditions, values } = filterOf(query);
  const rows = await rowsOf<LookRow>(
    core.database.session,
    `SELECT no, at, person, name, town, ledger, id, way FROM city_look
     WHERE ${[...conditions, `ledger <> ALL ($${values.length + 1})`].join(' AND ')}
     ORDER BY at DESC, no DESC LIMIT ${limit + 1}`,
    [...values, closed],
  );
  const looks = rows.slice(0, limit).map(lookOf);
  const last = looks.at(-1);
  return {
    looks,
    next: last === undefined || rows.length <= limit ? null : { at: last.at, no: last.no },
  };
}

const lookOf = ({ no, at, person, name, town, ledger, id, way }: LookRow): CityLook => ({
  no,
  at: at.toISOString(),
  user: person,
  name,
  town,
  ledger,
  record: id,
  way: wayOf(`$${way}`),
});

function filterOf({ from, to, user, ledger, record, before }: LookQuery): {
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
} {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const add = (sql: (first: number) => string, ...given: readonly unknown[]): void => {
    conditions.push(sql(values.length + 1));
    values.push(...given);
  };
  if (from !== undefined) add((n) => `at >= $${n}`, chinaDayStart(from));
  if (to !== undefined) add((n) => `at <= $${n}`, chinaDayEnd(to));
  if (user !== undefined) add((n) => `person = $${n}`, user);
  if (ledger !== undefined) add((n) => `ledger = $${n}`, ledger);
  if (record !== undefined) add((n) => `id IN ($${n}, '')`, record);
  if (before !== undefined) add((n) => `(at, no) < ($${n}, $${n + 1})`, before.at, before.no);
  return { conditions, values };
}
