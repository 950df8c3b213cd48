import type { SearchEntries } from '../../../model/derive/search-entries.ts';
import type { Value } from '../../../model/field-kind.ts';
import type { MappedRow, RowProblem } from './import-types.ts';

/**
 * Rows on their way from the reading thread to the writing one, by column: an array of texts crosses threads three
 * times cheaper than as many objects, and a row's object, made when its turn comes, is gone before the next one.
 */
export interface MappedChunk {
  /** Number of each row in the sheet. */
  readonly rows: Uint32Array;
  /** `MappedRow.given` by column of the sheet, then by row of the chunk. */
  readonly given: readonly Cells[];
  /** `MappedRow.derived` by field, then by row of the chunk; `undefined` = not derived for that row. */
  readonly derived: Readonly<Record<string, Cells>>;
  /** `MappedRow.raw` of all rows, joined; each ends where `rawEnds` says. */
  readonly raw: string;
  readonly rawEnds: Uint32Array;
  /** Rows with problems, by their place in the chunk. */
  readonly problems: ReadonlyMap<number, Problems>;
  /** What the search will hold of each row if it becomes a new record, by its place in the chunk. */
  readonly entries: SearchEntries;
  /** Last row of the sheet as far as known; 0 = unknown. */
  readonly lastRow: number;
}

type Cells = readonly (Value | undefined)[];
type Problems = Pick<MappedRow, 'unreadable' | 'broken'>;

const none: readonly RowProblem[] = [];

/** Rows as a chunk. */
export function chunkOf(
  rows: readonly MappedRow[],
  { entries, lastRow }: Pick<MappedChunk, 'entries' | 'lastRow'>,
): MappedChunk {
  const width = rows.reduce((most, row) => Math.max(most, row.given.length), 0);
  const derivedNames = new Set(rows.flatMap((row) => Object.keys(row.derived)));
  let end = 0;
  return {
    rows: Uint32Array.from(rows, (row) => row.row),
    given: Array.from({ length: width }, (_, column) => rows.map((row) => row.given[column])),
    derived: Object.fromEntries(
      [...derivedNames].map((name) => [name, rows.map((row) => row.derived[name])]),
    ),
    raw: rows.map((row) => row.raw).join(''),
    rawEnds: Uint32Array.from(rows, (row) => (end += row.raw.length)),
    problems: new Map(
      rows.flatMap(({ unreadable, broken }, i): [number, Problems][] =>
        unreadable.length + broken.length === 0 ? [] : [[i, { unreadable, broken }]],
      ),
    ),
    entries,
    lastRow,
  };
}

/** The rows of a chunk, one at a time. */
export function* rowsOf(chunk: MappedChunk): Generator<MappedRow> {
  const derived = Object.entries(chunk.derived);
  for (const [i, row] of chunk.rows.entries()) {
    const ofRow: Record<string, Value> = {};
    for (const [name, cells] of derived) {
      const value = cells[i];
      if (value !== undefined) ofRow[name] = value;
    }
    const problems = chunk.problems.get(i);
    yield {
      row,
      given: chunk.given.map((cells) => cells[i]),
      derived: ofRow,
      unreadable: problems?.unreadable ?? none,
      broken: problems?.broken ?? none,
      raw: chunk.raw.slice(i === 0 ? 0 : chunk.rawEnds[i - 1], chunk.rawEnds[i]),
    };
  }
}
