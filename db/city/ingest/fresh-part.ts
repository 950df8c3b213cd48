import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { rowsOf, run, type Session } from '../database.ts';
import { type CityField, type CityTable, cityColumns } from '../schema/city-table.ts';
import { copied } from './copy.ts';
import { recordOfRow } from './rebuilt-record.ts';
import type { Spelled, StagedRow } from './staging.ts';

const headColumns = cityColumns
  .map((column) => column.split(' ')[0] ?? '')
  .filter((name) => name !== 'version');

/** COPY into the new part of a town's table; FREEZE, because nobody else can see the part before it is complete. */
export function freshCopy(part: string, fields: readonly CityField[]): string {
  const columns = fields.map(({ column }) => column);
  return `COPY ${part} (${[...headColumns, ...columns].join(', ')}) FROM STDIN WITH (FREEZE)`;
}

/** What lines of a fresh part share. */
export interface FreshHead {
  readonly town: string;
  readonly arrival: number;
}

/** An empty value in COPY's text form. */
const NONE = copied(null);

/** A whole record as the beginning of a line for `freshCopy`; the order is that of `cityColumns`. */
export function freshHead(record: SyncRecord, { more, clocks, newest }: Spelled, head: FreshHead): string {
  const { id, clock, removal, author } = record;
  const isRemoved = removal !== null && removal.reason !== null;
  const created = instantOf(clock[0]);
  const updated = newest === clock[0] ? created : instantOf(newest);
  const removedAt = isRemoved ? instantOf(removal.clock[0]) : NONE;
  const removing =
    removal === null ? `${NONE}\t${NONE}` : `${copied(removal.clock[0])}\t${copied(removal.clock[1])}`;
  return (
    `${head.town}\t${copied(id)}\t${created}\t${updated}\t${removedAt}\t${copied(removal?.reason)}` +
    `\t${clock[0]}\t${copied(clock[1])}\t${newest}\t${removing}\t${copied(author)}\t${head.arrival}` +
    `\t${copied(clocks)}\t${copied(more)}`
  );
}

/** Milliseconds are the upper part of a clock's reading. */
const instantOf = (reading: number): string => new Date(Math.floor(reading / 1024)).toISOString();

/**
 * A package that names a record twice would break the primary key. All but one state of such records leave the part;
 * they are merged like any later change.
 */
export async function takeRepeated(
  session: Session,
  table: CityTable,
  part: string,
): Promise<readonly SyncRecord[]> {
  const rows = await rowsOf<StagedRow>(
    session,
    `DELETE FROM ${part} p USING (
       SELECT id, min(ctid) AS first FROM ${part} GROUP BY id HAVING count(*) > 1
     ) twice WHERE p.id = twice.id AND p.ctid <> twice.first RETURNING p.*`,
  );
  return rows.map((row) => recordOfRow(table, row));
}

/** Enough memory to sort and to group a town's keys at once. */
export const allowIndexing = (session: Session): Promise<number> =>
  run(session, "SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL work_mem = '64MB'");
