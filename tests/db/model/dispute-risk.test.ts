import { expect, test } from 'vitest';
import {
  criteriaOf,
  nextFollowUp,
  proposedCriteria,
  riskLevels,
  riskOf,
} from '../../../db/model/ledgers/dispute/risk.ts';

const criteria = [
  { factor: '01', points: 4, least: null },
  { factor: '02', points: 2, least: '1' },
  { factor: '03', points: 3, least: null },
  { factor: '04', points: 6, least: null },
] as const;

test('no factor makes no colour', () => {
  expect(riskOf([], criteria)).toEqual({ score: 0, level: null });
});

test('points add up to a colour, at the points where each begins', () => {
  expect(riskLevels.map(({ level, from_points }) => [level, from_points])).toEqual([
    ['1', 10],
    ['2', 6],
    ['3', 3],
    ['4', 1],
  ]);
  expect(riskOf(['03'], criteria)).toEqual({ score: 3, level: '3' });
  expect(riskOf(['01', '03'], criteria)).toEqual({ score: 7, level: '2' });
  expect(riskOf(['01', '04'], criteria)).toEqual({ score: 10, level: '1' });
});

test('one factor can make a colour whatever the sum, and never a milder one than the sum', () => {
  expect(riskOf(['02'], criteria)).toEqual({ score: 2, level: '1' });
  expect(riskOf(['01', '03', '04'], [...criteria, { factor: '09', points: 1, least: '4' }]).level).toBe('1');
});

test('a factor nobody gave points counts nothing', () => {
  expect(riskOf(['77', '03'], criteria)).toEqual({ score: 3, level: '3' });
});

test('the points of the town win over the proposed ones, which stand for what it has not entered', () => {
  const own = criteriaOf([{ factor: '06', points: 9, least: '1' }]);
  expect(riskOf(['06'], own)).toEqual({ score: 9, level: '1' });
  expect(own).toHaveLength(proposedCriteria.length);
  expect(riskOf(['04'], own).level).toBe('1');
});

test('red is followed up weekly from the last follow-up, blue not at all', () => {
  expect(nextFollowUp('1', '2026-11-23')).toBe('2026-11-30');
  expect(nextFollowUp('4', '2026-11-23')).toBeNull();
  expect(nextFollowUp(null, '2026-11-23')).toBeNull();
  expect(nextFollowUp('1', null)).toBeNull();
});
