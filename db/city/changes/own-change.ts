import { createHash } from 'node:crypto';
import type { Stored } from '../../model/field-kind.ts';
import type { Clock } from '../../model/sync/clock.ts';
import { removedField } from '../../model/sync/removal-race.ts';
import { literal, rowOf, run, type Session } from '../database.ts';
import type { CityTable } from '../schema/city-table.ts';

/** A change made at the city to one record. */
export interface OwnChange {
  readonly table: CityTable;
  /** Table with the town's rows. */
  readonly into: string;
  readonly town: string;
  readonly id: string;
  readonly values: Readonly<Record<string, Stored>>;
  readonly removal?: { readonly reason: string | null } | undefined;
  readonly isCreation: boolean;
  readonly author: string;
  readonly node: string;
  readonly now: Date;
}

interface StandingClocks {
  readonly _newest_at: number;
  readonly _clock_at: number;
  readonly _clock_node: string;
  readonly _clocks: Readonly<Record<string, Clock>> | null;
  readonly _removal_at: number | null;
  readonly _removal_node: string | null;
}

/** Clocks of the values a change replaces: whoever sends one of them again, or an older one, tells nothing new. */
function overruledBy(
  fields: readonly string[],
  before: StandingClocks | null,
): Readonly<Record<string, Clock>> {
  if (before === null) return {};
  const own: Clock = [before._clock_at, before._clock_node];
  const removal: Clock = [before._removal_at ?? 0, before._removal_node ?? ''];
  return Object.fromEntries(
    fields.map((field) => [field, field === removedField ? removal : (before._clocks?.[field] ?? own)]),
  );
}

/** Ticks of a clock's reading within one millisecond. */
const TICKS = 1024;

/**
 * Writes a change with the city's clock and the next position of its log. The clock is later than anything in the row,
 * so that what the city decided stands. The log's row is locked until the end: positions come without gaps or races.
 */
export async function writeOwnChange(session: Session, change: OwnChange): Promise<number> {
  const self = await rowOf<{ position: number; tip: string; last_clock: number }>(
    session,
    'SELECT position, tip, last_clock FROM city_self FOR UPDATE',
  );
  if (self === null) throw new Error('the city has no row of its own');
  const before = await rowOf<StandingClocks>(
    session,
    `SELECT _newest_at, _clock_at, _clock_node, _clocks, _removal_at, _removal_node FROM ${change.into}
     WHERE _town = ${literal(change.town)} AND id = $1 FOR UPDATE`,
    [change.id],
  );
  const at = Math.max(change.now.getTime() * TICKS, self.last_clock + 1, (before?._newest_at ?? 0) + 1);
  if (change.isCreation) await insertRow(session, change, at);
  else await updateRow(session, change, at);
  const position = self.position + 1;
  const fields = [...Object.keys(change.values), ...(change.removal === undefined ? [] : [removedField])];
  const { table, town, id, values, removal, author, node } = change;
  const content = JSON.stringify([position, table.name, town, id, values, removal ?? null, at, node, author]);
  const tip = createHash('sha256').update(self.tip).update(content).digest('hex');
  await run(
    session,
    `INSERT INTO city_change (position, town, ledger, id, is_creation, fields, overruled, author, at, tip)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      position,
      town,
      table.name,
      id,
      change.isCreation,
      fields,
      JSON.stringify(overruledBy(fields, before)),
      author,
      change.now,
      tip,
    ],
  );
  await run(session, 'UPDATE city_self SET position = $1, tip = $2, last_clock = $3', [position, tip, at]);
  return position;
}

async function updateRow(session: Session, change: OwnChange, at: number): Promise<void> {
  const { values, removal, node, author, id } = change;
  const names = Object.keys(values);
  const clocks = Object.fromEntries(names.map((name) => [name, [at, node]]));
  const sets = names.map((name, i) => `"${name}" = $${i + 6}`);
  const where = `_town = ${literal(change.town)} AND id = $1`;
  await run(
    session,
    `UPDATE ${change.into} SET ${[...sets, ''].join(', ')}
       _clocks = COALESCE(_clocks, '{}') || $2::jsonb, _newest_at = $3::bigint, updated_at = $4, _author = $5,
       version = version + 1
     WHERE ${where}`,
    [id, JSON.stringify(clocks), at, instantOf(at), author, ...names.map((name) => values[name])],
  );
  if (removal === undefined) return;
  const removedAt = removal.reason === null ? null : instantOf(at);
  await run(
    session,
    `UPDATE ${change.into} SET removed_at = $2, removed_reason = $3, _removal_at = $4, _removal_node = $5 WHERE ${where}`,
    [id, removedAt, removal.reason, at, node],
  );
}

async function insertRow(session: Session, change: OwnChange, at: number): Promise<void> {
  const { values, node, author, id, town } = change;
  const names = Object.keys(values);
  await run(
    session,
    `INSERT INTO ${change.into} (_town, id, created_at, updated_at, _clock_at, _clock_node, _newest_at, _author,
       _arrival${names.map((name) => `, "${name}"`).join('')})
     VALUES ($1, $2, $3, $3, $4, $5, $4, $6, 0${names.map((_, i) => `, $${i + 7}`).join('')})`,
    [town, id, instantOf(at), at, node, author, ...names.map((name) => values[name])],
  );
}

const instantOf = (reading: number): Date => new Date(Math.floor(reading / TICKS));
