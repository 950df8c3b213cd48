import type { Duplicate } from '../../model/sync/sync-node.ts';
import { type Core, lockKeys, type Town } from '../core.ts';
import { literal, rowsOf, run, type Session } from '../database.ts';
import { townTable } from '../schema/ledger-tables.ts';
import type { CityTable } from '../schema/city-table.ts';
import { enterKeys, hasKey, type KeyProgress, type KeyRows, townsWithKeys } from './town-keys.ts';

/** Rows whose natural key may be new: all of `from` (its column `id`) that `where` holds for. */
export interface NewKeys {
  readonly table: CityTable;
  readonly from: string;
  readonly where: string;
  /** Set when `from` is the whole table of a new town: what is known of its keys, which are entered already. */
  readonly fresh: KeyProgress | null;
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
  const { town } = of;
  const found: Duplicate[] = [];
  const note = async (keys: NewKeys, other: Town, pairs: readonly Pair[]): Promise<void> => {
    found.push(...(await noted(session, { ...of, table: keys.table, other, pairs })));
  };
  for (const keys of of.keys) {
    const { fresh, table } = keys;
    if (fresh === null) await note(keys, town, await pairsWith(core, session, { keys, town, other: town }));
    // Only keys that other towns may have were entered, and so compared with each other.
    else if (fresh.hasEqual || !table.isKeyShared) await note(keys, town, await pairsWithin(session, keys));
  }
  const shared = of.keys.filter(({ table }) => table.isKeyShared);
  if (shared.length === 0) return found;
  await lockKeys(session);
  for (const keys of shared) {
    const rows = keyRowsOf(core, keys, town);
    if (keys.fresh === null) await enterKeys(core, session, rows);
    for (const other of await townsWithKeys(core, session, rows))
      await note(keys, other, await pairsWith(core, session, { keys, town, other }));
  }
  return found;
}

function keyRowsOf(core: Core, { table, from, where, fresh }: NewKeys, town: Town): KeyRows {
  const own = townTable(table, town.serial, core.layout);
  const rows = fresh === null ? `${from} s JOIN ${own} t ON t._town = s.town AND t.id = s.id` : `${own} t`;
  return { table, town, rows, where };
}

interface Search {
  readonly keys: NewKeys;
  readonly town: Town;
  readonly other: Town;
}

function pairsWithin(session: Session, { table, from }: NewKeys): Promise<readonly Pair[]> {
  const key = table.key.join(', ');
  const same = table.key.map((column) => `t.${column} = g.${column}`).join(' AND ');
  const grouped = table.key.map((column) => `t.${column}`).join(', ');
  return rowsOf<Pair>(
    session,
    `SELECT id, other_id FROM (
       SELECT t.id, min(t.id) OVER (PARTITION BY ${grouped}) AS other_id
       FROM (SELECT ${key} FROM ${from} t WHERE ${hasKey('t', table)} GROUP BY ${key} HAVING count(*) > 1) g
       JOIN ${from} t ON ${same} WHERE t.removed_at IS NULL
     ) p WHERE id <> other_id`,
  );
}

function pairsWith(core: Core, session: Session, { keys, town, other }: Search): Promise<readonly Pair[]> {
  const { table, from, where, fresh } = keys;
  const same = table.key.map((column) => `o.${column} = t.${column}`).join(' AND ');
  return rowsOf<Pair>(
    session,
    `SELECT t.id, o.id AS other_id FROM ${from} s
     JOIN ${townTable(table, town.serial, core.layout)} t ON t._town = ${fresh === null ? 's.town' : 's._town'} AND t.id = s.id
     JOIN ${townTable(table, other.serial, core.layout)} o
       ON o._town = ${town.code === other.code ? 't._town' : literal(other.code)} AND ${same}
     WHERE ${where} AND ${hasKey('t', table)} AND o.removed_at IS NULL
       AND o.id <> t.id`,
  );
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
