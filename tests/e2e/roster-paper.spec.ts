import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dutyDocument } from '../../db/exchange/duty/duty-document.ts';
import type { DutyPrintOptions } from '../../db/exchange/duty/print-options.ts';
import type { DutySheet } from '../../db/roster/duty-sheet.ts';
import { officeSheet, patrolSheet } from '../db/exchange/duty/sample-sheets.ts';
import { pictures, root } from './places.ts';

/** Millimetres of a PDF point. */
const MM = 25.4 / 72;

interface Word {
  readonly page: number;
  readonly text: string;
  readonly left_mm: number;
  readonly top_mm: number;
  readonly right_mm: number;
  readonly bottom_mm: number;
}

interface Paper {
  readonly pages: number;
  readonly width_mm: number;
  readonly height_mm: number;
  readonly words: readonly Word[];
  /** Grey of a place, 0 black … 255 white; millimetres from the top left corner of a page. */
  grey(page: number, x_mm: number, y_mm: number): number;
}

let folder: string;
const papers = new Map<string, Paper>();
const cases: Readonly<Record<string, readonly [DutySheet, Partial<DutyPrintOptions>]>> = {
  list: [officeSheet(), { layout: 'list' }],
  draft: [officeSheet({ state: 'draft' }), { layout: 'list', landscape: true, phones: 'list' }],
  calendar: [officeSheet({ watermark: '内部资料' }), { layout: 'calendar', landscape: true }],
  week: [officeSheet(), { layout: 'week' }],
  patrol: [patrolSheet(12), { layout: 'patrol', paper: 'A3' }],
  'patrol-a4': [patrolSheet(12), { layout: 'patrol' }],
  holiday: [officeSheet({ from: '2026-09-01', to: '2026-10-31' }), { layout: 'holiday', holiday: '国庆节' }],
};

test.beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'roster-paper-'));
  mkdirSync(pictures, { recursive: true });
  const documents = Object.entries(cases).map(([name, [sheet, options]]) => {
    const { title, html, landscape, paper, footer } = dutyDocument(sheet, {
      layout: 'list',
      paper: 'A4',
      phones: 'auto',
      language: 'zh',
      printed: '打印 2026-11-26 08:30　陈秀兰',
      isPractice: false,
      ...options,
    });
    return { title, html, landscape, paper, footer, out: path.join(folder, `${name}.pdf`) };
  });
  const request = path.join(folder, 'request.json');
  writeFileSync(request, JSON.stringify({ language: 'zh', now: '2026-11-26T00:30:00.000Z', documents }));
  run(process.execPath, [path.join(root, 'build', 'print.ts'), request]);
  for (const { out } of documents) papers.set(path.basename(out, '.pdf'), readPaper(out));
});

test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

function paperOf(name: string): Paper {
  const paper = papers.get(name);
  if (paper === undefined) throw new Error(`no paper ${name}`);
  return paper;
}

function readPaper(file: string): Paper {
  const info = run('pdfinfo', [file]);
  const [, width = '0', height = '0'] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? [];
  const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
  const name = path.basename(file, '.pdf');
  // Pictures for people to look at.
  run('pdftoppm', ['-r', '80', '-png', file, path.join(pictures, `roster-${name}`)]);
  const pixels = Array.from({ length: pages }, (_, at) => greyPage(file, at + 1));
  return {
    pages,
    width_mm: Number(width) * MM,
    height_mm: Number(height) * MM,
    words: wordsOf(run('pdftotext', ['-bbox', file, '-'])),
    grey(page, x_mm, y_mm) {
      const grid = pixels[page - 1];
      if (grid === undefined) throw new Error(`no page ${String(page)}`);
      const at = (mm: number): number => Math.round((mm / 25.4) * DPI);
      return grid.data[at(y_mm) * grid.width + at(x_mm)] ?? Number.NaN;
    },
  };
}

const DPI = 60;

/** A page as a binary grey map (PGM, P5: width, height, 255, bytes). */
function greyPage(file: string, page: number): { readonly width: number; readonly data: Buffer } {
  const number = String(page);
  const map = execFileSync('pdftoppm', ['-r', String(DPI), '-gray', '-f', number, '-l', number, file], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(map.subarray(0, 64).toString('latin1'));
  if (head === null) throw new Error('no grey map');
  return { width: Number(head[1]), data: map.subarray(head[0].length) };
}

function wordsOf(xml: string): readonly Word[] {
  const words: Word[] = [];
  let page = 0;
  for (const line of xml.split('\n')) {
    if (line.includes('<page ')) page += 1;
    const found = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(
      line,
    );
    if (found === null) continue;
    const [left_mm = 0, top_mm = 0, right_mm = 0, bottom_mm = 0] = found
      .slice(1, 5)
      .map((n) => Number(n) * MM);
    words.push({ page, text: found[5] ?? '', left_mm, top_mm, right_mm, bottom_mm });
  }
  return words;
}

const find = ({ words }: Paper, text: string): readonly Word[] => words.filter((word) => word.text === text);
const days = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `12月${String(at + 1)}日`);

test('a month of duty stands on one upright A4 sheet, days below each other in one column', () => {
  const list = paperOf('list');

  const dates = days(31).map((day) => find(list, day));

  expect(list.pages).toBe(1);
  expect([Math.round(list.width_mm), Math.round(list.height_mm)]).toEqual([210, 297]);
  expect(dates.map((found) => found.length)).toEqual(days(31).map(() => 1));
  const centres = dates.flat().map(({ left_mm, right_mm }) => (left_mm + right_mm) / 2);
  expect(Math.max(...centres) - Math.min(...centres)).toBeLessThan(1);
  const tops = dates.flat().map(({ top_mm }) => top_mm);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});

