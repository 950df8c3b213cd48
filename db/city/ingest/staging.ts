import type { Stored } from '../../model/field-kind.ts';
import type { Clock } from '../../model/sync/clock.ts';
import { clockOf } from '../../model/sync/lines.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { run, type Session } from '../database.ts';
import type { CityField, CityTable } from '../schema/city-table.ts';
import { copied } from './copy.ts';
import { newestOf } from './record-merge.ts';

/** Temporary table in which a package's rows of a ledger wait for the merge. */
export const stagingTable = (table: CityTable): string => `staged_${table.base}`;

/**
 * `pass`: rows of one record that came twice in a package are merged one after the other. `given`: which fields the row
 * brings, by the bits of the table. Fields a record was created without say nothing: they have no clock anywhere.
 */
const stagingColumns = [
  'pass integer NOT NULL DEFAULT 0',
  'town text COLLATE "C"',
  'id text COLLATE "C"',
  'whole boolean',
  'given bit varying',
  'clock_at bigint',
  'clock_node text COLLATE "C"',
  'oldest_at bigint',
  'newest_at bigint',
  'author text',
  'removal_at bigint',
  'removal_node text COLLATE "C"',
  'removal_reason text',
  'clocks jsonb',
  'more jsonb',
] as const;

/** Makes the temporary table once for a connection; it is empty again after every transaction. */
export async function makeStaging(session: Session, table: CityTable): Promise<void> {
  const fields = table.fields.map(({ name, type }) => `f_${name} ${type}`);
  await run(
    session,
    `CREATE TEMP TABLE IF NOT EXISTS ${stagingTable(table)} (${[...stagingColumns, ...fields].join(', ')})
     ON COMMIT DELETE ROWS`,
  );
}

/** COPY of the named fields into the staging table, in the order `stagedLine` writes. */
export function stagingCopy(table: CityTable, fields: readonly CityField[]): string {
  const columns = stagingColumns.slice(1).map((column) => column.split(' ')[0]);
  const names = fields.map(({ name }) => `f_${name}`);
  return `COPY ${stagingTable(table)} (${[...columns, ...names].join(', ')}) FROM STDIN`;
}

/** A record spelled for a table: what rows of staging and of the ledger share. */
export interface Spelled {
  /** Fields this version does not know, as JSON; `null` when there are none. */
  readonly more: string | null;
  /** Clocks that differ from the record's own, as JSON; of a part of a row, all. */
  readonly clocks: string | null;
  readonly newest: number;
}

/** Spells what a record brings beside its values. */
export function spelled(table: CityTable, record: SyncRecord): Spelled {
  // Nearly every row of a first package: nothing unknown, nothing changed since it was created.
  if (isPlain(table, record)) return { more: null, clocks: null, newest: record.clock[0] };
  const more = moreOf(table, record);
  const clocks = spelledClocks(record, more);
  return {
    more: more === null ? null : JSON.stringify(more),
    clocks: Object.keys(clocks).length === 0 ? null : JSON.stringify(clocks),
    newest: newestOf(record)[0],
  };
}

function isPlain({ fieldByName }: CityTable, { isWhole, values, clocks, removal }: SyncRecord): boolean {
  if (!isWhole || removal !== null) return false;
  for (const _ in clocks) return false;
  for (const name in values) if (!fieldByName.has(name)) return false;
  return true;
}

/** Which fields a record brings, by their bits. A whole row names an emptied field among its clocks only. */
export function givenBits(table: CityTable, { isWhole, values, clocks }: SyncRecord): readonly ('0' | '1')[] {
  return table.fields.map(({ name }) => (name in values || (isWhole && name in clocks) ? '1' : '0'));
}

function moreOf(
  table: CityTable,
  { values, clocks, isWhole }: SyncRecord,
): Readonly<Record<string, Stored>> | null {
  let more: Record<string, Stored> | null = null;
  // A whole row names an emptied field among its clocks only.
  for (const names of isWhole ? [values, clocks] : [values]) {
    for (const name in names) {
      if (table.fieldByName.has(name)) continue;
      more ??= {};
      more[name] = values[name] ?? null;
    }
  }
  return more;
}

/**
 * A whole row keeps the clocks that differ from its own; fields unknown here keep theirs always, because a version that
 * did not know them has no clock for them.
 */
function spelledClocks(
  record: SyncRecord,
  more: Readonly<Record<string, Stored>> | null,
): Readonly<Record<string, Clock>> {
  const clocks: Record<string, Clock> = {};
  if (record.isWhole) {
    for (const name in record.clocks) {
      const clock = clockOf(record, name);
      const isOwn = clock[0] === record.clock[0] && clock[1] === record.clock[1];
      // An empty field without a clock counts as never written.
      if (!isOwn || (record.values[name] ?? null) === null) clocks[name] = clock;
    }
    for (const name in more) clocks[name] = clockOf(record, name);
  } else for (const name in record.values) clocks[name] = clockOf(record, name);
  return clocks;
}

/** Oldest reading a part of a row brings; 0 when it brings nothing. */
function oldestIn(record: SyncRecord): number {
  let oldest = record.removal === null ? Number.POSITIVE_INFINITY : record.removal.clock[0];
  for (const name in record.values) oldest = Math.min(oldest, clockOf(record, name)[0]);
  return oldest === Number.POSITIVE_INFINITY ? 0 : oldest;
}

/** A record as the beginning of a line for `stagingCopy`. */
export function stagedHead(
  record: SyncRecord,
  { town, given, more, clocks, newest }: Spelled & { readonly town: string; readonly given: string },
): string {
  const { id, isWhole, clock, author, removal } = record;
  const head = [
    town,
    id,
    isWhole,
    given,
    clock[0],
    clock[1],
    isWhole ? 0 : oldestIn(record),
    newest,
    author,
    removal?.clock[0],
    removal?.clock[1],
    removal?.reason,
    clocks,
    more,
  ];
  return head.map(copied).join('\t');
}

/** A row of staging as it comes back. */
export type StagedRow = Readonly<Record<string, unknown>>;
