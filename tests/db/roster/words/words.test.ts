import { expect, test } from 'vitest';
import { checkRoster } from '../../../../db/roster/check/check-roster.ts';
import { ruleTemplates } from '../../../../db/roster/words/rule-words.ts';
import { rosterWords, statusWords } from '../../../../db/roster/words/roster-words.ts';
import type { Fact } from '../../../../db/roster/roster.ts';
import { dayPost, duties, nightPost, officer, row, smallProblem } from '../../../fixtures/small-rosters.ts';

const named = (id: string, name: string, more: object = {}) => ({ ...officer(id), name, ...more });
const range = { from: '2026-12-05', to: '2026-12-07' };
const held = { strength: { hard: true } };
const wished = { strength: { weight: 30 } };

const problem = smallProblem({
  posts: [dayPost, nightPost],
  people: [
    named('A', '李明', { nightExempt: [range], from: '2026-12-02' }),
    named('B', '王芳', { skills: ['03'] }),
    named('C', '张伟'),
  ],
  leaves: [{ id: 'l', person: 'A', ...range, kind: '01' }],
  requests: [
    {
      id: 'f',
      person: 'B',
      kind: 'fixed',
      from: '2026-12-01',
      to: '2026-12-31',
      weekdays: [0, 1],
      posts: ['night'],
    },
    { id: 'n', person: 'C', kind: 'never', from: '2026-12-03', to: '2026-12-03' },
  ],
  pairs: [{ id: 'p', a: 'A', b: 'B', kind: 'presence' }],
  campaigns: [{ id: 'c', name: '防台风', from: '2026-12-30', to: '2027-01-02', post: 'day', need: 'all' }],
  rules: [
    { id: 'rest', kind: 'rest', hours: 24, posts: ['night'], ...held },
    { id: 'nights', kind: 'nights-in-row', most: 1, ...held },
    { id: 'days', kind: 'days-in-row', most: 3, ...held },
    { id: 'week', kind: 'per-week', most: 2, ...wished },
    { id: 'month', kind: 'per-month', most: 3, counter: 'restday', posts: ['day', 'night'], ...wished },
    { id: 'weekends', kind: 'weekends', most: 2, ...held },
    { id: 'spacing', kind: 'spacing', days: 2, ...held },
    { id: 'skill', kind: 'skill', skill: '01', least: 1, ...held },
    { id: 'novice', kind: 'novice', skill: '03', most: 1, ...held },
    { id: 'same', kind: 'same-rest-days', posts: ['day'], ...wished },
    { id: 'fair', kind: 'fair', counter: 'night', ...wished },
    { id: 'wishes', kind: 'wishes', ...wished },
    { id: 'own', kind: 'own-place', ...wished },
    { id: 'turns', kind: 'turns', ...wished },
  ],
});
const say = rosterWords(problem);

test('every rule is a sentence with its numbers, and says whether it may give way', () => {
  expect(problem.rules.map((rule) => say.rule(rule).zh)).toEqual([
    '夜班后至少休息24小时',
    '连续夜班不超过1个',
    '连续值班不超过3天',
    '每人每周值班不超过2次（尽量遵守，权重30）',
    '值班干部、夜班：每人每月双休日值班不超过3次（尽量遵守，权重30）',
    '每人每月不超过2个周末值班',
    '两次值班之间至少间隔2天',
    '每天在岗人员中“可驾车”至少1名',
    '同一岗位“新手”不超过1名，且不单独值班',
    '值班干部：双休日、连续假期由同一人值班（尽量遵守，权重30）',
    '夜班次数人人均衡（尽量遵守，权重30）',
    '照顾个人值班意愿（尽量遵守，权重30）',
    '优先安排本人网格（尽量遵守，权重30）',
    '按名单顺序轮流值班（尽量遵守，权重30）',
  ]);
  expect(say.rule({ id: 'x', kind: 'rest', hours: 11.5, strength: { hard: true } })).toEqual({
    zh: '每次值班后至少休息11.5小时',
    en: 'Hours of rest after every duty: at least 11.5',
  });
});

