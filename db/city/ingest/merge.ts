import { literal, rowOf, run, type Session } from '../database.ts';
import type { CityField, CityTable } from '../schema/city-table.ts';
import type { Layout } from '../schema/ledger-tables.ts';
import { stagingTable } from './staging.ts';

/** What of a ledger's staged rows a statement has to look at. */
export interface MergePlan {
  readonly table: CityTable;
  /** Table with the town's rows. */
  readonly into: string;
  readonly town: string;
  readonly arrival: number;
  /** Fields any staged row gives; the others need not be touched. */
  readonly given: readonly CityField[];
  /** Fields any part of a row gives: only these can be newer than all that stands in a row. */
  readonly givenByParts: readonly CityField[];
  readonly layout: Layout;
  readonly hasMore: boolean;
  readonly hasRemovals: boolean;
}

export interface Merged {
  readonly changed: number;
  /** Difference of current rows. */
  readonly current: number;
}

interface Kinds {
  readonly fresh: number;
  readonly fast: number;
  readonly slow: number;
  readonly removable: number;
  /** Whole rows that were created later than the row they meet. */
  readonly rebased: number;
}

/**
 * Merges staged rows into a town's rows: every value, and the removal, by the later clock. Most rows only bring what is
 * newer than all that stands there (`fast`); the others are compared value by value; unknown ones are added.
 */
export async function mergeStaged(session: Session, base: MergePlan, pass: number): Promise<Merged> {
  const kinds = await kindsOf(session, base, pass);
  // A row that gets another creation has to note the clocks of all values that stay.
  const plan = kinds.rebased > 0 ? { ...base, given: base.table.fields } : base;
  let changed = 0;
  if (kinds.slow > 0) changed += await run(session, slowSql(plan), [plan.arrival, pass]);
  if (kinds.fast > 0) changed += await run(session, fastSql(plan), [plan.arrival, pass]);
  const removable = plan.hasRemovals ? await removableOf(session, plan, pass) : kinds.removable;
  const added = kinds.fresh > 0 ? await addRows(session, plan, pass) : { rows: 0, current: 0 };
  return { changed: changed + added.rows, current: added.current + removable - kinds.removable };
}

/**
 * The town is compared with the staged one, not with a constant: without statistics the planner takes a constant for a
 * sharp filter and chooses nested loops over whole towns (seen: 98 s instead of 0.5 s). Citus must have the constant.
 */
const sameRow = (plan: MergePlan, row = 's'): string =>
  `t.id = ${row}.id AND t._town = ${row}.town${plan.layout === 'citus' ? ` AND t._town = ${literal(plan.town)}` : ''}`;

const isFast = 's.oldest_at > t._newest_at';

async function kindsOf(session: Session, plan: MergePlan, pass: number): Promise<Kinds> {
  const kinds = await rowOf<Kinds>(
    session,
    `SELECT count(*) FILTER (WHERE t.id IS NULL) AS fresh,
       count(*) FILTER (WHERE ${isFast}) AS fast,
       count(*) FILTER (WHERE s.oldest_at <= t._newest_at) AS slow,
       count(*) FILTER (WHERE s.whole AND (s.clock_at, s.clock_node) > (t._clock_at, t._clock_node)) AS rebased,
       count(*) FILTER (WHERE s.removal_at IS NOT NULL AND t.id IS NOT NULL AND t.removed_at IS NULL) AS removable
     FROM ${stagingTable(plan.table)} s LEFT JOIN ${plan.into} t ON ${sameRow(plan)} WHERE s.pass = $1`,
    [pass],
  );
  return kinds ?? { fresh: 0, fast: 0, slow: 0, removable: 0, rebased: 0 };
}

/** Current rows among those a removal was staged for. */
async function removableOf(session: Session, plan: MergePlan, pass: number): Promise<number> {
  const row = await rowOf<{ n: number }>(
    session,
    // Not a condition: the planner would take it for a sharp one, see `sameRow`.
    `SELECT count(*) FILTER (WHERE t.removed_at IS NULL) AS n
     FROM ${stagingTable(plan.table)} s JOIN ${plan.into} t ON ${sameRow(plan)}
     WHERE s.pass = $1 AND s.removal_at IS NOT NULL`,
    [pass],
  );
  return row?.n ?? 0;
}

const isGiven = ({ bit }: CityField, row = 's'): string => `get_bit(${row}.given, ${bit}) = 1`;

/** Instant of a clock reading: milliseconds are its upper part. */
const instantOf = (reading: string): string => `to_timestamp((${reading} >> 10) / 1000::float8)`;

