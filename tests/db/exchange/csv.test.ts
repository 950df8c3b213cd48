import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fc } from '../../fixtures/fc.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isRiskyText, neutralText, plainText } from '../../../db/exchange/sheet/write/neutral-text.ts';
import { readRows, refusalOf, scratchFolder } from './crafted-xlsx.ts';

/** `姓名,地址` / `曾伟,虎门镇` in GB18030, as a spreadsheet on a Chinese system saves it. */
const gb18030 = Buffer.from('d0d5c3fb2cb5d8d6b70d0ad4f8ceb02cbba2c3c5d5f20d0a', 'hex');

async function rowsOf(content: string | Buffer, name = 'a.csv'): Promise<(readonly string[])[]> {
  const file = path.join(scratchFolder(onTestFinished), name);
  writeFileSync(file, content);
  return (await readRows(file)).map((r) => r.cells);
}

describe('a CSV file', () => {
  const expected = [
    ['姓名', '地址'],
    ['曾伟', '虎门镇'],
  ];
  test('is read as UTF-8 with and without a mark, as GB18030, and as UTF-16', async () => {
    const text = '姓名,地址\r\n曾伟,虎门镇\r\n';
    expect(await rowsOf(text)).toEqual(expected);
    expect(await rowsOf(`\ufeff${text}`)).toEqual(expected);
    expect(await rowsOf(gb18030)).toEqual(expected);
    expect(await rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(expected);
  });
  test('is taken for GB18030 also when its first Chinese character comes late', async () => {
    const digits = Buffer.from('1,2\r\n'.repeat(50_000));
    const rows = await rowsOf(Buffer.concat([digits, gb18030]));
    expect(rows.at(-1)).toEqual(['曾伟', '虎门镇']);
  });
  test('keeps a character cut by a buffer edge', async () => {
    const lines = Array.from({ length: 9000 }, (_, i) => `${'x'.repeat(i % 3)}曾祺𠮷,${i}`);
    expect(await rowsOf(lines.join('\n'))).toEqual(lines.map((l) => l.split(',')));
  });
  test('may use commas, semicolons or tabs', async () => {
    for (const separator of [',', ';', '\t'])
      expect(await rowsOf(expected.map((r) => r.join(separator)).join('\n'))).toEqual(expected);
  });
  test('may quote separators, quotes and line breaks', async () => {
    expect(await rowsOf('a,"b,""c""\r\nd",e\r\n"",5" 管,"x"\r\n')).toEqual([
      ['a', 'b,"c"\r\nd', 'e'],
      ['', '5" 管', 'x'],
    ]);
  });
  test('numbers its rows by records, blank ones counted', async () => {
    const file = path.join(scratchFolder(onTestFinished), 'a.csv');
    writeFileSync(file, 'a\n\n"b\nc"\nd\n');
    expect((await readRows(file)).map((r) => r.row)).toEqual([1, 3, 4]);
  });
  test('with bytes no text has is refused', async () => {
    const file = path.join(scratchFolder(onTestFinished), 'a.csv');
    writeFileSync(file, Buffer.from([0x61, 0x00, 0x62, 0x00, 0x00]));
    expect(await refusalOf(file)).toBe('not-a-sheet');
  });
});

const start = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  "'",
  '"',
  ' ',
  '　',
  '\u00a0',
  '',
  '|',
  '%',
);
const risky = fc
  .tuple(fc.array(start, { maxLength: 4 }), fc.string({ maxLength: 12 }))
  .map(([head, rest]) => head.join('') + rest);

describe('a text in an exported CSV', () => {
  test('never begins as a formula would, whatever it is', () => {
    fc.assert(
      fc.property(risky, (text) => {
        const safe = neutralText(text);
        const seen = safe.replace(/^[\s"\u00a0\u3000]+/, '');
        expect(/^[=+\-@＝＋－＠]/.test(seen) && !/^[+-]?\d+(\.\d+)?$/.test(safe)).toBe(false);
      }),
      { numRuns: 20_000 },
    );
  });
  test('comes back as it was', () => {
    fc.assert(
      fc.property(risky, (text) => plainText(neutralText(text)) === text),
      { numRuns: 20_000 },
    );
    expect(isRiskyText('-5.5')).toBe(false);
    expect(neutralText('=1+1')).toBe("'=1+1");
  });
});
