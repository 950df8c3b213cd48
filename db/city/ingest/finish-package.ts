import { DatabaseError } from 'pg';
import type { ArrivalOutcome, Duplicate } from '../../model/sync/sync-node.ts';
import { tableOf } from '../core.ts';
import { rowOf, run } from '../database.ts';
import { attachParts, indexParts } from '../schema/ledger-tables.ts';
import type { CityTable } from '../schema/city-table.ts';
import { writeOwnChange } from '../changes/own-change.ts';
import { noteConflicts, settleElsewhere, unseenChanges, type UnionWish } from './conflicts.ts';
import { noteDuplicates } from './duplicates.ts';
import { allowIndexing, takeRepeated } from './fresh-part.ts';
import type { Intake } from './ledger-intake.ts';
import { type MergePlan, mergeStaged } from './merge.ts';
import { numberPasses, type PackageIntake } from './package-intake.ts';
import { stagingTable } from './staging.ts';

/** Merges what has come in and writes what became of it. The caller commits. */
export async function finishPackage(intake: PackageIntake, seen: number): Promise<ArrivalOutcome> {
  const { core, connection, town, arrival } = intake.of;
  const isFresh = !town.isLoaded && core.layout === 'partitions';
  await intake.settle();
  let changed = isFresh ? await indexFresh(intake) : 0;
  const races = isFresh ? { conflicts: 0, unions: [] } : await racesOf(intake, seen);
  for (const one of intake.intakes) if (one.counts.staged > 0) changed += await merge(intake, one);
  for (const one of intake.intakes) await freshenStatistics(intake, one);
  for (const union of races.unions) await unite(intake, union);
  const duplicates = await duplicatesIn(intake, isFresh);
  if (isFresh) {
    const filled = new Set(intake.intakes.map(({ table }) => table));
    await attachParts(connection, core.tables, { town, hasRows: (table) => filled.has(table) });
  }
  if (!town.isLoaded)
    await run(connection, 'UPDATE city_town SET is_loaded = true WHERE code = $1', [town.code]);
  const waiting = await intake.writeWaiting(core.now());
  const outcome: ArrivalOutcome = {
    accepted: intake.accepted,
    changed,
    returned: waiting.map(({ ledger, id, fault }) => ({ ledger, id, ...fault })),
    duplicates,
    conflicts: races.conflicts,
  };
  await run(
    connection,
    "UPDATE city_arrival SET state = 'applied', outcome = $2, file = NULL WHERE number = $1",
    [arrival, JSON.stringify(outcome)],
  );
  return outcome;
}

/** Keys and indexes of the parts of a new town that got rows; returns the rows they hold. */
async function indexFresh(intake: PackageIntake): Promise<number> {
  const { connection } = intake.of;
  await allowIndexing(connection);
  let rows = 0;
  for (const one of intake.intakes) {
    const { table } = one;
    await indexOrSeparate(intake, table, one);
    if (one.counts.fresh === 0) continue;
    const current = await rowOf<{ n: number }>(
      connection,
      `SELECT count(*) AS n FROM ${intake.tableFor(table)} WHERE removed_at IS NULL`,
    );
    await addToCount(intake, table, current?.n ?? 0);
    rows += one.counts.fresh;
  }
  return rows;
}

const UNIQUE_VIOLATION = '23505';

/** A package that names a record twice breaks the primary key: then the repetitions go to staging first. */
async function indexOrSeparate(intake: PackageIntake, table: CityTable, one: Intake): Promise<void> {
  const { connection, town } = intake.of;
  await run(connection, 'SAVEPOINT keys');
  try {
    await indexParts(connection, [table], town.serial);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error;
    await run(connection, 'ROLLBACK TO SAVEPOINT keys');
    const repeated = await takeRepeated(connection, table, intake.tableFor(table));
    for (const record of repeated) one.add(record, false);
    one.counts.fresh -= repeated.length;
    await intake.flush();
    await indexParts(connection, [table], town.serial);
  }
  await run(connection, 'RELEASE SAVEPOINT keys');
}

