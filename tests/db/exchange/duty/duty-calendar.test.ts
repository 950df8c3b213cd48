import { expect, test } from 'vitest';
import { dutyCalendar } from '../../../../db/exchange/duty/duty-calendar.ts';
import { officeSheet } from './sample-sheets.ts';

const now = new Date('2026-11-26T00:30:00Z');
const sheet = officeSheet({ from: '2026-12-01', to: '2026-12-07' });
const calendarOf = (person?: string, from = sheet): string =>
  dutyCalendar({ sheet: from, language: 'zh', now, ...(person === undefined ? {} : { person }) });
/** Content lines with folding undone (RFC 5545 3.1). */
const linesOf = (text: string): readonly string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');
const valuesOf = (text: string, name: string): readonly string[] =>
  linesOf(text).flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []));

test('a person’s calendar has one event per duty, from its begin to its end in UTC', () => {
  const text = calendarOf('p0');

  expect(valuesOf(text, 'SUMMARY')).toEqual(['值班：带班领导', '值班：带班领导']);
  expect(valuesOf(text, 'DTSTART')).toEqual(['20261201T003000Z', '20261206T003000Z']);
  expect(valuesOf(text, 'DTEND')).toEqual(['20261202T003000Z', '20261207T003000Z']);
});

test('a team’s calendar has every duty with its name', () => {
  const text = calendarOf();

  expect(valuesOf(text, 'SUMMARY')).toHaveLength(sheet.duties.length);
  expect(valuesOf(text, 'SUMMARY')).toContain('夜班：梁坤');
});

test('an event keeps its identity when the roster is exported again, and no two events share one', () => {
  const first = valuesOf(calendarOf(), 'UID');

  expect(new Set(first).size).toBe(first.length);
  expect(valuesOf(calendarOf(undefined, { ...sheet, title: 'renamed' }), 'UID')).toEqual(first);
});

test('lines are no longer than 75 bytes, as the format asks', () => {
  const longest = Math.max(
    ...calendarOf()
      .split('\r\n')
      .map((line) => Buffer.byteLength(line)),
  );

  expect(longest).toBeLessThanOrEqual(75);
});
