import { describe, expect, test } from 'vitest';
import { createQueryCache } from '../../renderer/data/query-cache.ts';
import {
  cellKey,
  cellsOf,
  troublesOf,
  type Board,
  type Cell,
} from '../../renderer/screens/duty/board/board-cells.ts';
import { shortPost, tableOf, viewsOf } from '../../renderer/screens/duty/board/board-rows.ts';
import { dropOf } from '../../renderer/screens/duty/board/duty-move.ts';
import { afterEdit } from '../../renderer/screens/duty/board/edit-steps.ts';
import { gapPercent, gapText, standing } from '../../renderer/screens/duty/board/plan-words.ts';
import { changeOf, firstChoice, takenKey, takenOf } from '../../renderer/screens/duty/changes/swap-choice.ts';
import { placeOf, startMonth } from '../../renderer/screens/duty/duty-place.ts';
import {
  balanceText,
  balanceTone,
  daysOf,
  monthsOf,
  spreadOf,
  type FairPerson,
} from '../../renderer/screens/duty/fairness/fairness-rows.ts';
import { dayAfter, dayName, monthAfter, monthName, weekdayName } from '../../renderer/text/month.ts';
import { sentenceParts } from '../../renderer/screens/duty/rules/rule-sentence.ts';
import { suggestedName } from '../../renderer/screens/duty/setup/templates.ts';
import { sayWith } from '../../renderer/text/say.ts';
import { startTexts } from '../../renderer/text/start-texts.ts';
import { zh } from '../../renderer/text/zh.ts';

const t = sayWith(startTexts('zh'));

const day = (date: string, part: Partial<Board['days'][number]> = {}): Board['days'][number] => ({
  date,
  class: 'workday',
  holiday: null,
  isMakeUp: false,
  ...part,
});
const post = (id: string, name: string): Board['posts'][number] => ({
  id,
  name,
  start: '08:30',
  length_h: 9,
  hours: '08:30–17:30',
  night: false,
  place: null,
});
const person = (id: string, name: string): Board['people'][number] => ({
  id,
  name,
  phone: '',
  role: '值班干部',
});
const duty = (
  [date, at, who]: readonly [string, string, string],
  part: Partial<Board['duties'][number]> = {},
) => ({
  date,
  post: at,
  person: who,
  planned: null,
  origin: 'plan' as const,
  locked: false,
  ...part,
});

const board: Board = {
  team: { id: 'team', name: '虎门镇机关值班', kind: 'office' },
  month: '2027-01',
  title: '虎门镇2027年1月值班表',
  roster: null,
  isAnnounced: true,
  frozenThrough: null,
  days: [
    day('2027-01-01', { class: 'holiday', holiday: '元旦' }),
    day('2027-01-02', { isMakeUp: true, holiday: '元旦' }),
    day('2027-01-03', { class: 'restday' }),
  ],
  posts: [post('lead', '带班领导'), post('night', '夜班')],
  people: [person('li', '李某'), person('chen', '陈某'), person('wang', '王某')],
  duties: [
    duty(['2027-01-01', 'lead', 'li']),
    duty(['2027-01-01', 'night', 'chen'], { planned: 'wang', origin: 'swap' }),
    duty(['2027-01-02', 'lead', 'wang'], { locked: true }),
  ],
  leaves: [{ person: 'wang', from: '2027-01-02', to: '2027-02-05', kind: '年休假' }],
  holes: [{ date: '2027-01-02', post: 'night', missing: 2 }],
  broken: [
    { date: '2027-01-02', post: null, person: 'wang', isHard: true, text: '王某当天请假' },
    { date: '2027-01-01', post: 'night', person: null, isHard: false, text: '没有骨干' },
  ],
  costs: [],
};
const cells = cellsOf(board, null);
const at = (date: string, where: string): Cell => {
  const cell = cells.get(cellKey(date, where));
  if (cell === undefined) throw new Error(`no cell ${date} ${where}`);
  return cell;
};

