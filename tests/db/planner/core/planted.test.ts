import { describe, expect, test } from 'vitest';
import { startEngine } from '../../../../db/planner/linear/engine.ts';
import { planRoster } from '../../../../db/planner/office/plan-roster.ts';
import { checkRoster } from '../../../../db/roster/check/check-roster.ts';
import { applyRelaxation } from '../../../../db/roster/relaxation.ts';
import { rosterWords } from '../../../../db/roster/words/roster-words.ts';
import { canBeFilled, proveCore } from '../../../fixtures/core-proof.ts';
import { plantedConflicts } from '../../../fixtures/planted-conflicts.ts';
import { dayPost, daysFrom, nightPost, officer, smallProblem } from '../../../fixtures/small-rosters.ts';

/** One office of each kind of conflict; `npm run bench` proves all fifty. */
const planted = plantedConflicts().filter((_, index) => index % 5 === 0);

describe('a planted conflict', async () => {
  const engine = await startEngine();

  test.each(planted)('is found, minimal and has a way out: $name', (conflict) => {
    const proof = proveCore(engine, conflict);

    expect(proof.missed).toEqual([]);
    expect(proof.idle).toEqual([]);
    expect(proof.core.length).toBeGreaterThan(1);
    expect(proof.empty).toEqual([]);
    expect(proof.relaxations.length).toBeGreaterThan(0);
  });

  test('there are fifty', () => {
    expect(plantedConflicts().length).toBe(50);
    expect(canBeFilled(engine, smallProblem())).toBe(true);
  });
});

const named = (id: string, name: string) => ({ ...officer(id), name });

/** Five days; on Thursday the 3rd both who could have the night are out: one on leave, one resting. */
const office = smallProblem({
  days: daysFrom('2026-12-01', 5),
  posts: [
    { ...dayPost, needs: { workday: 0, restday: 0, holiday: 0, spring: 0 } },
    { ...nightPost, needs: { workday: 1, restday: 0, holiday: 0, spring: 0 } },
  ],
  people: [named('li', '李明'), named('wang', '王芳')],
  leaves: [{ id: 'l', person: 'li', from: '2026-12-02', to: '2026-12-03', kind: '01' }],
  rules: [{ id: 'rest', kind: 'rest', hours: 24, posts: ['night'], strength: { hard: true } }],
});

test('a plan that cannot be filled says why in words and offers ways out that fill it', async () => {
  const roster = await planRoster(office);
  const say = rosterWords(office);

  expect(roster.status).toBe('infeasible');
  expect(roster.holes.length).toBe(1);
  expect(say.core(roster.core).map(({ text }) => text.zh)).toEqual([
    '12月2日至3日夜班必须排满（2天）',
    '李明12月2日至3日请假（年休假）',
    '夜班后至少休息24小时',
  ]);
  expect(roster.relaxations.length).toBe(3);
  const sentences = roster.relaxations.map((offer) => say.relaxation(offer).zh);
  expect(sentences[0]).toMatch(/^12月[23]日（周[三四]）夜班不安排人$/u);
  expect(sentences.slice(1).sort()).toEqual([
    expect.stringMatching(
      /^“夜班后至少休息24小时”放宽一次：王芳12月\d日（周.）值夜班、王芳12月\d日（周.）值夜班$/u,
    ),
    expect.stringMatching(/^取消李明12月[23]日（周[三四]）的请假$/u),
  ]);
  for (const offer of roster.relaxations) {
    const again = await planRoster(applyRelaxation(office, offer));
    expect(again.holes).toEqual([]);
  }
});

test('a fixed duty that cannot be kept is explained though no place is empty', async () => {
  const problem = smallProblem({
    requests: [
      { id: 'f', person: 'A', kind: 'fixed', from: '2026-12-02', to: '2026-12-02' },
      { id: 'n', person: 'A', kind: 'never', from: '2026-12-01', to: '2026-12-04' },
    ],
  });

  const roster = await planRoster(problem);

  expect(roster.holes).toEqual([]);
  expect(roster.status).toBe('infeasible');
  expect(roster.core).toEqual([
    { kind: 'request', id: 'f' },
    { kind: 'request', id: 'n' },
  ]);
  for (const offer of roster.relaxations) {
    const { assignments } = await planRoster(applyRelaxation(problem, offer));
    expect(checkRoster(applyRelaxation(problem, offer), assignments).violations).toEqual([]);
  }
  expect(roster.relaxations.length).toBe(2);
});

test('two holes are explained one after the other', async () => {
  const problem = smallProblem({
    days: daysFrom('2026-12-01', 14),
    people: ['A', 'B', 'C', 'D'].map(officer),
    leaves: ['A', 'B', 'C', 'D'].flatMap((person) =>
      ['2026-12-03', '2026-12-10'].map((date) => ({ id: `${person} ${date}`, person, from: date, to: date })),
    ),
  });

  const first = await planRoster(problem);
  const [offer] = first.relaxations;
  if (offer === undefined) throw new Error('no way out was offered');
  const second = await planRoster(applyRelaxation(problem, offer));

  expect(first.holes.length).toBe(2);
  expect(first.core.length).toBe(5);
  expect(second.holes).toEqual(first.holes.slice(1));
  expect(second.core.length).toBe(5);
});
