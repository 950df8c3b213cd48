import { randomBytes } from 'node:crypto';
import { registry as productRegistry } from '../model/registry.ts';
import type { CityOptions, CityOutcome, CityProblem, InitOptions, PostgresCity } from './api.ts';
import { answerCase, casesWaiting } from './changes/answer-case.ts';
import { correct } from './changes/correct.ts';
import { downLines } from './changes/down-lines.ts';
import { resolve } from './changes/resolve.ts';
import { type Core, lockSchema } from './core.ts';
import { type Database, openDatabase, rowOf, run, type Session } from './database.ts';
import { editedCodes } from '../model/sync/codes-ledger.ts';
import { arrivalsOf } from './ingest/arrivals.ts';
import { behindDoor } from './read/door.ts';
import { overviewOf } from './read/overview.ts';
import { documentsOf } from './registers/documents.ts';
import { filesOf } from './registers/files.ts';
import { incomingRegisters } from './registers/incoming.ts';
import { outgoingRegisters, receiptsOf } from './registers/outgoing.ts';
import { cityTable } from './schema/city-table.ts';
import { CITY_SCHEMA, statementsFrom } from './schema/fixed-tables.ts';
import { layoutOf, makeLedgerTables } from './schema/ledger-tables.ts';
import { targetsFirst } from './schema/table-order.ts';
import { makeVault, SECRET_KDF_COST, unlockVault, type Vault, vaultShape } from './vault.ts';

const USUAL_CONNECTIONS = 8;
/** Table of the codes towns have edited. */
const CODES_TABLE = 'city_code';