describe('the cells of a month', () => {
  test('say who is there, who was changed, who is fixed, and what is wrong at their place', () => {
    expect(at('2027-01-01', 'lead').duties).toMatchObject([{ name: '李某', isChanged: false, broken: [] }]);
    expect(at('2027-01-01', 'night').duties).toMatchObject([
      { name: '陈某', isChanged: true, origin: 'swap', plannedName: '王某' },
    ]);
    expect(at('2027-01-01', 'night').broken.map(({ text }) => text)).toEqual(['没有骨干']);
    expect(at('2027-01-02', 'lead').duties).toMatchObject([
      { isLocked: true, broken: [{ text: '王某当天请假' }] },
    ]);
    expect(at('2027-01-02', 'night')).toMatchObject({ duties: [], missing: 2 });
  });

  test('of a proposal mark what is different from the roster that stands, and drop its old troubles', () => {
    const shown = {
      duties: [duty(['2027-01-01', 'lead', 'li']), duty(['2027-01-02', 'lead', 'chen'])],
      holes: [],
    };
    const proposed = cellsOf(board, shown);
    expect(proposed.get(cellKey('2027-01-01', 'lead'))?.duties).toMatchObject([{ isNew: false }]);
    expect(proposed.get(cellKey('2027-01-02', 'lead'))?.duties).toMatchObject([
      { name: '陈某', isNew: true },
    ]);
    expect(proposed.has(cellKey('2027-01-02', 'night'))).toBe(false);
  });

  test('of a first proposal mark nothing: everything is new', () => {
    const empty = { ...board, duties: [], holes: [], broken: [] };
    const proposed = cellsOf(empty, { duties: [duty(['2027-01-01', 'lead', 'li'])], holes: [] });
    expect(proposed.get(cellKey('2027-01-01', 'lead'))?.duties).toMatchObject([{ isNew: false }]);
  });

  test('are counted by what is wrong', () => {
    expect(troublesOf(board)).toEqual({ hard: 1, soft: 1, missing: 2 });
  });
});

describe('a month laid out', () => {
  test('by days writes the holiday for the weekday and keeps the weekday of a make-up day', () => {
    const table = tableOf('days', { board, cells, language: 'zh' });
    expect(table.rows.map(({ heads }) => heads['weekday'])).toEqual(['元旦', '周六', '周日']);
    expect(table.rows.map(({ isDayOff }) => isDayOff)).toEqual([true, false, true]);
    expect(table.rows.map(({ isMakeUp }) => isMakeUp)).toEqual([false, true, false]);
    expect(table.columns.map(({ title }) => title)).toEqual(['带班领导', '夜班']);
    expect(table.rows[2]?.cells['lead']).toMatchObject([{ date: '2027-01-03', duties: [], missing: 0 }]);
  });

  test('by people counts the duties and shows the days of leave', () => {
    const table = tableOf('people', { board, cells, language: 'zh' });
    expect(table.rows.map(({ heads }) => [heads['name'], heads['total']])).toEqual([
      ['李某', '1'],
      ['陈某', '1'],
      ['王某', '1'],
    ]);
    expect(table.rows[2]?.away).toEqual({ '2027-01-02': '年休假', '2027-01-03': '年休假' });
    expect(table.rows[1]?.cells['2027-01-01']).toMatchObject([{ post: 'night' }]);
  });

  test('of a patrol names the grid once, and is read along the grids when there are many', () => {
    const patrol = {
      ...board,
      posts: [{ ...post('g1', '第一网格 白班'), place: { code: '1', name: '第一网格', area: '' } }],
    };
    const table = tableOf('grids', { board: patrol, cells: cellsOf(patrol, null), language: 'en' });
    expect(table.rows.map(({ heads }) => heads)).toEqual([{ grid: '第一网格', shift: '白班' }]);
    expect(table.columns.map(({ detail }) => detail)).toEqual(['元旦', 'Sat', 'Sun']);
    const team = { ...board.team, kind: 'patrol' as const };
    expect(viewsOf({ team, posts: patrol.posts })[0]).toBe('days');
    expect(viewsOf({ team, posts: Array.from({ length: 8 }, () => post('g', '白班')) })[0]).toBe('grids');
  });

  test('shortens a post to two characters', () => {
    expect(shortPost(board.posts[0])).toBe('带班');
    expect(shortPost(undefined)).toBe('');
  });
});

