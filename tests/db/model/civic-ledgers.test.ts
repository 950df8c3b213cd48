import { describe, expect, test } from 'vitest';
import { refilled } from '../../../db/model/derive/refill.ts';
import { checkRow } from '../../../db/model/derive/row-check.ts';
import type { Values } from '../../../db/model/field-kind.ts';
import { committeeMember } from '../../../db/model/ledgers/party/committee-member.ts';
import { majorDecision } from '../../../db/model/ledgers/party/major-decision.ts';
import { partnerReport } from '../../../db/model/ledgers/society/partner-report.ts';

const today = '2026-11-26';
const decision: Values = {
  village: 'v',
  title: '路灯改造',
  kind: '03',
  proposed_on: '2026-10-01',
  step: '01',
};
const errorsOf = (row: Values): readonly string[] =>
  checkRow(majorDecision, row, { today })
    .filter(({ level }) => level === 'error')
    .map(({ field }) => field ?? '');

describe('a major decision', () => {
  test('stands at the last of its six steps that has a day, and follows the days', () => {
    expect(majorDecision.fill({ proposed_on: '2026-10-01' })['step']).toBe('01');
    const voted = { ...decision, discussed_on: '2026-10-08', resolved_on: '2026-10-20' };
    expect(refilled(majorDecision, voted, decision)['step']).toBe('04');
    const shown = { ...voted, step: '04', result_published_on: '2026-11-20' };
    expect(refilled(majorDecision, shown, { ...voted, step: '04' })['step']).toBe('06');
  });

  test('refuses a step before an earlier one, also when those between have no day', () => {
    expect(errorsOf(decision)).toEqual([]);
    expect(errorsOf({ ...decision, resolved_on: '2026-09-30' })).toEqual(['resolved_on']);
    expect(errorsOf({ ...decision, discussed_on: '2026-10-08', published_on: '2026-10-07' })).toEqual([
      'published_on',
    ]);
  });

  test('refuses more votes for than people present, and more present than entitled', () => {
    const votes = { due_to_vote: 50, voted: 45, agreed: 40 };
    expect(errorsOf({ ...decision, ...votes })).toEqual([]);
    expect(errorsOf({ ...decision, ...votes, agreed: 46 })).toEqual(['agreed']);
    expect(errorsOf({ ...decision, ...votes, voted: 51 })).toEqual(['agreed']);
  });
});

describe('a village official', () => {
  const all = ['01', '11', '21'];

  test('holds all three posts only with secretary, head and chairman, and follows the posts', () => {
    expect(committeeMember.fill({ posts: all })['is_three_in_one']).toBe(true);
    expect(committeeMember.fill({ posts: ['01', '11'] })['is_three_in_one']).toBe(false);
    expect(committeeMember.fill({})['is_three_in_one']).toBeUndefined();
    const before = { posts: all, is_three_in_one: true, state: '01' };
    expect(refilled(committeeMember, { ...before, posts: ['01'] }, before)['is_three_in_one']).toBe(false);
  });

  test('keeps what was written by hand', () => {
    const before = { posts: ['01', '11'], is_three_in_one: true, state: '01' };
    expect(refilled(committeeMember, { ...before, posts: ['01'] }, before)['is_three_in_one']).toBe(true);
  });
});

test('partners have no more reports taken up than they made', () => {
  const report = { force: 'f', counted_on: '2026-10-31', reported: 5 };
  const found = (adopted: number) => checkRow(partnerReport, { ...report, adopted }, { today });
  expect(found(5)).toEqual([]);
  expect(found(6).map(({ field }) => field)).toEqual(['adopted']);
});
