import { dateText, decodeEscapes, numberText } from './cell-text.ts';
import { limits } from './limits.ts';
import type { StringTable } from './shared-strings.ts';
import { SheetRefused } from './sheet-refused.ts';
import type { SheetRow } from './sheet-row.ts';
import { xmlPieces, type XmlListener } from './xml-events.ts';

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly strings: StringTable;
  readonly dateStyles: readonly boolean[];
  readonly is1904: boolean;
}

/** Rows found in one piece of the part, and how far the part was read (unpacked bytes). */
export interface RowsPiece {
  readonly rows: readonly SheetRow[];
  readonly bytes: number;
  /** Last row by the sheet's own `dimension`, 0 when it gives none. Not to be trusted beyond a progress bar. */
  readonly lastRow: number;
}

/** Reads a worksheet part row by row; empty rows and empty cells cost nothing. */
export async function* worksheetRows(
  part: AsyncIterable<Buffer>,
  context: CellContext,
): AsyncGenerator<RowsPiece> {
  const listener = new RowListener(context);
  for await (const bytes of xmlPieces(part, listener)) {
    if (listener.rows.length > 0) yield { rows: listener.takeRows(), bytes, lastRow: listener.lastRow };
  }
}

/** Turns elements of `sheetData` into rows. A class, because the parser calls it some ten million times per sheet. */
class RowListener implements XmlListener {
  rows: SheetRow[] = [];
  lastRow = 0;
  readonly #context: CellContext;
  #row = 0;
  #cells: string[] = [];
  #faults: number[] | null = null;
  #column = -1;
  #type = 'n';
  #style = 0;
  #text = '';
  #element: 'row' | 'c' | 'dimension' | '' = '';
  #takesText = false;
  #phonetic = 0;

  constructor(context: CellContext) {
    this.#context = context;
  }

  takeRows(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string): void {
    switch (name) {
      case 'c':
        this.#element = 'c';
        this.#column += 1;
        this.#type = 'n';
        this.#style = 0;
        this.#text = '';
        break;
      case 'v':
      case 't':
        this.#takesText = this.#phonetic === 0;
        this.#element = '';
        break;
      case 'row':
        this.#element = 'row';
        this.#startRow();
        break;
      case 'rPh':
        this.#phonetic += 1;
        break;
      default:
        this.#element = name === 'dimension' ? 'dimension' : '';
    }
  }

  attribute(name: string, value: string): void {
    if (this.#element === 'c') {
      if (name === 'r') this.#column = columnOf(value);
      else if (name === 't') this.#type = value;
      else if (name === 's') this.#style = Number(value);
    } else if (this.#element === 'row' && name === 'r') this.#setRow(value);
    else if (this.#element === 'dimension' && name === 'ref') {
      this.lastRow = Math.min(Number(/\d+$/.exec(value)?.[0] ?? 0), limits.rows);
    }
  }

  text(data: string): void {
    if (!this.#takesText) return;
    this.#text = this.#text === '' ? data : this.#text + data;
    // `_x000D_` may stand for one character, hence the generous factor.
    if (this.#text.length > limits.cellCharacters * 7)
      throw new SheetRefused('cell-too-long', { row: this.#row });
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#takesText = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
    else if (name === 'rPh') this.#phonetic -= 1;
  }

  #startRow(): void {
    this.#row += 1;
    this.#cells = [];
    this.#faults = null;
    this.#column = -1;
    if (this.#row > limits.rows) throw new SheetRefused('too-many-rows', { max: limits.rows });
  }

  #setRow(value: string): void {
    const row = Number(value);
    if (!Number.isInteger(row) || row < 1 || row > limits.rows) throw new SheetRefused('damaged');
    this.#row = row;
  }

  #endCell(): void {
    const text = this.#cellText();
    if (text === '') return;
    if (this.#column >= limits.columns) throw new SheetRefused('too-many-columns', { max: limits.columns });
    for (let empty = this.#cells.length; empty < this.#column; empty += 1) this.#cells.push('');
    this.#cells[this.#column] = text;
    if (this.#type === 'e') (this.#faults ??= []).push(this.#column);
  }

  #cellText(): string {
    if (this.#text === '') return '';
    switch (this.#type) {
      case 's':
        return this.#context.strings.at(Number(this.#text)) ?? '';
      case 'n':
        return this.#context.dateStyles[this.#style] === true
          ? dateText(this.#text, this.#context.is1904)
          : numberText(this.#text);
      case 'b':
        return this.#text === '1' || this.#text === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return this.#text.replace('T', ' ').replace(/ 00:00(:00(\.0+)?)?Z?$/, '');
      default:
        return decodeEscapes(this.#text);
    }
  }

  #endRow(): void {
    if (this.#cells.length === 0) return;
    this.rows.push({ row: this.#row, cells: this.#cells, faults: this.#faults });
  }
}

/** 0-based column of a reference: `A1` → 0, `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i += 1) {
    const letter = reference.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (column === 0) throw new SheetRefused('damaged');
  return column - 1;
}
