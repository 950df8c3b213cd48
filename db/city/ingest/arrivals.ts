import { z } from 'zod';
import type {
  ArrivalOutcome,
  ArrivalStart,
  PackageFacts,
  Ranges,
  Round,
  SyncNode,
} from '../../model/sync/sync-node.ts';
import { gapsUpTo, joined } from '../../model/sync/ranges.ts';
import { type Core, lockTown, notedTown, unitOf } from '../core.ts';
import { type Connection, rolledBack, rowOf, rowsOf, run, type Session } from '../database.ts';
import { createParts } from '../schema/ledger-tables.ts';
import { arrivalColumns } from '../registers/incoming.ts';
import { sentTo } from '../registers/outgoing.ts';
import { finishPackage } from './finish-package.ts';
import { PackageIntake } from './package-intake.ts';

type Taking = Pick<
  SyncNode['incoming'],
  'start' | 'apply' | 'quarantineLine' | 'tryWaiting' | 'finish' | 'abort'
> & {
  /** Breaks off whatever is open, before the city is closed. */
  readonly abortAll: () => Promise<void>;
};

/** A package that is being taken in: its transaction is open on a connection of its own. */
interface Arrival {
  readonly connection: Connection;
  readonly facts: PackageFacts;
  readonly intake: PackageIntake;
  /** Position of the city's log the sender had seen. */
  readonly seen: number;
}

/**
 * Takes packages in, each in one transaction: all of it is here afterwards, with its digest, or nothing. Packages of one
 * town come one after the other, those of different towns side by side.
 */
export function arrivalsOf(core: Core): Taking {
  const arrivals = new Map<number, Arrival>();
  const arrivalOf = (number: number): Arrival => {
    const arrival = arrivals.get(number);
    if (arrival === undefined) throw new Error(`no arrival ${number} is open`);
    return arrival;
  };
  /** After a failure the transaction is lost; the arrival must not stay open and lock its town. */
  const guarded = async <T>(number: number, work: (arrival: Arrival) => Promise<T>): Promise<T> => {
    const arrival = arrivalOf(number);
    try {
      return await work(arrival);
    } catch (error) {
      arrivals.delete(number);
      arrival.connection.release(!(await rolledBack(arrival.connection)));
      throw error;
    }
  };
  const abort = async (number: number): Promise<void> => {
    const arrival = arrivals.get(number);
    // A failure on the way has ended the arrival already.
    if (arrival === undefined) return;
    arrivals.delete(number);
    arrival.connection.release(!(await rolledBack(arrival.connection)));
  };
  return {
    async start(facts) {
      await noticeRollback(core, facts);
      const { start, arrival } = await opened(core, facts);
      if (arrival !== null) arrivals.set(arrival.intake.of.arrival, arrival);
      return start;
    },
    apply: (number, records) => guarded(number, ({ intake }) => intake.take(records)),
    quarantineLine: (number, line) =>
      guarded(number, ({ intake, facts }) => {
        const args = { line: line.number, text: line.text.slice(0, 200).replaceAll('\u0000', '') };
        intake.refuseLine(`${facts.digest.slice(0, 16)}:${line.number}`, {
          field: null,
          reason: 'line-unreadable',
          args,
        });
        return Promise.resolve();
      }),
    // What waits is settled by `finish`, which does not hold up others.
    tryWaiting: () => false,
    finish: (number) =>
      guarded(number, async ({ connection, intake, seen }) => {
        const outcome = await finishPackage(intake, seen);
        await connection.query('COMMIT');
        arrivals.delete(number);
        connection.release();
        return outcome;
      }),
    abort,
    abortAll: async () => {
      for (const number of arrivals.keys()) await abort(number);
    },
  };
}

/** Begins a transaction for the package; it is over at once when the package is not applied now. */
async function opened(core: Core, facts: PackageFacts): Promise<Begun> {
  const connection = await core.database.connect();
  try {
    await connection.query('BEGIN');
    const begin = await begun(core, connection, facts);
    if (begin.arrival === null) {
      await connection.query('ROLLBACK');
      connection.release();
    }
    return begin;
  } catch (error) {
    connection.release(!(await rolledBack(connection)));
    throw error;
  }
}

interface Begun {
  readonly start: ArrivalStart;
  readonly arrival: Arrival | null;
}