test('a template has a place for every number its kind of rule has, in both languages', () => {
  for (const rule of problem.rules) {
    const own = Object.keys(rule).filter((key) => !['id', 'kind', 'strength', 'posts'].includes(key));
    for (const parts of [ruleTemplates[rule.kind].zh, ruleTemplates[rule.kind].en]) {
      const slots = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.slot]));
      expect([rule.kind, ...slots].sort()).toEqual([rule.kind, 'posts', ...own].sort());
    }
  }
  expect(problem.rules.length).toBe(Object.keys(ruleTemplates).length);
});

const facts: readonly (readonly [Fact, string])[] = [
  [{ kind: 'rule', id: 'rest' }, '夜班后至少休息24小时'],
  [
    { kind: 'rule', id: 'week', person: 'A', date: '2026-12-05' },
    '李明12月5日（周六）：每人每周值班不超过2次',
  ],
  [{ kind: 'leave', id: 'l' }, '李明12月5日至7日请假（年休假）'],
  [{ kind: 'request', id: 'f' }, '王芳12月1日至31日每周一、每周日固定值班（夜班）'],
  [{ kind: 'request', id: 'n' }, '张伟12月3日不安排值班'],
  [{ kind: 'pair', id: 'p' }, '李明与王芳不能同时离岗'],
  [{ kind: 'campaign', id: 'c' }, '防台风：12月30日至1月2日值班干部全员在岗'],
  [{ kind: 'exempt', person: 'A' }, '李明12月5日至7日免值夜班'],
  [{ kind: 'service', person: 'A' }, '李明12月2日（周三）起在岗'],
  [{ kind: 'need', post: 'night', date: '2026-12-05' }, '12月5日（周六）夜班必须排满'],
  [{ kind: 'one-a-day', person: 'C', date: '2026-12-01' }, '张伟12月1日（周二）只能值一个班'],
  [
    { kind: 'standing', post: 'night', date: '2026-12-01', person: 'C' },
    '12月1日（周二）夜班已定为张伟，不再变动',
  ],
  [{ kind: 'unqualified', post: 'night', person: 'C' }, '张伟不具备夜班的任职条件'],
  [{ kind: 'unknown', what: 'person', id: 'Z' }, '没有人员“Z”'],
];

test.each(facts)('%o', (fact, sentence) => {
  expect(say.fact(fact).zh).toBe(sentence);
  expect(say.fact(fact).en).toMatch(/^[^一-龥]*(李明|王芳|张伟|值班干部|夜班|防台风)?/u);
  expect(say.fact(fact).en).not.toMatch(/undefined|null|值班不|请假|至少/);
});

test('a violation says where, what and by how much', () => {
  const { violations } = checkRoster(problem, [
    ...row('night', '--CC'),
    ...duties('day', { '2026-12-05': 'A' }),
  ]);

  expect(violations.map((violation) => say.violation(violation).zh)).toEqual(
    expect.arrayContaining([
      '12月3日（周四）夜班张伟：张伟12月3日不安排值班',
      '12月4日（周五）夜班张伟：夜班后至少休息24小时，少休息15小时',
      '12月4日（周五）夜班张伟：连续夜班不超过1个，超出1个',
      '12月5日（周六）值班干部李明：李明12月5日至7日请假（年休假）',
      '12月6日（周日）夜班王芳：王芳12月1日至31日每周一、每周日固定值班（夜班），但没有安排',
    ]),
  );
});

test('holes, shares and states are said as an office says them', () => {
  expect(say.hole({ date: '2026-12-05', post: 'night', missing: 1 }).zh).toBe('12月5日（周六）夜班缺1人');
  const [line] = checkRoster(problem, row('night', 'BC')).fairness;
  if (line === undefined) throw new Error('nobody is compared');
  expect(say.fairLine(line).zh).toBe('李明夜班：应值1.2次，实排0次');
  expect(statusWords({ status: 'feasible', gap: 0.0123, holes: [] }).zh).toBe('已排满，距最优不超过1.2%');
  expect(statusWords({ status: 'optimal', gap: 0, holes: [] }).zh).toBe('已证明最优');
});
