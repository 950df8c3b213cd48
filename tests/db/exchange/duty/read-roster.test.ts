import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeDutyWorkbook } from '../../../../db/exchange/duty/duty-workbook.ts';
import { dayOfCell } from '../../../../db/exchange/duty/read/day-cell.ts';
import { namesOfCell } from '../../../../db/exchange/duty/read/names-cell.ts';
import { NoRosterInSheet, readRoster } from '../../../../db/exchange/duty/read/read-roster.ts';
import { writeWorkbook } from '../../../../db/exchange/sheet/write/write-workbook.ts';
import { scratchFolder } from '../crafted-xlsx.ts';
import { officeSheet, people } from './sample-sheets.ts';

const december = { from: '2026-12-01', to: '2026-12-31' };
const posts = officeSheet().posts.map(({ id, name }) => ({ id, name }));

async function workbook(rows: readonly (readonly string[])[]): Promise<string> {
  const file = path.join(scratchFolder(onTestFinished), 'roster.xlsx');
  const columns = (rows[0] ?? []).map(() => ({ width: 12 }));
  await writeWorkbook(file, [{ name: '值班表', columns, frozenRows: 0, rows }]);
  return file;
}

const key = (duty: { date: string; post: string; person: string }): string =>
  `${duty.date} ${duty.post} ${duty.person}`;

test('an exported roster, read again, has exactly its duties', async () => {
  const sheet = officeSheet();
  const file = path.join(scratchFolder(onTestFinished), '值班表.xlsx');
  await writeDutyWorkbook(file, sheet, 'zh');

  const read = await readRoster({ file, range: december, posts, people });

  expect(read.duties.map(key).toSorted()).toEqual(sheet.duties.map(key).toSorted());
  expect(read.days).toHaveLength(31);
  expect(read.problems).toEqual([]);
  expect(read.unknownColumns).toEqual([]);
});

test('a sheet as offices keep it is understood: a title above, phones in the cells, notes below', async () => {
  const file = await workbook([
    ['虎门镇2026年12月值班表', '', '', '', ''],
    ['值班电话：85111234', '', '', '', ''],
    ['日  期', '星期', '带班领导（电话）', '值班干部', '门卫'],
    ['12月1日', '星期二', '李志强 15410000000', '黄𠮷生、刘洋（调）', '老周'],
    ['2日（周三）', '', '王 芳', '赵敏\n周杰 15410063352', ''],
    ['', '', '', '吴桂花', ''],
    ['2026/12/3', '', '——', '待定', ''],
    ['备注：值班时间8:30', '', '', '', ''],
  ]);

  const read = await readRoster({ file, range: december, posts, people });

  const names = read.duties.map(
    ({ date, post, person }) => `${date} ${post} ${people.find(({ id }) => id === person)?.name ?? ''}`,
  );
  expect(names).toEqual([
    '2026-12-01 leader 李志强',
    '2026-12-01 officer 黄𠮷生',
    '2026-12-01 officer 刘洋',
    '2026-12-02 leader 王芳',
    '2026-12-02 officer 赵敏',
    '2026-12-02 officer 周杰',
    '2026-12-02 officer 吴桂花',
  ]);
  expect(read.days).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
  expect(read.unknownColumns).toEqual(['门卫']);
  expect(read.problems).toEqual([]);
});

test('strangers, days of another month and days that stand twice are named with their cell', async () => {
  const file = await workbook([
    ['日期', '带班领导', '值班干部'],
    ['12月1日', '张三', '刘洋'],
    ['11月30日', '李志强', ''],
    ['12月1日', '王芳', ''],
  ]);

  const read = await readRoster({ file, range: december, posts, people });

  expect(read.problems).toEqual([
    { row: 2, column: 2, value: '张三', code: 'unknown-person' },
    { row: 3, column: 1, value: '11月30日', code: 'day-outside' },
    { row: 4, column: 1, value: '12月1日', code: 'day-twice' },
  ]);
  expect(read.duties.map(key)).toEqual(['2026-12-01 officer p6']);
});

test('a sheet without days or without a post of the team is no roster', async () => {
  const file = await workbook([
    ['日期', '门卫'],
    ['12月1日', '老周'],
  ]);

  await expect(readRoster({ file, range: december, posts, people })).rejects.toThrow(NoRosterInSheet);
});

test.each([
  ['2026-12-05', '2026-12-05'],
  ['2026年12月5日', '2026-12-05'],
  ['１２月５日（星期六）', '2026-12-05'],
  ['12.5', '2026-12-05'],
  ['5号', '2026-12-05'],
  ['31', '2026-12-31'],
  ['32', null],
  ['11月30日', null],
  ['2025-12-05', null],
  ['合计', null],
])('a cell %s means %s in December 2026', (text, day) => {
  expect(dayOfCell(text, december)).toBe(day);
});

test('a day without a month is refused where the range has two of it', () => {
  expect(dayOfCell('5', { from: '2026-11-01', to: '2026-12-31' })).toBeNull();
});

test('two people of one name are told apart by the phone beside it, else neither is taken', () => {
  const twins = [
    { id: 'a', name: '陈伟', phone: '15410000001' },
    { id: 'b', name: '陈伟', phone: '15410000002' },
  ];

  expect(namesOfCell('陈伟 15410000002', twins).people).toEqual(['b']);
  expect(namesOfCell('陈伟', twins)).toEqual({ people: [], unknown: [], ambiguous: ['陈伟'] });
});
