import { z } from 'zod';
import { gapsUpTo, joined } from '../../model/sync/ranges.ts';
import type {
  ArrivalOutcome,
  Holding,
  PackageFacts,
  Ranges,
  Received,
  Round,
} from '../../model/sync/sync-node.ts';
import type { Row } from '../open/connection.ts';
import type { Core } from '../repository/core.ts';

/** Enters a package as being applied; one that broke off, or was held, is taken up again. */
export function enterArrival(core: Core, facts: PackageFacts): number {
  const { connection } = core;
  const known = arrivalOf(core, facts.digest);
  const after = connection.number('SELECT max(seq) FROM change_log') ?? 0;
  if (known !== null) {
    connection.run(
      "UPDATE sync_arrival SET state = 'applying', after = ?, at = ? WHERE no = ?",
      after,
      core.now().toISOString(),
      known.no,
    );
    return known.no;
  }
  return insertArrival(core, facts, { state: 'applying', after, file: null });
}

/** Enters a package whose file is kept until what it builds on is here. */
export function enterHeld(core: Core, facts: PackageFacts, file: string): void {
  const known = arrivalOf(core, facts.digest);
  if (known === null) insertArrival(core, facts, { state: 'held', after: 0, file });
  else if (known.state !== 'applied')
    core.connection.run("UPDATE sync_arrival SET state = 'held', file = ? WHERE no = ?", file, known.no);
}

function insertArrival(
  core: Core,
  facts: PackageFacts,
  more: { readonly state: Received['state']; readonly after: number; readonly file: string | null },
): number {
  return core.connection.run(
    `INSERT INTO sync_arrival (digest, peer, kind, series, first, last, tip, facts, at, state, after, file)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    facts.digest,
    facts.sender,
    facts.kind,
    facts.series,
    facts.from,
    facts.to,
    facts.tip,
    JSON.stringify(facts),
    core.now().toISOString(),
    more.state,
    more.after,
    more.file,
  ).rid;
}

/** A package by its digest, whatever became of it. */
export function arrivalOf(
  core: Core,
  digest: string,
): {
  readonly no: number;
  readonly state: Received['state'];
  readonly outcome: ArrivalOutcome | null;
} | null {
  const row = core.connection.row('SELECT no, state, outcome FROM sync_arrival WHERE digest = ?', digest);
  if (row === undefined) return null;
  return { no: Number(row['no']), state: states.parse(row['state']), outcome: outcomeOf(row) };
}

/** Rounds of the basis' series that must arrive before a package; `null` when nothing is missing. */
export function missingBefore(core: Core, peer: string, basis: Round | null): Ranges | null {
  if (basis === null) return null;
  const applied = increments(core, peer).filter((one) => one.series === basis.series && one.isApplied);
  const atEnd = applied.filter((one) => one.last === basis.number);
  if (atEnd.some((one) => one.tip === basis.tip)) return null;
  const ranges = joined(applied.map((one) => [one.first, one.last]));
  // Inside a longer package the round has no tip of its own; its content came with the later ones.
  const isCovered = ranges.some(([first, last]) => first <= basis.number && basis.number <= last);
  if (isCovered && atEnd.length === 0) return null;
  const gaps = gapsUpTo(ranges, basis.number);
  return gaps.length === 0 ? [[basis.number, basis.number]] : gaps;
}

/** The same round as already taken in with another tip; `null` when there is none. */
export function forkedRound(core: Core, facts: PackageFacts): Round | null {
  const row = core.connection.row(
    `SELECT series, last, tip FROM sync_arrival
     WHERE peer = ? AND kind = 'increment' AND series = ? AND last = ? AND tip <> ? AND state = 'applied'`,
    facts.sender,
    facts.series,
    facts.to,
    facts.tip,
  );
  return row === undefined || facts.kind !== 'increment'
    ? null
    : { series: String(row['series']), number: Number(row['last']), tip: String(row['tip']) };
}

/** What is held of each series of a peer. */
export function holdingsOf(core: Core, peer: string): readonly Holding[] {
  const bySeries = new Map<string, Increment[]>();
  for (const one of increments(core, peer)) {
    const group = bySeries.get(one.series);
    if (group === undefined) bySeries.set(one.series, [one]);
    else group.push(one);
  }
  return [...bySeries].map(([series, group]) => {
    const holds = joined(group.map((one) => [one.first, one.last]));
    const gaps = gapsUpTo(holds, holds.at(-1)?.[1] ?? 0);
    return {
      series,
      holds,
      missing: gaps.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
      rounds: group
        .filter((one) => one.isApplied)
        .toSorted((a, b) => a.last - b.last)
        .map((one) => ({ series, number: one.last, tip: one.tip })),
    };
  });
}

interface Increment {
  readonly series: string;
  readonly first: number;
  readonly last: number;
  readonly tip: string;
  readonly isApplied: boolean;
}

const increments = (core: Core, peer: string): readonly Increment[] =>
  core.connection
    .rows(
      `SELECT series, first, last, tip, state FROM sync_arrival
       WHERE peer = ? AND kind = 'increment' AND state <> 'applying' ORDER BY no`,
      peer,
    )
    .map((row) => ({
      series: String(row['series']),
      first: Number(row['first']),
      last: Number(row['last']),
      tip: String(row['tip']),
      isApplied: row['state'] === 'applied',
    }));

/** Packages of a peer, or of all, oldest first. */
export function listArrivals(core: Core, peer: string | null): readonly Received[] {
  const sql = 'SELECT * FROM sync_arrival';
  const rows =
    peer === null
      ? core.connection.rows(`${sql} ORDER BY no`)
      : core.connection.rows(`${sql} WHERE peer = ? ORDER BY no`, peer);
  return rows.map((row) => ({
    digest: String(row['digest']),
    peer: String(row['peer']),
    series: String(row['series']),
    from: Number(row['first']),
    to: Number(row['last']),
    tip: String(row['tip']),
    at: String(row['at']),
    state: states.parse(row['state']),
    outcome: outcomeOf(row),
    file: typeof row['file'] === 'string' ? row['file'] : null,
  }));
}

const states = z.enum(['applying', 'applied', 'held']);
const args = z.record(z.string(), z.union([z.string(), z.number()]));
const outcomeShape = z.object({
  accepted: z.number(),
  changed: z.number(),
  returned: z.array(
    z.object({ ledger: z.string(), id: z.string(), field: z.string().nullable(), reason: z.string(), args }),
  ),
  duplicates: z.array(
    z.object({
      ledger: z.string(),
      id: z.string(),
      otherId: z.string(),
      otherUnit: z.object({ code: z.string(), name: z.string() }),
    }),
  ),
  conflicts: z.number(),
  replies: z.object({ entered: z.int(), unfit: z.int() }).exactOptional(),
});

const outcomeOf = (row: Row): ArrivalOutcome | null =>
  typeof row['outcome'] === 'string' ? outcomeShape.parse(JSON.parse(row['outcome'])) : null;