describe('letting a name go', () => {
  const li = { date: '2027-01-01', post: 'lead', person: 'li' };

  test('over an empty seat moves the duty', () => {
    expect(dropOf(li, at('2027-01-02', 'night'), null)).toEqual({
      kind: 'move',
      sets: [
        { date: '2027-01-01', post: 'lead', from: 'li', to: null },
        { date: '2027-01-02', post: 'night', from: null, to: 'li' },
      ],
    });
  });

  test('over the only name of a cell, or over one of several, exchanges the two', () => {
    const exchanged = dropOf(li, at('2027-01-02', 'lead'), null);
    expect(exchanged).toMatchObject({ kind: 'exchange', with: { person: 'wang' } });
    const two = {
      ...at('2027-01-02', 'lead'),
      duties: [...at('2027-01-02', 'lead').duties, ...at('2027-01-01', 'night').duties],
    };
    expect(dropOf(li, two, 'chen')).toMatchObject({ kind: 'exchange', with: { person: 'chen' } });
    expect(dropOf(li, two, null)).toEqual({ kind: 'unclear' });
  });

  test('where it came from, or where the person stands already, does nothing', () => {
    expect(dropOf(li, at('2027-01-01', 'lead'), null)).toEqual({ kind: 'none' });
    const standing_ = { ...at('2027-01-02', 'night'), duties: at('2027-01-01', 'lead').duties };
    expect(dropOf(li, standing_, null)).toEqual({ kind: 'none' });
  });
});

test('edits that changed nothing leave no step, and only the last fifty can be taken back', () => {
  expect(afterEdit(['a'], null)).toEqual(['a']);
  const many = Array.from({ length: 60 }, (_, index) => String(index)).reduce<readonly string[]>(
    afterEdit,
    [],
  );
  expect(many).toHaveLength(50);
  expect(many.at(-1)).toBe('59');
});

describe('the verdict of a roster', () => {
  test('never says a gap smaller than it is', () => {
    expect(gapPercent({ cost: 1000, bound: 999 })).toBe(1);
    expect(gapPercent({ cost: 100, bound: 100 })).toBe(0);
    expect(gapPercent({ cost: 0, bound: 0 })).toBe(0);
  });

  test('is a proof, a distance, or what is missing', () => {
    expect(standing({ status: 'optimal' }, t)).toEqual({ tone: 'done', title: '已证明最优' });
    expect(gapText({ status: 'feasible', cost: 103, bound: 100 }, t)).toBe('距最优不超过 3%');
    expect(gapText({ status: 'feasible', cost: 100, bound: 0 }, t)).toBe('还没有证明离最优多远');
    expect(gapText({ status: 'optimal', cost: 103, bound: 100 }, t)).toBe('');
    expect(standing({ status: 'infeasible' }, t).tone).toBe('wrong');
    expect(standing({ status: 'hand' }, t).title).toBe('手工排定');
  });
});

describe('a swap being chosen', () => {
  const one = { date: '2027-01-01', post: 'night', person: 'chen' };
  const other = { date: '2027-01-03', post: 'lead', person: 'li' };

  test('dropped on another duty is a swap, else somebody steps in', () => {
    expect(changeOf(firstChoice({ one, other }))).toEqual({
      kind: 'swap',
      ...one,
      otherDate: '2027-01-03',
      otherPost: 'lead',
      otherPerson: 'li',
    });
    expect(changeOf(firstChoice({ one }))).toBeNull();
    expect(changeOf(firstChoice({ one, by: 'li' }))).toEqual({
      kind: 'substitute',
      ...one,
      otherPerson: 'li',
    });
  });

  test('is not complete before the other duty is chosen', () => {
    expect(changeOf({ kind: 'swap', one, other: null, by: 'li' })).toBeNull();
  });

  test('names a duty in a select and finds it again', () => {
    expect(takenOf(takenKey(other))).toEqual(other);
    expect(takenOf('2027-01-03')).toBeNull();
  });
});