test('nothing on any sheet reaches into the margins, but the page line below', () => {
  const all = [...papers].flatMap(([name, paper]) =>
    paper.words.filter((word) => !isMark(word)).map((word) => ({ name, paper, word })),
  );

  const outside = all
    .filter(
      ({ paper, word }) =>
        word.left_mm < 9.5 || word.right_mm > paper.width_mm - 9.5 || word.bottom_mm > paper.height_mm - 3,
    )
    .map(({ name, word }) => `${name}, page ${String(word.page)}: ${word.text}`);

  expect(all.length).toBeGreaterThan(1000);
  expect(outside).toEqual([]);
});

test('a Saturday is grey, the Friday before it white', () => {
  const list = paperOf('list');
  const [friday] = find(list, '12月4日');
  const [saturday] = find(list, '12月5日');
  if (friday === undefined || saturday === undefined) throw new Error('both days are on the sheet');
  const beside = (word: Word): number => list.grey(1, word.left_mm - 1.5, (word.top_mm + word.bottom_mm) / 2);

  expect(beside(friday)).toBe(255);
  expect(beside(saturday)).toBeGreaterThan(200);
  expect(beside(saturday)).toBeLessThan(240);
});

test('what does not fit flows on, with the head of the table on each page and page x of y below', () => {
  const draft = paperOf('draft');

  expect(draft.pages).toBe(2);
  expect(find(draft, '带班领导').map(({ page }) => page)).toEqual([1, 2]);
  const text = draft.words.map((word) => word.text).join('');
  expect(text).toContain('第1页共2页');
  expect(text).toContain('第2页共2页');
});

/** Pages with all characters of a mark; slanted text is taken apart by the reader. */
const marked = ({ words, pages }: Paper, mark: string): readonly number[] =>
  Array.from({ length: pages }, (_, at) => at + 1).filter((page) => {
    const text = words
      .filter((word) => word.page === page && isMark(word))
      .map((word) => word.text)
      .join('');
    return [...mark].every((character) => text.includes(character));
  });

/** Characters of 64 pt. */
const isMark = ({ top_mm, bottom_mm }: Word): boolean => bottom_mm - top_mm > 15;

test('a draft and an office’s own mark stand across every page', () => {
  expect(marked(paperOf('draft'), '草稿')).toEqual([1, 2]);
  expect(marked(paperOf('calendar'), '内部资料')).toEqual([1]);
});

test('a calendar has its weeks on one sheet across, a patrol of twelve grids on one of A3', () => {
  const calendar = paperOf('calendar');
  const patrol = paperOf('patrol');

  expect([calendar.pages, calendar.width_mm > calendar.height_mm]).toEqual([1, true]);
  expect(find(calendar, '星期一')).toHaveLength(1);
  expect([Math.round(patrol.width_mm), Math.round(patrol.height_mm)]).toEqual([420, 297]);
  expect(patrol.words.filter(({ page, text }) => page === 1 && text.endsWith('号片'))).toHaveLength(12);
});

test('a patrol on A4 is cut between days, every day standing once', () => {
  const heads = paperOf('patrol-a4').words.filter(({ text }) => /^12月\d+日至12月\d+日$/.test(text));

  expect(heads.map(({ text }) => text)).toEqual(['12月1日至12月16日', '12月17日至12月31日']);
});

test('a week has its people down the side, each page with the days of that week', () => {
  const week = paperOf('week');

  expect(week.pages).toBe(5);
  expect(find(week, '12月7日').map(({ page }) => page)).toEqual([2]);
});

test('a holiday sheet has seven days and its own title', () => {
  const holiday = paperOf('holiday');
  const text = holiday.words.map((word) => word.text).join('');

  expect(holiday.pages).toBe(1);
  expect(text).toContain('虎门镇2026年国庆节值班安排表');
  expect(holiday.words.filter(({ text: day }) => /^10月\d日$/.test(day))).toHaveLength(7);
});

test('a character of Extension B is drawn, not left out or boxed', () => {
  const list = paperOf('list');
  const rare = list.words.find(({ text }) => text === '黄𠮷生');
  if (rare === undefined) throw new Error('the name is on the sheet');
  const fonts = run('pdffonts', [path.join(folder, 'list.pdf')]);

  // Every font is embedded, and the name is three characters wide: without the rare one it would be 0.8 of its height.
  expect(
    fonts
      .split('\n')
      .slice(2)
      .filter(Boolean)
      .every((line) => / yes /.test(line)),
  ).toBe(true);
  const height = rare.bottom_mm - rare.top_mm;
  expect((rare.right_mm - rare.left_mm) / height).toBeGreaterThan(1);
});

test('zw prints a roster of a database on paper, into a workbook and a calendar in one call', () => {
  const db = path.join(folder, 'town.zwdb');
  const outs = ['pdf', 'xlsx', 'ics'].map((kind) => path.join(folder, `november.${kind}`));
  const [pdf = '', xlsx = '', ics = ''] = outs;
  const zw = (...args: readonly string[]): unknown =>
    JSON.parse(run(process.execPath, [path.join(root, 'build', 'zw.mjs'), ...args]));
  zw('practice', '--db', db, '--people', '1000', '--seed', '1');
  const month = ['--db', db, '--unit', '虎门镇机关值班', '--month', '2026-11'];

  const printed = zw('roster', 'print', ...month, '--pdf', pdf, '--xlsx', xlsx, '--ics', ics);

  expect(printed).toMatchObject({
    title: '虎门镇2026年11月值班表',
    days: 30,
    files: [{ file: xlsx }, { file: ics }, { file: pdf, pages: 1 }],
  });
  expect(run('pdftotext', [pdf, '-'])).toContain('虎门镇2026年11月值班表');
});
