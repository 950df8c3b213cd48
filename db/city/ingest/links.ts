import { literal, rowsOf, type Session } from '../database.ts';
import type { CityField, CityTable } from '../schema/city-table.ts';
import { type StagedRow, stagingTable } from './staging.ts';

/** Where rows are looked for that links point to. */
export interface LinkPlaces {
  /** Table with the town's rows of a ledger. */
  readonly townTable: (ledger: string) => string;
  /** Table and unit of the city's own rows, which every town may point to; `null` when it has none. */
  readonly cityTable: ((ledger: string) => string) | null;
  readonly city: string;
  /** Staging table of a ledger that has rows there; `null` when it has none. */
  readonly staged: (ledger: string) => string | null;
}

/** A row that points to a record nobody has. */
export interface Dangling {
  readonly table: CityTable;
  readonly field: string;
  readonly target: string;
  readonly row: StagedRow;
}

/** Rows that came in: in staging, or already in the fresh part of a new town. */
export interface Source {
  readonly table: CityTable;
  readonly from: string;
  /** Its column with the town. */
  readonly town: string;
  /** Fields any of its rows gives. */
  readonly given: readonly CityField[];
  readonly column: (field: CityField) => string;
}

/** Takes rows with dangling links out of where they came in. */
export async function takeDangling(
  session: Session,
  { table, from, town, given, column }: Source,
  places: LinkPlaces,
): Promise<readonly Dangling[]> {
  const found: Dangling[] = [];
  for (const field of given) {
    const { name, target } = field;
    if (target === null) continue;
    const link = `s.${column(field)}`;
    const rows = await rowsOf<StagedRow>(
      session,
      `DELETE FROM ${from} s WHERE ${link} IS NOT NULL AND ${absent({ link, target, town: `s.${town}` }, places)} RETURNING s.*`,
    );
    found.push(...rows.map((row) => ({ table, field: name, target, row })));
  }
  return found;
}

/** A record may point to itself, so the table itself is always among the places. */
function absent(
  { link, target, town }: { readonly link: string; readonly target: string; readonly town: string },
  { townTable, cityTable, city, staged }: LinkPlaces,
): string {
  const inTable = (table: string, unit: string): string =>
    `NOT EXISTS (SELECT 1 FROM ${table} o WHERE o._town = ${unit} AND o.id = ${link})`;
  const stagedTarget = staged(target);
  return [
    inTable(townTable(target), town),
    ...(cityTable === null ? [] : [inTable(cityTable(target), literal(city))]),
    ...(stagedTarget === null ? [] : [`NOT EXISTS (SELECT 1 FROM ${stagedTarget} w WHERE w.id = ${link})`]),
  ].join(' AND ');
}

/** Rows of staging as a source; only given links have a value there. */
export const stagedSource = (table: CityTable, given: readonly CityField[]): Source => ({
  table,
  from: stagingTable(table),
  town: 'town',
  given,
  column: ({ name }) => `f_${name}`,
});
