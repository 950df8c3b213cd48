import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { writeWorkbook } from '../../db/exchange/sheet/write/write-workbook.ts';
import { newFolder, newId, startDesk, type Desk } from './data-process-fixture.ts';

let desk: Desk;
let team: string;
const december = { from: '2026-12-01', to: '2026-12-31' };
/** The practice office has a roster of this month. */
const november = { from: '2026-11-01', to: '2026-11-30' };
const plain = { paper: 'A4', phones: 'auto' } as const;

beforeAll(async () => {
  desk = await startDesk(newFolder(), { people: 1000, seed: 7, keep: false });
  while ((await desk.value('session.status', {})).state !== 'ready')
    await new Promise((resolve) => setTimeout(resolve, 50));
  team = (await desk.value('duty.teams', {})).teams[0]?.id ?? '';
}, 60_000);
afterAll(async () => {
  await desk.close();
});

const board = (month: string) => desk.value('duty.board', { team, month });

test('a roster is laid out with the names, title and paper asked for, and marked as practice', async () => {
  const document = await desk.value('duty.document', {
    team,
    ...november,
    layout: 'calendar',
    paper: 'A3',
    phones: 'none',
  });
  const { people, title } = await board('2026-11');

  expect(document).toMatchObject({ title, paper: 'A3', landscape: true, holidays: [] });
  expect(document.html).toContain(people[0]?.name);
  expect(document.html).toContain('练习数据');
  expect(document.html).toContain('打印 2026-11-23 16:00');
});

test('the holidays of the days are offered, and one of them is laid out by its name', async () => {
  const autumn = { team, from: '2026-09-01', to: '2026-10-31', layout: 'holiday', ...plain } as const;

  const first = await desk.value('duty.document', autumn);
  const named = await desk.value('duty.document', { ...autumn, holiday: '国庆节' });

  expect(first.holidays).toEqual(['中秋', '国庆节']);
  expect(named.title).toContain('国庆节值班安排表');
});

test('a roster leaves as a workbook and as a calendar of one person', async () => {
  const { duties, people } = await board('2026-11');
  const [person] = people;
  if (person === undefined) throw new Error('the practice office has people');
  const [xlsx, ics] = ['roster.xlsx', 'roster.ics'].map((name) => path.join(desk.folder, name));

  const written = await desk.value('duty.export', { team, ...november, format: 'xlsx', file: xlsx ?? '' });
  await desk.value('duty.export', { team, ...november, format: 'ics', person: person.id, file: ics ?? '' });

  expect(written.duties).toBe(duties.length);
  const own = duties.filter((duty) => duty.person === person.id).length;
  expect(readFileSync(ics ?? '', 'utf8').split('BEGIN:VEVENT')).toHaveLength(own + 1);
});

test('a sheet of the office becomes a draft when it is kept, and not before', async () => {
  const { posts, people } = await board('2026-12');
  const [leading] = posts;
  const [leader, second] = people;
  if (leading === undefined || leader === undefined || second === undefined) throw new Error('a team');
  const file = path.join(desk.folder, 'december.xlsx');
  const rows = [
    ['日期', leading.name, '门卫'],
    ['12月1日', `${leader.name} ${leader.phone}`, '老周'],
    ['12月2日', second.name, ''],
    ['12月3日', '不认识的人', ''],
  ];
  await writeWorkbook(file, [{ name: '值班', columns: [{ width: 9 }], frozenRows: 0, rows }]);

  const read = await desk.value('duty.readSheet', { team, month: '2026-12', file });
  const untouched = await board('2026-12');
  const kept = await desk.value('duty.keep', { writeId: newId(), job: read.job });
  const after = await board('2026-12');

  expect(read.added).toEqual([
    { date: '2026-12-01', post: leading.id, person: leader.id },
    { date: '2026-12-02', post: leading.id, person: second.id },
  ]);
  expect(read).toMatchObject({ days: 3, removed: [], unknownColumns: ['门卫'] });
  expect(read.problems).toEqual([{ row: 4, column: 2, value: '不认识的人', code: 'unknown-person' }]);
  expect(untouched.roster).toBeNull();
  expect(after.roster).toMatchObject({ id: kept.roster, state: 'draft', status: 'hand' });
  expect(after.duties.map(({ origin }) => origin)).toEqual(['import', 'import']);
  expect(after.holes.length).toBeGreaterThan(0);
});

test('an exported month, read again, changes nothing', async () => {
  const file = path.join(desk.folder, 'again.xlsx');
  await desk.value('duty.export', { team, ...november, format: 'xlsx', file });

  const read = await desk.value('duty.readSheet', { team, month: '2026-11', file });

  expect(read).toMatchObject({ added: [], removed: [], unknownColumns: [], problems: [] });
});

test('what a sheet says otherwise of days that are over is told and left out', async () => {
  const { posts, people } = await board('2026-11');
  const [leading] = posts;
  const last = people.at(-1);
  if (leading === undefined || last === undefined) throw new Error('a team');
  const file = path.join(desk.folder, 'past.xlsx');
  const rows = [
    ['日期', leading.name],
    ['11月2日', last.name],
  ];
  await writeWorkbook(file, [{ name: '值班', columns: [{ width: 9 }], frozenRows: 0, rows }]);

  const read = await desk.value('duty.readSheet', { team, month: '2026-11', file });

  expect(read).toMatchObject({ added: [], removed: [] });
  expect(read.problems).toEqual([{ row: 0, column: 0, value: '2026-11-02', code: 'past' }]);
});

test('files that hold no roster are refused in the office’s words', async () => {
  const file = path.join(desk.folder, 'other.xlsx');
  const rows = [['姓名', '电话']];
  await writeWorkbook(file, [{ name: '通讯录', columns: [{ width: 9 }], frozenRows: 0, rows }]);
  const ask = (path_: string) => desk.ask('duty.readSheet', { team, month: '2026-12', file: path_ });

  expect(await ask(file)).toMatchObject({ failure: { code: 'refused', kind: 'duty-no-roster' } });
  expect(await ask(path.join(desk.folder, 'nothing.xlsx'))).toMatchObject({
    failure: { code: 'exchange', kind: 'no-file' },
  });
  const unknown = { team: newId(), ...december, layout: 'list', ...plain } as const;
  expect(await desk.ask('duty.document', unknown)).toMatchObject({
    failure: { code: 'not-found', kind: 'duty-team' },
  });
});