describe('where the screen opens', () => {
  test('is read from navigation, and what is unknown is left out', () => {
    expect(placeOf('fairness.team1.2026-12')).toEqual({
      section: 'fairness',
      team: 'team1',
      month: '2026-12',
    });
    expect(placeOf(null)).toEqual({ section: 'board', team: null, month: null });
    expect(placeOf('nothing..x')).toEqual({ section: 'board', team: null, month: null });
  });

  test('is the running month, or late in one without a roster the next', () => {
    const planned = { months: [{ month: '2026-11', state: 'published' as const }] };
    expect(startMonth(planned, '2026-11-26')).toBe('2026-11');
    expect(startMonth({ months: [] }, '2026-11-26')).toBe('2026-12');
    expect(startMonth({ months: [] }, '2026-11-03')).toBe('2026-11');
  });
});

test('months and days are written as offices write them', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
  expect(monthName('2026-12', 'zh')).toBe('2026年12月');
  expect(monthName('2026-12', 'en')).toBe('December 2026');
  expect(dayName('2026-12-03', 'zh')).toBe('12月3日');
  expect(dayName('2026-12-03', 'en')).toBe('3 Dec');
  expect(weekdayName('2026-12-31', 'zh')).toBe('周四');
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
});

describe('fairness', () => {
  const none = { workday: 0, restday: 0, holiday: 0, spring: 0, night: 0, total: 0 };
  const fair = (id: string, role: string, total: number): FairPerson => ({
    ...person(id, id),
    role,
    done: none,
    share: none,
    balance: { ...none, total },
    hours: 0,
    takenOver: 0,
    handedOver: 0,
    earned: 0,
    used: 0,
    left: 0,
  });

  test('compares people of one role with each other only', () => {
    const people = [fair('a', '带班领导', 3), fair('b', '值班员', -1), fair('c', '值班员', 0.5)];
    expect(spreadOf(people, 'total')).toBe(1.5);
    expect(spreadOf(people.slice(0, 2), 'total')).toBeNull();
  });

  test('writes balances with their sign and marks those beyond one', () => {
    expect([1.25, -2, 0.04].map(balanceText)).toEqual(['+1.3', '−2', '0']);
    expect([1, 1.2, -1.2].map(balanceTone)).toEqual(['even', 'much', 'little']);
  });

  test('is of a month, or of the year up to it', () => {
    expect(monthsOf('year', '2027-02')).toEqual({ from: '2027-01', to: '2027-02' });
    expect(daysOf({ from: '2027-02', to: '2027-02' })).toEqual({ from: '2027-02-01', to: '2027-02-28' });
  });
});

describe('a rule as a sentence', () => {
  test('is cut into words and the values that can be changed', () => {
    expect(sentenceParts('每周#counter#最多 #number# 次')).toEqual([
      { kind: 'words', text: '每周' },
      { kind: 'value', field: 'counter' },
      { kind: 'words', text: '最多 ' },
      { kind: 'value', field: 'number' },
      { kind: 'words', text: ' 次' },
    ]);
  });

  test('holds no place the screen does not know', () => {
    const sentences = Object.entries(zh).filter(([key]) => /^duty\.rule\.[a-z-]+$/.test(key));
    expect(sentences.length).toBeGreaterThan(12);
    for (const [key, sentence] of sentences) {
      const words = sentenceParts(sentence).flatMap((part) => (part.kind === 'words' ? [part.text] : []));
      expect(words.join(''), key).not.toContain('#');
    }
  });
});

test('a team is named after its place, and not before the place is known', () => {
  expect(suggestedName('虎门寨社区居民委员会', '网格巡查')).toBe('虎门寨社区网格巡查');
  expect(suggestedName('', '网格巡查')).toBe('');
});

test('a change in a ledger of duty asks for rosters again, a change of a resident does not', async () => {
  const asked: string[] = [];
  const cache = createQueryCache((call) => {
    asked.push(call);
    return Promise.resolve({ ok: true, value: {} });
  });
  const stop = cache.watch('duty.board', { team: 'a' }, () => undefined);
  await Promise.resolve();
  cache.changed('person');
  expect(asked).toEqual(['duty.board']);
  cache.changed('duty_leave');
  expect(asked).toEqual(['duty.board', 'duty.board']);
  stop();
});
