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
  for await (const { head, piece } of headThenRows(file, input)) {
    if (head) {
      map = rowMapper(input.ledger, head, { ...input, finder });
      yield { kind: 'head', head };
    }
    lastRow = piece.lastRow;
    for (const row of piece.rows) {
      const mapped = map?.(row);
      if (!mapped) continue;
      pending.push(mapped);
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
): AsyncGenerator<{ readonly head: SheetHead | null; readonly piece: RowsRead }> {
  let held: SheetRow[] | null = [];
  let lastRow = 0;
  const found = (rows: readonly SheetRow[]) => {
    const head = chosenHead(rows, input);
    return { head, piece: { rows: rows.filter((r) => r.row > head.headerRow), lastRow } };
  };
  for await (const piece of file.rows(input.sheet)) {
    lastRow = piece.lastRow;
    if (held === null) {
      yield { head: null, piece };
      continue;
    }
    held.push(...piece.rows);
    if ((held.at(-1)?.row ?? 0) <= limits.headerRows) continue;
    yield found(held);
    held = null;
  }
  if (held !== null) yield found(held);
}

function chosenHead(rows: readonly SheetRow[], { ledger, mapping }: MapSheetInput): SheetHead {
  const recognised = locateHeader(ledger, rows);
  const head = mapping ? withMapping(recognised, mapping) : recognised;
  if (head.fields.every((f) => f === null)) throw new SheetRefused('no-header', { rows: limits.headerRows });
  return head;
}
