import type { Duplicate } from '../../model/sync/sync-node.ts';
import { type Core, lockKeys, type Town } from '../core.ts';
import { literal, rowsOf, run, type Session } from '../database.ts';
import { townTable } from '../schema/ledger-tables.ts';
import type { CityTable } from '../schema/city-table.ts';

/** Rows whose natural key may be new: all of `from` (its column `id`) that `where` holds for. */
export interface NewKeys {
  readonly table: CityTable;
  readonly from: string;
  readonly where: string;
  /** True when `from` is the whole table of the town: then equal keys are found by grouping. */
  readonly isAll: boolean;
}

interface Pair {
  readonly id: string;
  readonly other_id: string;
}

/**
 * Finds records that now stand twice under different ids, in the town or in another, and notes them. Records every office
 * has from the beginning (divisions) bear the same id everywhere and are no duplicates.
 */
export async function noteDuplicates(
  core: Core,
  session: Session,
  of: { readonly town: Town; readonly arrival: number; readonly keys: readonly NewKeys[] },
): Promise<readonly Duplicate[]> {
  const found: Duplicate[] = [];
  for (const keys of of.keys) {
    const inTown = keys.isAll
      ? await pairsWithin(session, keys)
      : await pairsWith(core, session, { keys, town: of.town, other: of.town });
    found.push(...(await noted(session, { ...of, table: keys.table, other: of.town, pairs: inTown })));
  }
  const shared = of.keys.filter(({ table }) => table.isKeyShared);
  if (shared.length === 0) return found;
  await lockKeys(session);
  for (const keys of shared) {
    for (const other of await otherTowns(core, session, { keys, town: of.town })) {
      const pairs = await pairsWith(core, session, { keys, town: of.town, other });
      found.push(...(await noted(session, { ...of, table: keys.table, other, pairs })));
    }
  }
  return found;
}

const filled = (row: string, { key }: CityTable): string =>
  [`${row}.removed_at IS NULL`, ...key.map((column) => `${row}.${column} IS NOT NULL`)].join(' AND ');

interface Search {
  readonly keys: NewKeys;
  readonly town: Town;
  readonly other: Town;
}

function pairsWithin(session: Session, { table, from }: NewKeys): Promise<readonly Pair[]> {
  return rowsOf<Pair>(
    session,
    `SELECT id, first AS other_id FROM (
       SELECT min(t.id) AS first, array_agg(t.id) AS ids FROM ${from} t WHERE ${filled('t', table)}
       GROUP BY ${table.key.join(', ')} HAVING count(*) > 1
     ) g, unnest(g.ids) AS id WHERE id <> first`,
  );
}

function pairsWith(core: Core, session: Session, { keys, town, other }: Search): Promise<readonly Pair[]> {
  const { table, from, where, isAll } = keys;
  const same = table.key.map((column) => `o.${column} = t.${column}`).join(' AND ');
  return rowsOf<Pair>(
    session,
    `SELECT t.id, o.id AS other_id FROM ${from} s
     JOIN ${townTable(table, town.serial, core.layout)} t ON t._town = ${isAll ? 's._town' : 's.town'} AND t.id = s.id
     JOIN ${townTable(table, other.serial, core.layout)} o
       ON o._town = ${town.code === other.code ? 't._town' : literal(other.code)} AND ${same}
     WHERE ${where} AND ${filled('t', table)} AND o.removed_at IS NULL
       AND o.id <> t.id`,
  );
}

/** Number of a ledger within the hash, so that equal keys of two ledgers do not meet. */
const hashOf = (core: Core, table: CityTable): string => {
  const parts = table.key.map((column) => `t.${column}::text`).join(', ');
  return `hashtextextended(concat_ws(E'\\x1f', ${parts}), ${core.registry.numberById.get(table.name) ?? 0})`;
};

/** Enters the town's new keys and tells which other towns have had one of them. */
async function otherTowns(
  core: Core,
  session: Session,
  { keys, town }: Pick<Search, 'keys' | 'town'>,
): Promise<readonly Town[]> {
  const { table, from, where, isAll } = keys;
  const own = townTable(table, town.serial, core.layout);
  const rows = isAll ? `${own} t` : `${from} s JOIN ${own} t ON t._town = s.town AND t.id = s.id`;
  const towns = await rowsOf<{ code: string; name: string; serial: number }>(
    session,
    `WITH key AS MATERIALIZED (
       SELECT DISTINCT ${hashOf(core, table)} AS hash FROM ${rows} WHERE ${where} AND ${filled('t', table)}
     ), entered AS (
       INSERT INTO city_key (hash, town) SELECT hash, ${town.serial} FROM key ORDER BY hash ON CONFLICT DO NOTHING
     )
     SELECT code, name, serial FROM city_town
     WHERE serial IN (SELECT k.town FROM key JOIN city_key k USING (hash)) AND serial <> ${town.serial} AND is_loaded`,
  );
  return towns.map((row) => ({ ...row, isLoaded: true }));
}

async function noted(
  session: Session,
  of: {
    readonly table: CityTable;
    readonly town: Town;
    readonly other: Town;
    readonly arrival: number;
    readonly pairs: readonly Pair[];
  },
): Promise<readonly Duplicate[]> {
  if (of.pairs.length === 0) return [];
  await run(
    session,
    `INSERT INTO city_duplicate (ledger, town, id, other_town, other_id, arrival)
     SELECT $2, $3, p.id, $4, p.other_id, $5 FROM jsonb_to_recordset($1) AS p(id text, other_id text)
     WHERE NOT EXISTS (
       SELECT 1 FROM city_duplicate d
       WHERE d.ledger = $2 AND d.town = $4 AND d.id = p.other_id AND d.other_town = $3 AND d.other_id = p.id)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(of.pairs), of.table.name, of.town.code, of.other.code, of.arrival],
  );
  const otherUnit = { code: of.other.code, name: of.other.name };
  return of.pairs.map(({ id, other_id }) => ({ ledger: of.table.name, id, otherId: other_id, otherUnit }));
}
