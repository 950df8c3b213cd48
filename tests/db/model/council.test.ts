import { describe, expect, test } from 'vitest';
import { readyRules } from '../../../db/model/council/ready-rules.ts';
import { reaches, ruleOf, voteOutcome, type VoteCount } from '../../../db/model/council/vote-outcome.ts';
import { checkRow } from '../../../db/model/derive/row-check.ts';
import { consultRule } from '../../../db/model/ledgers/council/consult-rule.ts';
import { consultTopic } from '../../../db/model/ledgers/council/consult-topic.ts';
import { consultVote } from '../../../db/model/ledgers/council/consult-vote.ts';
import { liaisonOpinion } from '../../../db/model/ledgers/council/liaison-opinion.ts';

const nobody: VoteCount = {
  eligible: null,
  present: null,
  households: null,
  householdsPresent: null,
  area: null,
  areaPresent: null,
  agree: null,
  areaAgree: null,
};
const today = '2026-11-26';

/** Result of a vote by one of the shipped rules. */
function vote(name: string, count: Partial<VoteCount>) {
  const rule = ruleOf(readyRules.find(({ values }) => values['name'] === name)?.values ?? {});
  if (rule === null) throw new Error(`no rule ${name}`);
  return voteOutcome(rule, { ...nobody, ...count });
}

describe('a share', () => {
  test('of at least two thirds includes two thirds, of more than half excludes half', () => {
    expect([reaches('ge-2-3', 2, 3), reaches('ge-2-3', 19, 30), reaches('ge-2-3', 20, 30)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([reaches('gt-1-2', 15, 30), reaches('gt-1-2', 16, 30)]).toEqual([false, true]);
    expect(reaches('any', 0, 30)).toBe(true);
  });
});

describe('a vote of representatives (村民委员会组织法第二十六条)', () => {
  test('carries with two thirds present and more than half of those present agreeing', () => {
    expect(vote('村民代表会议', { eligible: 45, present: 30, agree: 16 })).toEqual({
      result: '1',
      why: '应到45人，实到30人，达到三分之二以上；到会30人，同意16人，达到过半数',
    });
    expect(vote('村民代表会议', { eligible: 45, present: 30, agree: 15 }).result).toBe('2');
  });

  test('is void without the quorum, however many agree', () => {
    expect(vote('村民代表会议', { eligible: 45, present: 29, agree: 29 })).toEqual({
      result: '3',
      why: '应到45人，实到29人，未达到三分之二以上',
    });
  });

  test('is not judged while a count is missing', () => {
    expect(vote('村民代表会议', { eligible: 45, present: 30 })).toMatchObject({ result: '0' });
    expect(vote('村民代表会议', {}).why).toBe('应到、实到人数未填全');
  });
});

describe("a villagers' meeting (第二十二条)", () => {
  test('has its quorum by people or by households', () => {
    expect(
      vote('村民会议', { eligible: 2000, present: 900, households: 600, householdsPresent: 400, agree: 451 })
        .result,
    ).toBe('1');
    expect(vote('村民会议', { eligible: 2000, present: 1001, agree: 501 }).result).toBe('1');
    expect(
      vote('村民会议', { eligible: 2000, present: 1000, households: 600, householdsPresent: 399, agree: 999 })
        .result,
    ).toBe('3');
  });
});

describe('owners (民法典第二百七十八条)', () => {
  const taking = { eligible: 300, present: 200, area: 30_000_00, areaPresent: 20_000_00 };

  test('need two thirds of number and area to take part, and half of both to agree', () => {
    expect(vote('业主共同决定（一般事项）', { ...taking, agree: 101, areaAgree: 10_000_01 }).result).toBe(
      '1',
    );
    expect(vote('业主共同决定（一般事项）', { ...taking, agree: 150, areaAgree: 10_000_00 }).result).toBe(
      '2',
    );
    expect(
      vote('业主共同决定（一般事项）', {
        ...taking,
        areaPresent: 19_999_99,
        agree: 200,
        areaAgree: 19_999_99,
      }).result,
    ).toBe('3');
  });

  test('need three quarters of both in grave matters', () => {
    expect(vote('业主共同决定（重大事项）', { ...taking, agree: 150, areaAgree: 15_000_00 }).result).toBe(
      '1',
    );
    expect(vote('业主共同决定（重大事项）', { ...taking, agree: 149, areaAgree: 15_000_00 }).result).toBe(
      '2',
    );
  });
});

test('a vote works its own result out, and refuses counts that do not add up', () => {
  const row = {
    session: 's',
    subject: '加装电梯',
    attend_share: 'ge-2-3',
    agree_share: 'gt-1-2',
    eligible: 45,
    present: 30,
  };
  expect(consultVote.fill({ ...row, agree: 20, against: 8, abstain: 2 })).toMatchObject({ result: '1' });
  const problems = (values: Record<string, number>) =>
    checkRow(consultVote, consultVote.fill({ ...row, ...values }), { today }).map(({ field }) => field);
  expect(problems({ agree: 20, against: 8, abstain: 2 })).toEqual([]);
  expect(problems({ agree: 20, against: 9, abstain: 2 })).toEqual(['agree']);
  expect(problems({ present: 46, agree: 1 })).toEqual(['present']);
});

test('the shipped rules are good records', () => {
  expect(readyRules.length).toBe(5);
  for (const { values } of readyRules) expect(checkRow(consultRule, values, { today })).toEqual([]);
});

test('a result published for less than five days is warned of', () => {
  const topic = {
    title: '停车位划线',
    content_kind: '13',
    village: 'v',
    raised_by: '张伟',
    raised_on: '2026-11-01',
    state: '50',
    published_from: '2026-11-10',
  };
  const warnings = (to: string) =>
    checkRow(consultTopic, { ...topic, published_to: to }, { today }).map(({ field, level }) => [
      field,
      level,
    ]);
  expect(warnings('2026-11-13')).toEqual([['published_to', 'warning']]);
  expect(warnings('2026-11-14')).toEqual([]);
});

test('an opinion says whether it was closed in time', () => {
  const { compute } = liaisonOpinion.fields.is_in_time;
  expect(compute?.({ closed_on: '2026-11-10', deadline: '2026-11-10' })).toBe(true);
  expect(compute?.({ closed_on: '2026-11-11', deadline: '2026-11-10' })).toBe(false);
  expect(compute?.({ closed_on: null, deadline: '2026-11-10' })).toBeNull();
});
