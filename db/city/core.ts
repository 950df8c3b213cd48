import type { Registry } from '../model/registry.ts';
import type { Unit } from './api.ts';
import { type Database, rowOf, rowsOf, run, type Session } from './database.ts';
import type { CityTable } from './schema/city-table.ts';
import type { Layout } from './schema/ledger-tables.ts';
import type { Vault } from './vault.ts';

/** What every part of an open city works with. */
export interface Core {
  readonly database: Database;
  readonly registry: Registry;
  /** Targets of links before what points to them. */
  readonly tables: readonly CityTable[];
  readonly tableById: ReadonlyMap<string, CityTable>;
  readonly layout: Layout;
  readonly vault: Vault;
  readonly now: () => Date;
  readonly unit: Unit;
  readonly node: string;
  readonly isPractice: boolean;
}

/** A town as the tables know it; `serial` names its parts. */
export interface Town {
  readonly code: string;
  readonly name: string;
  readonly serial: number;
  /** False until its first package is in: its parts do not exist yet. */
  readonly isLoaded: boolean;
}

interface TownRow {
  readonly code: string;
  readonly name: string;
  readonly serial: number;
  readonly is_loaded: boolean;
}

const townIn = ({ is_loaded, ...row }: TownRow): Town => ({ ...row, isLoaded: is_loaded });

/** A town by its unit code. */
export async function townOf(session: Session, code: string): Promise<Town | null> {
  const row = await rowOf<TownRow>(
    session,
    'SELECT code, name, serial, is_loaded FROM city_town WHERE code = $1',
    [code],
  );
  return row && townIn(row);
}

/**
 * Towns that have rows, by code. Whoever reads much goes from town to town: a long read of a whole table would keep a new
 * town's part from being attached, and with it everybody who waits for that package.
 */
export async function loadedTowns(session: Session): Promise<readonly Town[]> {
  const rows = await rowsOf<TownRow>(
    session,
    'SELECT code, name, serial, is_loaded FROM city_town WHERE is_loaded ORDER BY code',
  );
  return rows.map(townIn);
}

/**
 * Town a node's records belong to. A node nobody enrolled belongs to the unit its id begins with (`441900121-k7f3q2`).
 */
export async function unitOf(session: Session, node: string): Promise<Unit> {
  const child = await rowOf<{ town: string; name: string }>(
    session,
    'SELECT town, name FROM city_child WHERE node = $1',
    [node],
  );
  if (child !== null) return { code: child.town, name: child.name };
  const code = node.replace(/-[^-]*$/, '');
  return { code, name: code };
}

/** The town of a unit, noted on first contact. The caller holds the town's lock. */
export async function notedTown(session: Session, unit: Unit): Promise<Town> {
  await run(
    session,
    `INSERT INTO city_town (code, name) VALUES ($1, $2)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE city_town.name IS DISTINCT FROM excluded.name`,
    [unit.code, unit.name],
  );
  const town = await townOf(session, unit.code);
  if (town === null) throw new Error(`town ${unit.code} was not noted`);
  return town;
}

/** First keys of the city's advisory locks; the second is what is locked. */
const TOWN_LOCK = 0x7a77_0001;
const KEY_LOCK = 0x7a77_0002;
const SCHEMA_LOCK = 0x7a77_0003;

/** Until the end of the transaction nobody else takes in packages of this town. */
export const lockTown = (session: Session, code: string): Promise<number> =>
  run(session, `SELECT pg_advisory_xact_lock(${TOWN_LOCK}, hashtext($1))`, [code]);

/** Natural keys are compared between towns one package at a time, or two towns would not see each other's. */
export const lockKeys = (session: Session): Promise<number> =>
  run(session, `SELECT pg_advisory_xact_lock(${KEY_LOCK}, 0)`);

/** One process at a time makes or extends tables. */
export const lockSchema = (session: Session): Promise<number> =>
  run(session, `SELECT pg_advisory_xact_lock(${SCHEMA_LOCK}, 0)`);

/** The table of a ledger the registry knows. @throws when it does not */
export function tableOf(core: Pick<Core, 'tableById'>, ledger: string): CityTable {
  const table = core.tableById.get(ledger);
  if (table === undefined) throw new Error(`no ledger ${ledger}`);
  return table;
}
