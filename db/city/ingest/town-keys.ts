import { type Core, type Town } from '../core.ts';
import { rowOf, rowsOf, type Session } from '../database.ts';
import { townTable } from '../schema/ledger-tables.ts';
import type { CityTable } from '../schema/city-table.ts';

/** Condition of a row that is current and has a whole natural key. */
export const hasKey = (row: string, { key }: CityTable): string =>
  [`${row}.removed_at IS NULL`, ...key.map((column) => `${row}.${column} IS NOT NULL`)].join(' AND ');

/** Hash of the natural key of `t`; the ledger's number in it keeps equal keys of two ledgers apart. */
function hashOf(core: Core, table: CityTable): string {
  const parts = table.key.map((column) => `t.${column}::text`).join(', ');
  return `hashtextextended(concat_ws(E'\\x1f', ${parts}), ${core.registry.numberById.get(table.name) ?? 0})`;
}

/** How far the keys of a new town's part have been entered. */
export interface KeyProgress {
  /** Place of the last row that was looked at. */
  after: string;
  /** Two of its keys are equal, or seem so by their hashes. */
  hasEqual: boolean;
}

/** Before the first row. */
export const noKeys = (): KeyProgress => ({ after: '(0,0)', hasEqual: false });

/**
 * Enters the keys of the rows that came last into a new town's part. In pieces, because the server has nothing else to do
 * while the next rows are judged. What enters early harms nobody: keys are where to look, not what is there.
 */
export async function enterFreshKeys(
  core: Core,
  session: Session,
  {
    table,
    town,
    progress,
  }: { readonly table: CityTable; readonly town: Town; readonly progress: KeyProgress },
): Promise<void> {
  const part = townTable(table, town.serial, core.layout);
  const row = await rowOf<{ last: string | null; equal: number }>(
    session,
    `WITH key AS MATERIALIZED (
       SELECT ${hashOf(core, table)} AS hash FROM ${part} t WHERE t.ctid > $1::tid AND ${hasKey('t', table)}
     ), entered AS (
       INSERT INTO city_key (hash, town) SELECT hash, ${town.serial} FROM key ORDER BY hash
       ON CONFLICT DO NOTHING RETURNING 1
     )
     SELECT (SELECT max(t.ctid)::text FROM ${part} t WHERE t.ctid > $1::tid) AS last,
       (SELECT count(*) FROM key) - (SELECT count(*) FROM entered) AS equal`,
    [progress.after],
  );
  progress.after = row?.last ?? progress.after;
  progress.hasEqual ||= (row?.equal ?? 0) > 0;
}

/** Rows whose key may be new: those of `from` that `where` holds for, joined to the town's rows `t`. */
export interface KeyRows {
  readonly table: CityTable;
  readonly town: Town;
  readonly rows: string;
  readonly where: string;
}

/** Enters new keys of a town that has had others before. */
export async function enterKeys(core: Core, session: Session, of: KeyRows): Promise<void> {
  await rowsOf(
    session,
    `INSERT INTO city_key (hash, town)
     SELECT DISTINCT ${hashOf(core, of.table)} AS hash, ${of.town.serial}
     FROM ${of.rows} WHERE ${of.where} AND ${hasKey('t', of.table)} ORDER BY hash
     ON CONFLICT DO NOTHING`,
  );
}

/**
 * Other towns that have had one of these keys. Each is looked up by itself, in the order of the index: the planner would
 * rather read the keys of all towns (OFFSET 0 keeps it from that).
 */
export async function townsWithKeys(core: Core, session: Session, of: KeyRows): Promise<readonly Town[]> {
  const towns = await rowsOf<{ code: string; name: string; serial: number }>(
    session,
    `WITH key AS MATERIALIZED (
       SELECT ${hashOf(core, of.table)} AS hash FROM ${of.rows} WHERE ${of.where} AND ${hasKey('t', of.table)} ORDER BY hash
     )
     SELECT code, name, serial FROM city_town WHERE is_loaded AND serial IN (
       SELECT k.town FROM key
       CROSS JOIN LATERAL (SELECT c.town FROM city_key c WHERE c.hash = key.hash AND c.town <> ${of.town.serial} OFFSET 0) k)`,
  );
  return towns.map((row) => ({ ...row, isLoaded: true }));
}