async function begun(core: Core, connection: Connection, facts: PackageFacts): Promise<Begun> {
  const unit = await unitOf(connection, facts.sender);
  await lockTown(connection, unit.code);
  const before = await rowOf<{ outcome: ArrivalOutcome }>(
    connection,
    "SELECT outcome FROM city_arrival WHERE digest = $1 AND state = 'applied'",
    [facts.digest],
  );
  if (before !== null) return { start: { status: 'repeated', outcome: before.outcome }, arrival: null };
  const missing = facts.basis === null ? null : await missingUpTo(connection, facts.sender, facts.basis);
  if (missing !== null) return { start: { status: 'early', missing }, arrival: null };
  const town = await notedTown(connection, unit);
  if (!town.isLoaded && core.layout === 'partitions') await createParts(connection, core.tables, town.serial);
  const next = await rowOf<{ number: number }>(connection, "SELECT nextval('city_arrival_number') AS number");
  const number = next?.number ?? 0;
  await run(connection, applyingSql, [number, ...arrivalColumns(facts, town.code), core.now()]);
  const intake = new PackageIntake({ core, connection, town, sender: facts.sender, arrival: number });
  const arrival = { connection, facts, intake, seen: await positionOf(connection, facts) };
  const held = await forkOf(connection, facts, number);
  if (held !== null) return { start: { status: 'fork', arrival: number, held }, arrival };
  return { start: { status: 'new', arrival: number }, arrival };
}

/** The unique digest makes a package that comes twice at the same time wait here, and be found above. */
const applyingSql = `INSERT INTO city_arrival
    (number, digest, sender, town, series, from_round, to_round, tip, facts, state, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'applying', $10)
  ON CONFLICT (digest) DO UPDATE SET number = excluded.number, state = excluded.state, at = excluded.at`;

interface Applied {
  readonly from_round: number;
  readonly to_round: number;
  readonly tip: string;
  readonly state: string;
}

/** Rounds that must come before a package with this basis; `null` when it is here with its very tip. */
async function missingUpTo(session: Session, sender: string, basis: Round): Promise<Ranges | null> {
  const rows = await rowsOf<Applied>(
    session,
    'SELECT from_round, to_round, tip, state FROM city_arrival WHERE sender = $1 AND series = $2',
    [sender, basis.series],
  );
  const applied = rows.filter(({ state }) => state === 'applied');
  if (applied.some(({ to_round, tip }) => to_round === basis.number && tip === basis.tip)) return null;
  const held = joined(rows.map(({ from_round, to_round }) => [from_round, to_round] as const));
  const missing = gapsUpTo(held, basis.number);
  return missing.length > 0 ? missing : [[basis.number, basis.number]];
}

/** The same round, applied before with another tip. */
async function forkOf(session: Session, facts: PackageFacts, arrival: number): Promise<Round | null> {
  const row = await rowOf<{ tip: string }>(
    session,
    `SELECT tip FROM city_arrival
     WHERE sender = $1 AND series = $2 AND to_round = $3 AND tip <> $4 AND state = 'applied' AND number <> $5
     ORDER BY number LIMIT 1`,
    [facts.sender, facts.series, facts.to, facts.tip, arrival],
  );
  return row && { series: facts.series, number: facts.to, tip: row.tip };
}

/** Position of the city's log the sender had taken in when it wrote; 0 when it had nothing of ours. */
async function positionOf(session: Session, { sender, seen }: PackageFacts): Promise<number> {
  if (seen === null) return 0;
  const sent = await sentTo(session, sender);
  const ours = sent.findLast(
    ({ series, to, tip }) => series === seen.series && to === seen.number && tip === seen.tip,
  );
  return ours?.upTo ?? 0;
}

const incarnationShape = z.string();

/**
 * A child that has seen a round of ours which we do not know, or know with another tip, has outlived a backup this city
 * was restored from. Every series begins anew then.
 */
async function noticeRollback(core: Core, { sender, seen }: PackageFacts): Promise<void> {
  if (seen === null) return;
  const { session } = core.database;
  const ofSeries = (await sentTo(session, sender)).filter(({ series }) => series === seen.series);
  const current = await rowOf<{ series: string | null }>(
    session,
    'SELECT p.series FROM city_peer p JOIN city_self s ON s.incarnation = p.incarnation WHERE p.peer = $1',
    [sender],
  );
  if (
    current?.series !== seen.series ||
    ofSeries.some(({ to, tip }) => to === seen.number && tip === seen.tip)
  )
    return;
  const self = await rowOf<{ incarnation: unknown }>(session, 'SELECT incarnation FROM city_self');
  const [base, turn] = incarnationShape.parse(self?.incarnation).split('#');
  await run(session, 'UPDATE city_self SET incarnation = $1 WHERE incarnation = $2', [
    `${base ?? ''}#${Number(turn ?? 0) + 1}`,
    self?.incarnation,
  ]);
}
