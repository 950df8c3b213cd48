import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { csvRows, detectCsv } from './csv-rows.ts';
import { limits } from './limits.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetRefused } from './sheet-refused.ts';
import type { SheetRow } from './sheet-row.ts';
import { readWorkbook } from './workbook-parts.ts';
import { worksheetRows } from './worksheet-rows.ts';
import { openZip } from './zip-parts.ts';

/** Rows as they come, with what a progress bar needs. */
export interface RowsRead {
  readonly rows: readonly SheetRow[];
  /** Last row the sheet claims to have; estimated from the share read where it claims nothing; 0 = unknown. */
  readonly lastRow: number;
}

/** An open sheet file. `close` it in any case. */
export interface SheetFile {
  /** Names of the visible sheets; a CSV file has one, named like the file. */
  readonly sheets: readonly string[];
  /** Streams one sheet (default: the first visible one). May be called again. */
  rows(sheet?: string): AsyncGenerator<RowsRead>;
  close(): void;
}

/** Opens an .xlsx or a .csv file by what it really is. Throws `SheetRefused`, also while rows are read. */
export async function openSheet(file: string): Promise<SheetFile> {
  const head = await readHead(file);
  const kind = kindOf(head, file);
  if (kind === 'ole') throw new SheetRefused((await isEncryptedOffice(file)) ? 'encrypted' : 'old-excel');
  if (kind === 'csv') return openCsv(file);
  if (kind === 'zip') return openWorkbook(file);
  throw new SheetRefused('not-a-sheet');
}

async function readHead(file: string): Promise<Buffer> {
  try {
    if (!(await stat(file)).isFile()) throw new SheetRefused('no-file');
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    throw new SheetRefused('no-file');
  }
}

function kindOf(head: Buffer, file: string): 'zip' | 'ole' | 'csv' | 'other' {
  if (head.subarray(0, 2).toString('latin1') === 'PK') return 'zip';
  if (head.toString('hex') === 'd0cf11e0a1b11ae1') return 'ole';
  return /\.(csv|txt|tsv)$/i.test(file) ? 'csv' : 'other';
}

/** A password-protected .xlsx is an OLE file with a stream of this name (MS-OFFCRYPTO 2.3.4.4). */
async function isEncryptedOffice(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8 * 1024 * 1024), 0, 8 * 1024 * 1024, 0);
    return buffer.subarray(0, bytesRead).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  } finally {
    await handle.close();
  }
}

async function openCsv(file: string): Promise<SheetFile> {
  const form = await detectCsv(file);
  const name = path.basename(file).replace(/\.\w+$/, '');
  const { size } = await stat(file);
  return {
    sheets: [name],
    async *rows() {
      let characters = 0;
      let count = 0;
      for await (const rows of csvRows(file, form)) {
        count += rows.length;
        for (const row of rows) for (const cell of row.cells) characters += cell.length + 1;
        // Three bytes a Chinese character, one a digit: half way is close enough for a progress bar.
        yield { rows, lastRow: Math.max(count, Math.round((count * size) / (characters * 1.8))) };
      }
    },
    close() {},
  };
}

async function openWorkbook(file: string): Promise<SheetFile> {
  const zip = await openZip(file);
  try {
    const workbook = await readWorkbook(zip);
    const visible = workbook.sheets.filter((s) => !s.isHidden);
    return {
      sheets: (visible.length > 0 ? visible : workbook.sheets).map((s) => s.name),
      async *rows(name) {
        const sheet = workbook.sheets.find(
          (s) => s.name === (name ?? (visible[0] ?? workbook.sheets[0])?.name),
        );
        if (!sheet) throw new SheetRefused('unknown-sheet', { sheet: name ?? '' });
        const strings = await readSharedStrings(zip, workbook.stringsPart);
        const part = await zip.open(sheet.part, limits.sheetBytes);
        const { dateStyles, is1904 } = workbook;
        for await (const piece of worksheetRows(part, { strings, dateStyles, is1904 })) {
          yield { rows: piece.rows, lastRow: piece.lastRow };
        }
      },
      close: () => zip.close(),
    };
  } catch (cause) {
    zip.close();
    throw cause;
  }
}
