import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { SheetOut } from './sheet-out.ts';
import { packageParts, worksheetXml } from './sheet-xml.ts';

/** Level 3 packs our XML within 10 % of level 6 in half its time. */
const COMPRESSION = 3;

/** Writes a workbook of any length in flat memory: rows are pulled, turned into XML and packed as they come. */
export async function writeWorkbook(file: string, wanted: readonly SheetOut[]): Promise<void> {
  const names = sheetNames(wanted.map((s) => s.name));
  const sheets = wanted.map((sheet, i) => ({ ...sheet, name: names[i] ?? sheet.name }));
  const zip = new ZipFile();
  for (const [part, xml] of packageParts(sheets)) zip.addBuffer(Buffer.from(xml, 'utf8'), part);
  for (const [i, sheet] of sheets.entries()) {
    zip.addReadStreamLazy(
      `xl/worksheets/sheet${String(i + 1)}.xml`,
      { compressionLevel: COMPRESSION },
      (ready) => ready(null, passErrors(zip, Readable.from(worksheetXml(sheet), { objectMode: false }))),
    );
  }
  zip.end();
  // yazl's types call it a NodeJS.ReadableStream; it is a PassThrough.
  await writeThenRename(file, zip.outputStream as Readable);
}

/** An error while rows are read must end the whole file, not leave the zip waiting for ever. */
function passErrors(zip: ZipFile, rows: Readable): Readable {
  // yazl's types call it a NodeJS.ReadableStream; it is a PassThrough.
  const output = zip.outputStream as Readable;
  return rows.on('error', (cause) => output.destroy(cause));
}

/** Puts a stream into a file that appears under its name only when complete and on the disk. */
export async function writeThenRename(
  file: string,
  source: Readable | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const partial = `${file}.part`;
  try {
    await pipeline(source, createWriteStream(partial));
    const handle = await open(partial, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  } catch (cause) {
    await rm(partial, { force: true });
    throw cause;
  }
}

/** Excel allows 31 characters, none of `[]:*?/\`, no repetition and no apostrophe at the ends. */
function sheetNames(wanted: readonly string[]): string[] {
  const names: string[] = [];
  for (const name of wanted) {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .slice(0, 31)
        .trim() || 'Sheet';
    names.push(names.includes(clean) ? `${clean.slice(0, 27)} ${String(names.length + 1)}` : clean);
  }
  return names;
}