function fastSql(plan: MergePlan): string {
  const sets = [
    ...plan.givenByParts.map(
      (field) =>
        `${field.column} = CASE WHEN ${isGiven(field)} THEN s.f_${field.name} ELSE t.${field.column} END`,
    ),
    ...(plan.hasMore
      ? [`extra = NULLIF(jsonb_strip_nulls(COALESCE(t.extra, '{}') || COALESCE(s.more, '{}')), '{}')`]
      : []),
    ...(plan.hasRemovals ? removalSets('s.removal_at IS NOT NULL', 's') : []),
    `_clocks = COALESCE(t._clocks || s.clocks, s.clocks, t._clocks)`,
    // Newer than all that stands there: nothing has to be compared.
    `_newest_at = s.newest_at, updated_at = ${instantOf('s.newest_at')}, _author = s.author, version = t.version + 1, _arrival = $1`,
  ];
  return `UPDATE ${plan.into} t SET ${sets.join(', ')} FROM ${stagingTable(plan.table)} s
    WHERE ${sameRow(plan)} AND s.pass = $2 AND ${isFast}`;
}

const removalSets = (condition: string, row: string): readonly string[] => [
  `removed_at = CASE WHEN ${condition} THEN
     CASE WHEN ${row}.removal_reason IS NULL THEN NULL ELSE ${instantOf(`${row}.removal_at`)} END ELSE t.removed_at END`,
  `removed_reason = CASE WHEN ${condition} THEN ${row}.removal_reason ELSE t.removed_reason END`,
  `_removal_at = CASE WHEN ${condition} THEN ${row}.removal_at ELSE t._removal_at END`,
  `_removal_node = CASE WHEN ${condition} THEN ${row}.removal_node ELSE t._removal_node END`,
];

const stampSets: readonly string[] = [
  '_newest_at = GREATEST(t._newest_at, m.newest_at)',
  `updated_at = ${instantOf('GREATEST(t._newest_at, m.newest_at)')}`,
  '_author = CASE WHEN m.newest_at >= t._newest_at THEN m.author ELSE t._author END',
  'version = t.version + 1',
  '_arrival = $1',
];

/** Clock of a field as JSON: its own, or that of the row. A standing field that was never filled has none. */
const stagedClock = (name: string): string =>
  `COALESCE(s.clocks->'${name}', jsonb_build_array(s.clock_at, s.clock_node))`;
const standingClock = ({ name, column }: CityField): string =>
  `COALESCE(t._clocks->'${name}', CASE WHEN t.${column} IS NOT NULL THEN jsonb_build_array(t._clock_at, t._clock_node) END)`;

/** A clock's reading and node; text collates by bytes, as nodes are ordered everywhere. */
const parts = (clock: string): string => `((${clock}->>0)::bigint, (${clock}->>1) COLLATE "C")`;

/** True when the arriving clock is later, or there is no standing one. */
const later = (arriving: string, standing: string): string =>
  `(${standing} IS NULL OR ${parts(arriving)} > ${parts(standing)})`;

/**
 * Equal clocks mean the same change, except after a copied file ran twice: then the greater value, as JSON, wins, so that
 * every node decides alike.
 */
const greaterAtTie = (arriving: string, standing: string, values: readonly [string, string]): string =>
  `(${arriving} = ${standing} AND COALESCE(to_json(${values[0]})::text, 'null') COLLATE "C" >
    COALESCE(to_json(${values[1]})::text, 'null') COLLATE "C")`;

const wins = (field: CityField): string => {
  const [arriving, standing] = [stagedClock(field.name), standingClock(field)];
  const tie = greaterAtTie(arriving, standing, [`s.f_${field.name}`, `t.${field.column}`]);
  return `(${isGiven(field)} AND (${later(arriving, standing)} OR ${tie}))`;
};

/** JSON objects take at most 100 arguments in one call. */
const PAIRS_IN_A_CALL = 40;

/**
 * Value by value. The inner query reads each row once and decides; OFFSET 0 keeps the planner from writing the decisions
 * out again at every use.
 */
function slowSql(plan: MergePlan): string {
  const sets = [
    ...plan.given.map(
      ({ name, column }) => `${column} = CASE WHEN m.w_${name} THEN m.f_${name} ELSE t.${column} END`,
    ),
    ...(plan.hasMore
      ? [`extra = NULLIF(jsonb_strip_nulls(COALESCE(t.extra, '{}') || COALESCE(m.more_values, '{}')), '{}')`]
      : []),
    ...(plan.hasRemovals ? removalSets('m.w_removal', 'm') : []),
    `_clocks = NULLIF(${clocksObject(plan)}, '{}')`,
    '_clock_at = CASE WHEN m.rebased THEN m.clock_at ELSE t._clock_at END',
    '_clock_node = CASE WHEN m.rebased THEN m.clock_node ELSE t._clock_node END',
    `created_at = CASE WHEN m.rebased THEN ${instantOf('m.clock_at')} ELSE t.created_at END`,
    ...stampSets,
  ];
  const anyWins = [
    ...plan.given.map(({ name }) => `m.w_${name}`),
    ...(plan.hasMore ? ['m.more_values IS NOT NULL'] : []),
    ...(plan.hasRemovals ? ['m.w_removal'] : []),
    'm.rebased',
  ];
  return `UPDATE ${plan.into} t SET ${sets.join(', ')}
    FROM (${comparedSql(plan)} OFFSET 0) m
    WHERE ${sameRow(plan, 'm')} AND (${anyWins.join(' OR ')})`;
}

