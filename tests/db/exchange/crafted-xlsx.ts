import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { openSheet } from '../../../db/exchange/sheet/read/open-sheet.ts';
import { SheetRefused, type RefusalCode } from '../../../db/exchange/sheet/read/sheet-refused.ts';
import type { SheetRow } from '../../../db/exchange/sheet/read/sheet-row.ts';

/** A folder that goes away with the test. */
export function scratchFolder(onTestFinished: (clean: () => void) => void): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sheet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Parts of a workbook to put together by hand; everything not given is minimal. */
export interface Craft {
  readonly sheetXml?: string;
  readonly stringsXml?: string;
  readonly stylesXml?: string;
  readonly workbookPr?: string;
  readonly contentTypes?: string;
  readonly sheetPart?: string;
  /** Further parts, also replacing the ones above. */
  readonly parts?: Readonly<Record<string, string | Buffer>>;
  readonly stored?: boolean;
  readonly zip64?: boolean;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `<sheetData>` of a whole worksheet part. */
export const worksheet = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;

/** A shared strings part from the inner XML of each `<si>`. */
export const strings = (...items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><sst xmlns="${main}" count="${items.length}" uniqueCount="${items.length}">${items.map((i) => `<si>${i}</si>`).join('')}</sst>`;

/** Puts a workbook together from raw XML, so that a test decides every byte. */
export async function craftXlsx(file: string, craft: Craft): Promise<void> {
  const sheetPart = craft.sheetPart ?? 'xl/worksheets/sheet1.xml';
  const target = sheetPart.startsWith('xl/') ? sheetPart.slice(3) : `/${sheetPart}`;
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml':
      craft.contentTypes ?? '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}">${craft.workbookPr ?? ''}<sheets><sheet name="人口" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${rel}/worksheet" Target="${target}"/><Relationship Id="r2" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml':
      craft.stylesXml ?? `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>`,
    [sheetPart]: craft.sheetXml ?? worksheet(''),
    ...(craft.stringsXml !== undefined && { 'xl/sharedStrings.xml': craft.stringsXml }),
    ...craft.parts,
  };
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    zip.addBuffer(Buffer.from(content), name, {
      compress: craft.stored !== true,
      forceZip64Format: craft.zip64 === true,
    });
  }
  zip.end({ forceZip64Format: craft.zip64 === true, comment: '' });
  // yazl's types call it a NodeJS.ReadableStream; it is a PassThrough.
  await pipeline(zip.outputStream as Readable, createWriteStream(file));
}

/** All rows of a file. */
export async function readRows(file: string, sheet?: string): Promise<SheetRow[]> {
  const opened = await openSheet(file);
  try {
    const rows: SheetRow[] = [];
    for await (const piece of opened.rows(sheet)) rows.push(...piece.rows);
    return rows;
  } finally {
    opened.close();
  }
}

/** Code of the refusal a file meets, `null` when it is read. */
export async function refusalOf(file: string): Promise<RefusalCode | null> {
  try {
    await readRows(file);
    return null;
  } catch (cause) {
    if (cause instanceof SheetRefused) return cause.refusal.code;
    throw cause;
  }
}