async function merge(intake: PackageIntake, one: Intake): Promise<number> {
  const { core, connection, town, arrival } = intake.of;
  const plan: MergePlan = {
    table: one.table,
    into: intake.tableFor(one.table),
    town: town.code,
    arrival,
    given: one.given('staged'),
    givenByParts: one.given('parts'),
    layout: core.layout,
    hasMore: one.seen.hasMore,
    hasRemovals: one.seen.hasRemovals,
  };
  const passes = await numberPasses(connection, one.table);
  let changed = 0;
  let current = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    const merged = await mergeStaged(connection, plan, pass);
    changed += merged.changed;
    current += merged.current;
  }
  await addToCount(intake, one.table, current);
  return changed;
}

/**
 * Autovacuum may be a minute late, and until then the planner knows nothing of a new town's rows. Where a table has more
 * than doubled, or was never looked at, it is told what the statements of the ingest ask about.
 */
async function freshenStatistics(intake: PackageIntake, { table, counts }: Intake): Promise<void> {
  const rows = counts.staged + counts.fresh;
  if (rows < LEAST_ROWS) return;
  const { connection } = intake.of;
  const into = intake.tableFor(table);
  const known = await rowOf<{ rows: number }>(
    connection,
    `SELECT c.reltuples::float8 AS rows FROM pg_class c
     WHERE c.oid = $1::regclass AND EXISTS (
       SELECT 1 FROM pg_stats s WHERE s.schemaname = current_schema() AND s.tablename = c.relname)`,
    [into],
  );
  if (known !== null && known.rows >= rows) return;
  // A tenth of the usual sample tells a million rows from none; autovacuum looks closer afterwards.
  await run(connection, 'SET LOCAL default_statistics_target = 10');
  await run(connection, `ANALYZE ${into} (${['_town', 'id', 'removed_at', ...table.key].join(', ')})`);
}

/** Below this any plan will do. */
const LEAST_ROWS = 500;

async function addToCount(intake: PackageIntake, table: CityTable, rows: number): Promise<void> {
  if (rows === 0) return;
  await run(
    intake.of.connection,
    `INSERT INTO city_count (town, ledger, rows) VALUES ($1, $2, $3)
     ON CONFLICT (town, ledger) DO UPDATE SET rows = city_count.rows + excluded.rows`,
    [intake.of.town.code, table.name, rows],
  );
}

interface Races {
  readonly conflicts: number;
  readonly unions: readonly UnionWish[];
}

async function racesOf(intake: PackageIntake, seen: number): Promise<Races> {
  const { core, connection, town, arrival } = intake.of;
  const unseen = await unseenChanges(connection, town.code, seen);
  let conflicts = 0;
  const unions: UnionWish[] = [];
  for (const { table, counts } of intake.intakes) {
    if (counts.staged === 0) continue;
    const changes = unseen.get(table.name);
    const of = { table, into: intake.tableFor(table), town: town.code, arrival, at: core.now() };
    await settleElsewhere(connection, of, changes ?? new Map());
    if (changes === undefined) continue;
    const races = await noteConflicts(connection, of, changes);
    conflicts += races.conflicts;
    unions.push(...races.unions);
  }
  return { conflicts, unions };
}

/** Nothing of either set is dropped: the union is a change of the city's own, which goes down like any other. */
async function unite(intake: PackageIntake, union: UnionWish): Promise<void> {
  const { core, connection, town } = intake.of;
  const table = tableOf(core, union.table.name);
  await writeOwnChange(connection, {
    table,
    into: intake.tableFor(table),
    town: town.code,
    id: union.id,
    values: { [union.field]: union.value },
    isCreation: false,
    author: union.author,
    node: core.node,
    now: core.now(),
  });
}

function duplicatesIn(intake: PackageIntake, isFresh: boolean): Promise<readonly Duplicate[]> {
  const { core, connection, town, arrival } = intake.of;
  const keyed = intake.intakes.filter(({ table }) => table.key.length > 0);
  const wanted = keyed.flatMap(({ table, counts, seen, keys }) => {
    const staged =
      counts.staged > 0 && seen.hasKeys
        ? [{ table, from: stagingTable(table), where: keyGiven(table), fresh: null }]
        : [];
    const fresh =
      isFresh && counts.fresh > 0
        ? [{ table, from: intake.tableFor(table), where: 'true', fresh: keys }]
        : [];
    return [...staged, ...fresh];
  });
  return noteDuplicates(core, connection, { town, arrival, keys: wanted });
}

const keyGiven = (table: CityTable): string =>
  `(${table.ledger.naturalKey.map((name) => `get_bit(s.given, ${table.fieldByName.get(name)?.bit ?? 0}) = 1`).join(' OR ')})`;
