import { expect, test } from 'vitest';
import { dutyDocument } from '../../../../db/exchange/duty/duty-document.ts';
import type { DutyPrintOptions } from '../../../../db/exchange/duty/print-options.ts';
import { dutyLayouts } from '../../../../db/roster/duty-paper.ts';
import { officeSheet, patrolSheet, people } from './sample-sheets.ts';

const options: DutyPrintOptions = {
  layout: 'list',
  paper: 'A4',
  phones: 'auto',
  language: 'zh',
  printed: '打印 2026-11-26 08:30　陈秀兰',
  isPractice: false,
};

const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const rowsOf = (html: string): readonly string[] => html.match(/<tr[\s\S]*?<\/tr>/g) ?? [];

test('the list has a row per day under the names of the posts, with holidays in the place of the weekday', () => {
  const sheet = officeSheet({ from: '2026-09-28', to: '2026-10-12' });

  const rows = rowsOf(dutyDocument(sheet, options).html).map(textOf);

  expect(rows).toHaveLength(16);
  expect(rows[0]).toBe(' 日期 星期 带班领导 值班干部 夜班 司机 ');
  expect(rows[1]).toContain('9月28日 星期一 李志强');
  expect(rows[4]).toContain('10月1日 国庆节');
  // 10 October 2026 is a Saturday that is worked (国务院办公厅, 2026 arrangement as chinese-days has it).
  expect(rows[13]).toContain('10月10日 星期六（补班）');
});

test('days on which the office rests are grey, a working Saturday is not', () => {
  const sheet = officeSheet({ from: '2026-10-08', to: '2026-10-12' });

  const rows = rowsOf(dutyDocument(sheet, options).html).slice(1);

  expect(rows.map((row) => row.startsWith('<tr class="rest"'))).toEqual([false, false, false, true, false]);
});

test('a swapped duty is marked and explained below, and only then', () => {
  const swapped = textOf(dutyDocument(officeSheet(), options).html);
  const plain = officeSheet();
  const unswapped = { ...plain, duties: plain.duties.map((duty) => ({ ...duty, isChanged: false })) };

  expect(swapped).toContain('胡军 调');
  expect(swapped).toContain('3. 标“调”的为调班');
  expect(textOf(dutyDocument(unswapped, options).html)).not.toContain('调');
});

test.each(dutyLayouts)(
  'a %s bears title, telephones, notes, who signs and the place of the seal',
  (layout) => {
    const sheet =
      layout === 'patrol' ? patrolSheet(4) : officeSheet({ from: '2026-10-01', to: '2026-10-31' });

    const document = dutyDocument(sheet, { ...options, layout });
    const text = textOf(document.html);

    expect(text).toContain(document.title);
    for (const words of [
      '值班电话：0769-85111234',
      '传真：',
      '1. 值班时间为',
      '制表人：陈秀兰',
      '审核人：',
      '签发：',
    ])
      expect(text).toContain(words);
    expect(text).toContain(`${sheet.unit} （盖章） 年 月 日`);
    expect(document.footer).toContain('打印 2026-11-26 08:30');
  },
);

test('every duty of the sheet stands on paper, in every layout of the month', () => {
  const office = officeSheet();
  const patrol = patrolSheet(3);
  const shown = (layout: 'list' | 'calendar' | 'patrol', name: string): number => {
    const html = dutyDocument(layout === 'patrol' ? patrol : office, {
      ...options,
      layout,
      phones: 'none',
    }).html;
    return html.split(`>${name}<`).length - 1 + (html.split(`>${name}\n`).length - 1);
  };
  const times = (sheet: typeof office, id: string): number =>
    sheet.duties.filter((duty) => duty.person === id).length;
  const [, second] = people;

  expect(shown('list', second?.name ?? '')).toBe(times(office, 'p1'));
  expect(shown('calendar', second?.name ?? '')).toBe(times(office, 'p1'));
  expect(shown('patrol', second?.name ?? '')).toBe(times(patrol, 'p1'));
});

test('a week sheet names each person on duty in it once, with the posts under the days', () => {
  const html = dutyDocument(officeSheet({ from: '2026-12-07', to: '2026-12-13' }), {
    ...options,
    layout: 'week',
  }).html;

  const rows = rowsOf(html).map(textOf);

  expect(rows.filter((row) => row.startsWith(' 李志强 '))).toHaveLength(1);
  expect(rows[0]).toContain('12月7日 星期一');
  expect(rows.find((row) => row.startsWith(' 李志强 '))).toContain('带班领导');
});

test('a holiday sheet has the days off of one holiday under a title of its own, and says so when there is none', () => {
  const autumn = officeSheet({ from: '2026-09-01', to: '2026-10-31', title: '虎门镇2026年秋季值班表' });

  const first = dutyDocument(autumn, { ...options, layout: 'holiday' });
  const named = dutyDocument(autumn, { ...options, layout: 'holiday', holiday: '国庆节' });
  const none = dutyDocument(officeSheet(), { ...options, layout: 'holiday' });

  expect(first.title).toBe('虎门镇2026年中秋节值班安排表');
  expect(named.title).toBe('虎门镇2026年国庆节值班安排表');
  expect(rowsOf(named.html)).toHaveLength(8);
  expect(textOf(none.html)).toContain('本表所含日期内没有节假日');
});

test('a grid stands once beside its shifts', () => {
  const html = dutyDocument(patrolSheet(2, { from: '2026-12-01', to: '2026-12-10' }), {
    ...options,
    layout: 'patrol',
  }).html;

  expect(html.split('北栅社区第1网格')).toHaveLength(2);
  expect(html).toContain('rowspan="2"');
});

test('telephones stand beside the names where there is room, else in a list, or nowhere', () => {
  const week = officeSheet({ from: '2026-12-07', to: '2026-12-13' });
  const phone = people[0]?.phone ?? '';

  const roomy = dutyDocument(week, options).html;
  const full = dutyDocument(officeSheet(), options).html;
  const without = dutyDocument(week, { ...options, phones: 'none' }).html;

  expect(roomy).toContain(`<span class="phone">${phone}</span>`);
  expect(full).not.toContain('class="phone"');
  expect(textOf(full)).toContain(`李志强 ${phone}`);
  expect(without).not.toContain(phone);
});

test('a draft says so across the page; the office’s own mark comes with publishing', () => {
  const draft = dutyDocument(officeSheet({ state: 'draft', watermark: '内部资料' }), options).html;
  const published = dutyDocument(officeSheet({ watermark: '内部资料' }), options).html;

  expect(draft).toContain('<div class="water"><span>草稿</span></div>');
  expect(published).toContain('<div class="water"><span>内部资料</span></div>');
  expect(dutyDocument(officeSheet(), options).html).not.toContain('class="water"');
});

test('hostile names and notes print literally', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const sheet = officeSheet({ notes: [hostile], unit: hostile });

  const { html } = dutyDocument(
    { ...sheet, people: people.map((one) => ({ ...one, name: hostile })) },
    options,
  );

  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toMatch(/<script|<link|url\(|http-equiv/i);
});

test('a duty of somebody who is not on the sheet is a broken sheet', () => {
  const sheet = officeSheet();
  const [duty] = sheet.duties;
  if (duty === undefined) throw new Error('the sample has duties');

  expect(() => dutyDocument({ ...sheet, duties: [{ ...duty, person: 'x' }] }, options)).toThrow(
    /not on the sheet/,
  );
});
