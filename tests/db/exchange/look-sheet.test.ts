import path from 'node:path';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { writeLookSheet } from '../../../db/exchange/looks/look-sheet.ts';
import { registry } from '../../../db/model/registry.ts';
import { clerk, newFolder, newStore, save } from '../store/fixture.ts';

/** Lines of one page of the log, and some more. */
const LOOKS = 520;

/** Cells of a workbook by row, without the empty ones. */
async function rowsOf(file: string): Promise<readonly (readonly string[])[]> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(file);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell((cell) => cells.push(cell.text));
    rows.push(cells);
  });
  return rows;
}

test('the log of looks goes into a sheet with every line, and names records of sensitive ledgers by id only', async () => {
  const { store } = newStore({ registry });
  const division = { code: '441900121201', name: '虎门寨社区', level: '5' };
  save(store, { ledger: 'division', id: 'v1', op: 'create', values: division });
  const clue = { found_on: '2026-11-01', kind: '01', clue_source: '01', village: 'v1', content: '一条线索' };
  save(store, { ledger: 'clue', id: 'c1', op: 'create', values: clue });
  store.logView({ ledger: 'division', id: 'v1', field: 'code' }, clerk);
  expect(store.get('clue', 'c1', clerk)?.title).not.toBe('');
  for (let i = 2; i < LOOKS; i += 1) store.logView({ ledger: 'clue', id: '', field: '$print' }, clerk);

  const file = path.join(newFolder(), 'looks.xlsx');
  const leader = { ...clerk, user: 'u8', name: '陈主任' };
  const now = new Date('2026-11-23T02:00:00.000Z');
  expect(await writeLookSheet(file, { store, caller: leader, query: {}, now })).toBe(LOOKS);
  const rows = await rowsOf(file);
  const lines = rows.slice(rows.findIndex(([first]) => first === '时间') + 1);
  expect(lines.length).toBe(LOOKS);
  expect(lines[0]?.slice(1)).toEqual(['李梅', '案事件线索', '整个台账', '打印']);
  expect(lines.at(-2)?.slice(1)).toEqual(['李梅', '案事件线索', 'c1', '打开']);
  expect(lines.at(-1)?.slice(1)).toEqual(['李梅', '行政区划', '虎门寨社区', '显示完整内容', '区划代码']);
  expect(JSON.stringify(rows)).not.toContain('一条线索');
  const [own] = store.looks.page({ user: 'u8', limit: 9 }, leader).looks;
  expect(own).toMatchObject({ ledger: 'clue', record: '', way: 'log-sheet' });
  store.close();
});
