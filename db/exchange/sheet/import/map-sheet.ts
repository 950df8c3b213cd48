import type { AnyLedger } from '../../../model/define-ledger.ts';
import { EntriesFinder } from '../../../model/derive/search-entries.ts';
import type { Names } from '../../../model/field-kind.ts';
import { limits } from '../read/limits.ts';
import type { RowsRead, SheetFile } from '../read/open-sheet.ts';
import { SheetRefused } from '../read/sheet-refused.ts';
import type { SheetRow } from '../read/sheet-row.ts';
import { chunkOf, type MappedChunk } from './chunk.ts';
import type { ColumnMapping, MappedRow, SheetHead } from './import-types.ts';
import { locateHeader, withMapping } from './locate-header.ts';
import { rowMapper } from './map-rows.ts';
import { spreadColumns, spreadTitles } from './spread-columns.ts';

/** What reading a sheet for a ledger needs to know. */
export interface MapSheetInput {
  readonly ledger: AnyLedger;
  readonly sheet?: string;
  /** Columns as chosen by the user; default: as recognised. */
  readonly mapping?: readonly ColumnMapping[];
  readonly names: Names;
  /** `YYYY-MM-DD`, for rules such as "not after today". */
  readonly today: string;
  readonly chunkRows: number;
}

/** First the head, then the rows in chunks. */
export type MapSheetEvent =
  | { readonly kind: 'head'; readonly head: SheetHead }
  | { readonly kind: 'chunk'; readonly chunk: MappedChunk };

/** Reads, maps and checks a sheet without touching a database. Throws `SheetRefused`. */
export async function* mapSheet(file: SheetFile, input: MapSheetInput): AsyncGenerator<MapSheetEvent> {
  let map: ((row: SheetRow) => MappedRow | null) | null = null;
  const finder = new EntriesFinder(input.ledger);
  let pending: MappedRow[] = [];
  let lastRow = 0;
  let spread = (row: SheetRow): readonly SheetRow[] => [row];
  for await (const { found, piece } of headThenRows(file, input)) {
    if (found) {
      map = rowMapper(input.ledger, found.head, { ...input, finder });
      spread = found.rowsOf;
      yield { kind: 'head', head: found.head };
    }
    lastRow = piece.lastRow;
    for (const row of piece.rows) {
      // A row of the sheet that became several stays in one chunk: a resumed import goes on behind whole rows.
      const mapped = spread(row).flatMap((one) => map?.(one) ?? []);
      pending.push(...mapped);
      if (pending.length < input.chunkRows) continue;
      yield { kind: 'chunk', chunk: chunkOf(pending, { entries: finder.take(), lastRow }) };
      pending = [];
    }
  }
  if (pending.length > 0)
    yield { kind: 'chunk', chunk: chunkOf(pending, { entries: finder.take(), lastRow }) };
}

/** Holds the first rows back until the head is found, then passes everything below it on. */
async function* headThenRows(
  file: SheetFile,
  input: MapSheetInput,
): AsyncGenerator<{ readonly found: FoundHead | null; readonly piece: RowsRead }> {
  let held: SheetRow[] | null = [];
  let lastRow = 0;
  const begin = (rows: readonly SheetRow[]) => {
    const found = chosenHead(rows, input);
    return { found, piece: { rows: rows.filter((r) => r.row > found.head.headerRow), lastRow } };
  };
  for await (const piece of file.rows(input.sheet)) {
    lastRow = piece.lastRow;
    if (held === null) {
      yield { found: null, piece };
      continue;
    }
    held.push(...piece.rows);
    if ((held.at(-1)?.row ?? 0) <= limits.headerRows) continue;
    yield begin(held);
    held = null;
  }
  if (held !== null) yield begin(held);
}

/** The head rows are read with, and what a row of the sheet becomes under it. */
export interface FoundHead {
  readonly head: SheetHead;
  readonly rowsOf: (row: SheetRow) => readonly SheetRow[];
}

function chosenHead(
  rows: readonly SheetRow[],
  { ledger, mapping, names }: Pick<MapSheetInput, 'ledger' | 'mapping' | 'names'>,
): FoundHead {
  const { head: recognised, rowsOf } = findHead(ledger, rows, names);
  const head = mapping ? withMapping(recognised, mapping) : recognised;
  if (head.fields.every((f) => f === null)) throw new SheetRefused('no-header', { rows: limits.headerRows });
  return { head, rowsOf };
}

/** The head of a sheet as recognised, in the long form where every code has a column of its own. */
export function findHead(ledger: AnyLedger, rows: readonly SheetRow[], names: Names): FoundHead {
  const head = locateHeader(ledger, rows, spreadTitles(ledger, names));
  const above = rows.filter((row) => row.row < head.headerRow);
  return spreadColumns(ledger, { head, above, names }) ?? { head, rowsOf: (row) => [row] };
}