/** Makes the tables of a new city in an empty database and opens it. `url` as PostgreSQL's own tools take it. */
export async function initCity(url: string, options: InitOptions): Promise<CityOutcome> {
  return withDatabase(url, options, async (database) => {
    const { slot, vault } = makeVault(options.passphrase, options.kdfCost ?? SECRET_KDF_COST);
    const problem = await database.transaction(async (session): Promise<CityProblem | null> => {
      await lockSchema(session);
      if (await hasCity(session)) return { kind: 'exists' };
      const encoding = await rowOf<{ server_encoding: string }>(session, 'SHOW server_encoding');
      if (encoding?.server_encoding !== 'UTF8')
        return { kind: 'not-utf8', detail: encoding?.server_encoding ?? '' };
      for (const sql of statementsFrom(0)) await run(session, sql);
      await run(
        session,
        `INSERT INTO city_self (schema_version, unit_code, unit_name, is_practice, node, vault, incarnation, tip)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          CITY_SCHEMA,
          options.unit.code,
          options.unit.name,
          options.isPractice ?? false,
          options.node ?? `${options.unit.code}-${randomBytes(3).toString('hex')}`,
          JSON.stringify(slot),
          await incarnationOf(session),
          randomBytes(32).toString('hex'),
        ],
      );
      return null;
    });
    return problem === null ? { vault } : problem;
  });
}

/** Opens a city; its tables gain what the definitions have gained since. */
export async function openCity(url: string, options: CityOptions): Promise<CityOutcome> {
  return withDatabase(url, options, async (database) => {
    if (!(await hasCity(database.session))) return { kind: 'not-a-city' };
    const self = await selfOf(database.session);
    if (self.schema_version > CITY_SCHEMA) return { kind: 'newer' };
    const vault = unlockVault(vaultShape.parse(self.vault), options.passphrase);
    return vault === null ? { kind: 'wrong-passphrase' } : { vault };
  });
}

interface Self {
  readonly schema_version: number;
  readonly unit_code: string;
  readonly unit_name: string;
  readonly is_practice: boolean;
  readonly node: string;
  readonly vault: unknown;
  readonly incarnation: string;
}

async function selfOf(session: Session): Promise<Self> {
  const self = await rowOf<Self>(session, 'SELECT * FROM city_self');
  if (self === null) throw new Error('the city has no row of its own');
  return self;
}

async function hasCity(session: Session): Promise<boolean> {
  const row = await rowOf<{ name: string | null }>(session, "SELECT to_regclass('city_self')::text AS name");
  return row !== null && row.name !== null;
}

/** Connects, unlocks, brings the tables up to the definitions; whatever fails, no connection stays behind. */
async function withDatabase(
  url: string,
  options: CityOptions,
  unlock: (database: Database) => Promise<{ readonly vault: Vault } | CityProblem>,
): Promise<CityOutcome> {
  const database = openDatabase(url, options.connections ?? USUAL_CONNECTIONS);
  try {
    await run(database.session, 'SELECT 1');
  } catch (error) {
    await database.close();
    // Whatever keeps the server from answering (address, rights, password) is said in its own words.
    return { ok: false, problem: { kind: 'unreachable', detail: String(error) } };
  }
  try {
    const unlocked = await unlock(database);
    if ('kind' in unlocked) {
      await database.close();
      return { ok: false, problem: unlocked };
    }
    return { ok: true, city: await opened(database, options, unlocked.vault) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function opened(database: Database, options: CityOptions, vault: Vault): Promise<PostgresCity> {
  const registry = options.registry ?? productRegistry;
  const tables = targetsFirst([
    cityTable(editedCodes, CODES_TABLE),
    ...registry.ledgers.map((ledger) => cityTable(ledger)),
  ]);
  const layout = await layoutOf(database.session);
  await database.transaction(async (session) => {
    await lockSchema(session);
    await extendFixedTables(session);
    await makeLedgerTables(session, tables, layout);
    await noteIncarnation(session);
  });
  const self = await selfOf(database.session);
  const core: Core = {
    database,
    registry,
    tables,
    tableById: new Map(tables.map((table) => [table.name, table])),
    layout,
    vault,
    now: options.now,
    unit: { code: self.unit_code, name: self.unit_name },
    node: self.node,
    isPractice: self.is_practice,
  };
  return cityOf(core);
}

/** Brings the city's own tables up to this version. */
async function extendFixedTables(session: Session): Promise<void> {
  const { schema_version: version } = await selfOf(session);
  if (version >= CITY_SCHEMA) return;
  for (const sql of statementsFrom(version)) await run(session, sql);
  await run(session, 'UPDATE city_self SET schema_version = $1', [CITY_SCHEMA]);
}

/**
 * Server, its timeline and the database: a restored backup, a promoted standby and a copied database differ in one of
 * them from where the city was last open. Every series begins anew then.
 */
async function incarnationOf(session: Session): Promise<string> {
  const row = await rowOf<{ incarnation: string }>(
    session,
    `SELECT concat_ws(':', s.system_identifier, c.timeline_id, d.oid) AS incarnation
     FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d WHERE d.datname = current_database()`,
  );
  return `${row?.incarnation ?? ''}#0`;
}

async function noteIncarnation(session: Session): Promise<void> {
  const now = await incarnationOf(session);
  const { incarnation } = await selfOf(session);
  if (incarnation.split('#')[0] !== now.split('#')[0])
    await run(session, 'UPDATE city_self SET incarnation = $1', [now]);
}

function cityOf(core: Core): PostgresCity {
  const { abortAll, ...arrivals } = arrivalsOf(core);
  const { status, ...reading } = overviewOf(core);
  return {
    node: core.node,
    facts: { isPractice: core.isPractice, unit: core.unit },
    documents: documentsOf(core),
    files: filesOf(core),
    outgoing: { ...outgoingRegisters(core), ...downLines(core) },
    incoming: { ...incomingRegisters(core), ...arrivals },
    receipts: receiptsOf(core),
    async enrol({ node, unit }) {
      await run(
        core.database.session,
        `INSERT INTO city_child (node, town, name) VALUES ($1, $2, $3)
         ON CONFLICT (node) DO UPDATE SET town = excluded.town, name = excluded.name`,
        [node, unit.code, unit.name],
      );
    },
    status,
    ...behindDoor(core, {
      ...reading,
      resolve: (no, choice, { name }) => resolve(core, no, { choice, author: name }),
      waiting: (town) => casesWaiting(core, town ?? null),
    }),
    correct: (correction) => correct(core, correction),
    answerCase: (answer) => answerCase(core, answer),
    async close() {
      await abortAll();
      await core.database.close();
    },
  };
}
