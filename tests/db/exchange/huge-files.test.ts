import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSheet } from '../../../db/exchange/sheet/read/open-sheet.ts';
import { zh } from '../../../renderer/text/zh.ts';
import { refusalOf, scratchFolder } from './crafted-xlsx.ts';

const MiB = 1024 * 1024;
const GiB = 1024 * MiB;
/** What reading may take beyond what was there: pieces under way and garbage not yet collected. */
const MOST_MEMORY = 250 * MiB;

const place = (name: string): string => path.join(scratchFolder(onTestFinished), name);

/** Reads a whole sheet, keeping nothing; gives its rows and the memory it took at most. */
async function readThrough(file: string): Promise<{ readonly rows: number; readonly memory: number }> {
  const before = process.memoryUsage.rss();
  const opened = await openSheet(file);
  let rows = 0;
  let memory = 0;
  try {
    for await (const piece of opened.rows()) {
      rows += piece.rows.length;
      memory = Math.max(memory, process.memoryUsage.rss() - before);
    }
  } finally {
    opened.close();
  }
  return { rows, memory };
}

/** A piece of a part: what it unpacks to, and how often it stands in a row. */
interface Run {
  readonly content: Buffer;
  readonly times: number;
}

/**
 * Writes a workbook whose sheet may be of any size. A run is packed once and then repeated: after a full flush
 * (RFC 1951, Z_FULL_FLUSH) a deflate stream owes nothing to what went before.
 */
function writeHugeXlsx(file: string, runs: readonly Run[]): void {
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const handle = openSync(file, 'w');
  const central: Buffer[] = [];
  let at = 0;
  const write = (bytes: Buffer): void => {
    writeSync(handle, bytes);
    at += bytes.length;
  };
  const add = (entry: Buffer, parts: readonly Run[]): void => {
    const start = at;
    let sum = 0;
    let size = 0;
    const packed = parts.map(({ content }) =>
      deflateRawSync(content, { finishFlush: constants.Z_FULL_FLUSH }),
    );
    const end = deflateRawSync(Buffer.alloc(0));
    const packedSize = parts.reduce(
      (total, { times }, i) => total + times * (packed[i]?.length ?? 0),
      end.length,
    );
    for (const { content, times } of parts) {
      size += content.length * times;
      for (let i = 0; i < times; i += 1) sum = crc32(content, sum);
    }
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(sum, 10);
    facts.writeUInt32LE(packedSize, 14);
    facts.writeUInt32LE(size, 18);
    facts.writeUInt16LE(entry.length, 22);
    write(Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, entry]));
    for (const [i, { times }] of parts.entries()) for (let k = 0; k < times; k += 1) write(packed[i] ?? end);
    write(end);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(start, 10);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), facts, tail, entry]));
  };
  for (const [part, content] of Object.entries(smallParts))
    add(Buffer.from(part), [{ content: Buffer.from(content), times: 1 }]);
  add(name, runs);
  const start = at;
  const directory = Buffer.concat(central);
  write(directory);
  const last = Buffer.alloc(18);
  last.writeUInt16LE(central.length, 4);
  last.writeUInt16LE(central.length, 6);
  last.writeUInt32LE(directory.length, 8);
  last.writeUInt32LE(start, 12);
  write(Buffer.concat([Buffer.from('PK\u0005\u0006'), last]));
  closeSync(handle);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const smallParts = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="人口" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
} as const;

const head = Buffer.from(`<worksheet xmlns="${main}"><sheetData>`);
const tail = Buffer.from('</sheetData></worksheet>');
const rowOf = (text: string): string => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;

describe('a sheet of more than a gigabyte', () => {
  test(
    'packed as only a machine packs it is refused before anything is unpacked, in words',
    { timeout: 30_000 },
    async () => {
      const file = place('bomb.xlsx');
      const content = Buffer.from(rowOf('x').repeat(150_000));
      const times = Math.ceil(GiB / content.length) + 1;
      writeHugeXlsx(file, [
        { content: head, times: 1 },
        { content, times },
        { content: tail, times: 1 },
      ]);
      expect(statSync(file).size).toBeLessThan(20 * MiB);
      const before = process.memoryUsage.rss();

      expect(await refusalOf(file)).toBe('too-large');

      expect(process.memoryUsage.rss() - before).toBeLessThan(60 * MiB);
      expect(zh['failure.exchange.too-large']).toMatch(/文件.*没有/);
    },
  );

  test('packed as real sheets are is read to its end in bounded memory', { timeout: 30_000 }, async () => {
    const file = place('large.xlsx');
    // Long remarks whose characters repeat as little as those of real texts: packed about 1 : 10.
    const remark = (i: number): string =>
      Array.from({ length: 6000 }, (_, k) =>
        String.fromCharCode(0x4e00 + (((i * 6007 + k) * 7919) % 2000)),
      ).join('');
    const rows = Array.from({ length: 200 }, (_, i) => rowOf(remark(i)));
    const content = Buffer.from(rows.join(''));
    const times = Math.ceil(GiB / content.length) + 1;
    writeHugeXlsx(file, [
      { content: head, times: 1 },
      { content, times },
      { content: tail, times: 1 },
    ]);

    const read = await readThrough(file);

    expect(read.rows).toBe(rows.length * times);
    expect(read.memory).toBeLessThan(MOST_MEMORY);
  });

  test('as text is read to its end in bounded memory', { timeout: 30_000 }, async () => {
    const file = place('large.csv');
    const content = Buffer.from(`张伟,13800138000,${'虎门镇太沙路一百二十号'.repeat(180)}\n`.repeat(1000));
    const times = Math.ceil(GiB / content.length) + 1;
    const handle = openSync(file, 'w');
    for (let i = 0; i < times; i += 1) writeSync(handle, content);
    closeSync(handle);
    expect(statSync(file).size).toBeGreaterThan(GiB);

    const read = await readThrough(file);

    expect(read.rows).toBe(1000 * times);
    expect(read.memory).toBeLessThan(MOST_MEMORY);
  });
});