function comparedSql(plan: MergePlan): string {
  const { given, hasMore, hasRemovals } = plan;
  const columns = [
    's.town, s.id, s.clock_at, s.clock_node, s.newest_at, s.author, s.clocks',
    ...(hasRemovals
      ? [
          `s.removal_at, s.removal_node, s.removal_reason,
           (s.removal_at IS NOT NULL AND (t._removal_at IS NULL OR (s.removal_at, s.removal_node,
             COALESCE(to_json(s.removal_reason)::text, 'null') COLLATE "C") > (t._removal_at, t._removal_node,
             COALESCE(to_json(t.removed_reason)::text, 'null') COLLATE "C"))) AS w_removal`,
        ]
      : []),
    ...(hasMore ? ['x.more_values, x.more_clocks'] : []),
    '(s.whole AND (s.clock_at, s.clock_node) > (t._clock_at, t._clock_node)) AS rebased',
    ...given.map(({ name }) => `s.f_${name}`),
    ...given.map((field) => `${wins(field)} AS w_${field.name}`),
  ];
  const more = hasMore
    ? `LEFT JOIN LATERAL (
         SELECT jsonb_object_agg(e.key, e.value) AS more_values, jsonb_object_agg(e.key, s.clocks->e.key) AS more_clocks
         FROM jsonb_each(s.more) e
         WHERE ${later('(s.clocks->e.key)', '(t._clocks->e.key)')} OR (s.clocks->e.key = t._clocks->e.key
           AND e.value::text COLLATE "C" > COALESCE(t.extra->e.key, 'null')::text COLLATE "C")
       ) x ON true`
    : '';
  return `SELECT ${columns.join(', ')} FROM ${stagingTable(plan.table)} s
    JOIN ${plan.into} t ON ${sameRow(plan)} ${more} WHERE s.pass = $2 AND s.oldest_at <= t._newest_at`;
}

/** Clocks after the merge: of every field whose clock is not that of the row, and of emptied ones. */
function clocksObject(plan: MergePlan): string {
  const own = `CASE WHEN m.rebased THEN jsonb_build_array(m.clock_at, m.clock_node)
     ELSE jsonb_build_array(t._clock_at, t._clock_node) END`;
  const pairs = plan.given.map((field) => {
    const { name } = field;
    const winning = `CASE WHEN m.w_${name} THEN COALESCE(m.clocks->'${name}', jsonb_build_array(m.clock_at, m.clock_node))
      ELSE ${standingClock(field)} END`;
    const isEmptied = `(CASE WHEN m.w_${name} THEN m.f_${name} ELSE t.${field.column} END) IS NULL`;
    return `'${name}', CASE WHEN ${isEmptied} THEN ${winning} ELSE NULLIF(${winning}, ${own}) END`;
  });
  const names = plan.given.map(({ name }) => `'${name}'`).join(', ');
  const parts: string[] = [];
  for (let i = 0; i < pairs.length; i += PAIRS_IN_A_CALL)
    parts.push(`jsonb_strip_nulls(jsonb_build_object(${pairs.slice(i, i + PAIRS_IN_A_CALL).join(', ')}))`);
  if (plan.hasMore) parts.push(`COALESCE(m.more_clocks, '{}')`);
  return [`(COALESCE(t._clocks, '{}') - ARRAY[${names}]::text[])`, ...parts].join(' || ');
}

/** A record that begins with a part of its row has no clock for the rest: whatever comes later is newer. */
async function addRows(
  session: Session,
  plan: MergePlan,
  pass: number,
): Promise<{ readonly rows: number; readonly current: number }> {
  const row = await rowOf<{ rows: number; current: number }>(
    session,
    `WITH added AS (
       INSERT INTO ${plan.into} (_town, id, created_at, updated_at, removed_at, removed_reason, _clock_at, _clock_node,
         _newest_at, _removal_at, _removal_node, _author, _arrival, _clocks, extra${plan.given.map(({ column }) => `, ${column}`).join('')})
       SELECT ${literal(plan.town)}, s.id, ${instantOf('CASE WHEN s.whole THEN s.clock_at ELSE s.newest_at END')},
         ${instantOf('s.newest_at')},
         CASE WHEN s.removal_reason IS NULL THEN NULL ELSE ${instantOf('s.removal_at')} END, s.removal_reason,
         CASE WHEN s.whole THEN s.clock_at ELSE 0 END, CASE WHEN s.whole THEN s.clock_node ELSE '' END,
         s.newest_at, s.removal_at, s.removal_node, s.author, $1, s.clocks, NULLIF(jsonb_strip_nulls(s.more), '{}')
         ${plan.given.map(({ name }) => `, s.f_${name}`).join('')}
       FROM ${stagingTable(plan.table)} s
       WHERE s.pass = $2 AND NOT EXISTS (SELECT 1 FROM ${plan.into} t WHERE ${sameRow(plan)})
       RETURNING removed_at
     ) SELECT count(*) AS rows, count(*) FILTER (WHERE removed_at IS NULL) AS current FROM added`,
    [plan.arrival, pass],
  );
  return row ?? { rows: 0, current: 0 };
}
