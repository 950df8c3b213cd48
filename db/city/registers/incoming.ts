import { gapsUpTo, joined } from '../../model/sync/ranges.ts';
import type {
  ArrivalOutcome,
  Duplicate,
  Holding,
  PackageFacts,
  Received,
  ReturnedRow,
  Round,
  SyncNode,
} from '../../model/sync/sync-node.ts';
import { type Core, tableOf, unitOf } from '../core.ts';
import { rowsOf, run, type Session } from '../database.ts';

type Registers = Pick<SyncNode['incoming'], 'hold' | 'list' | 'holdings' | 'returned' | 'duplicates'>;

/** What has come in, what waits, and what a receipt says of it. */
export function incomingRegisters(core: Core): Registers {
  const { session } = core.database;
  return {
    async hold(facts, file) {
      const unit = await unitOf(session, facts.sender);
      await run(session, holdSql, [...arrivalColumns(facts, unit.code), file, core.now()]);
    },
    list: (peer) => receivedFrom(session, peer),
    holdings: (peer) => holdingsOf(session, peer),
    returned: (peer) => quarantinedOf(session, peer),
    duplicates: (peer) => duplicatesOf(core, peer),
  };
}

/** First values of an insert into `city_arrival`, after the number. */
export const arrivalColumns = (facts: PackageFacts, town: string): readonly unknown[] => [
  facts.digest,
  facts.sender,
  town,
  facts.series,
  facts.from,
  facts.to,
  facts.tip,
  JSON.stringify(facts),
];

const holdSql = `INSERT INTO city_arrival
    (number, digest, sender, town, series, from_round, to_round, tip, facts, state, file, at)
  VALUES (nextval('city_arrival_number'), $1, $2, $3, $4, $5, $6, $7, $8, 'held', $9, $10)
  ON CONFLICT (digest) DO UPDATE SET file = excluded.file WHERE city_arrival.state = 'held'`;

interface ArrivalRow {
  readonly digest: string;
  readonly sender: string;
  readonly series: string;
  readonly from_round: number;
  readonly to_round: number;
  readonly tip: string;
  readonly state: 'applied' | 'held';
  readonly outcome: ArrivalOutcome | null;
  readonly file: string | null;
  readonly at: Date;
}

/** Packages of a peer (`null`: of all), in the order they came in. */
async function receivedFrom(session: Session, peer: string | null): Promise<readonly Received[]> {
  const rows = await rowsOf<ArrivalRow>(
    session,
    `SELECT digest, sender, series, from_round, to_round, tip, state, outcome, file, at FROM city_arrival
     WHERE $1::text IS NULL OR sender = $1 ORDER BY number`,
    [peer],
  );
  return rows.map((row) => ({
    digest: row.digest,
    peer: row.sender,
    series: row.series,
    from: row.from_round,
    to: row.to_round,
    tip: row.tip,
    at: row.at.toISOString(),
    state: row.state,
    outcome: row.outcome,
    file: row.file,
  }));
}

/** By series, in the order they began to come in. Held packages are here but are no round to build on. */
export async function holdingsOf(session: Session, peer: string): Promise<readonly Holding[]> {
  const bySeries = new Map<string, Received[]>();
  for (const one of await receivedFrom(session, peer))
    bySeries.set(one.series, [...(bySeries.get(one.series) ?? []), one]);
  return [...bySeries].map(([series, packages]) => {
    const holds = joined(packages.map(({ from, to }) => [from, to] as const));
    const last = holds.at(-1)?.[1] ?? 0;
    const rounds = packages
      .filter(({ state }) => state === 'applied')
      .map(({ to, tip }): Round => ({ series, number: to, tip }))
      .toSorted((a, b) => a.number - b.number);
    return { series, holds, missing: gapsUpTo(holds, last).flatMap(numbersOf), rounds };
  });
}

const numbersOf = ([first, last]: readonly [number, number]): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** A row of `city_quarantine` as a receipt names it. */
export interface QuarantineRow {
  readonly town: string;
  readonly ledger: string;
  readonly id: string;
  readonly field: string | null;
  readonly reason: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly arrival: number;
  readonly at: Date;
}

const quarantinedOf = async (session: Session, peer: string): Promise<readonly ReturnedRow[]> =>
  rowsOf<ReturnedRow>(
    session,
    'SELECT ledger, id, field, reason, args FROM city_quarantine WHERE sender = $1 ORDER BY ledger, id',
    [peer],
  );

interface DuplicateRow {
  readonly ledger: string;
  readonly town: string;
  readonly id: string;
  readonly other_town: string;
  readonly other_id: string;
  readonly name: string;
}

async function duplicatesOf(core: Core, peer: string): Promise<readonly Duplicate[]> {
  const { session } = core.database;
  const { code } = await unitOf(session, peer);
  const rows = await standingTwice(core, code);
  return rows.map((row): Duplicate => {
    const otherUnit = { code: row.other_town, name: row.name };
    return { ledger: row.ledger, id: row.id, otherId: row.other_id, otherUnit };
  });
}

/**
 * Records that share their natural key with another now, seen from a town (`null`: each pair once): noted pairs may have
 * been removed or corrected since.
 */
export async function standingTwice(core: Core, town: string | null): Promise<readonly DuplicateRow[]> {
  const { session } = core.database;
  const noted = await rowsOf<{ ledger: string }>(
    session,
    'SELECT DISTINCT ledger FROM city_duplicate ORDER BY 1',
  );
  const found: DuplicateRow[] = [];
  for (const { ledger } of noted) {
    if (!core.tableById.has(ledger)) continue;
    const { relation, key } = tableOf(core, ledger);
    const same = key.map((column) => `a.${column} = b.${column}`).join(' AND ');
    found.push(
      ...(await rowsOf<DuplicateRow>(
        session,
        `WITH pair AS (
           SELECT ledger, town, id, other_town, other_id FROM city_duplicate
           WHERE ledger = $1 AND ($2::text IS NULL OR town = $2)
           UNION
           SELECT ledger, other_town, other_id, town, id FROM city_duplicate WHERE ledger = $1 AND other_town = $2
         )
         SELECT p.*, t.name FROM pair p JOIN city_town t ON t.code = p.other_town
         JOIN ${relation} a ON a._town = p.town AND a.id = p.id AND a.removed_at IS NULL
         JOIN ${relation} b ON b._town = p.other_town AND b.id = p.other_id AND b.removed_at IS NULL AND ${same}
         ORDER BY p.id, p.other_id`,
        [ledger, town],
      )),
    );
  }
  return found;
}
