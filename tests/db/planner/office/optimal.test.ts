import { fc } from '../../../fixtures/fc.ts';
import { describe, expect, test } from 'vitest';
import { startEngine } from '../../../../db/planner/linear/engine.ts';
import { planRoster } from '../../../../db/planner/office/plan-roster.ts';
import { rosterChecker } from '../../../../db/roster/check/check-roster.ts';
import type { RosterProblem } from '../../../../db/roster/problem.ts';
import type { Violation } from '../../../../db/roster/roster.ts';
import { bestScore, scoreOf } from './every-roster.ts';
import { tinyProblem } from './tiny-problem.ts';

const engine = startEngine();
const seeds = fc.integer({ min: 0, max: 1_000_000 });
const settings = (numRuns: number): fc.Parameters<[number]> => ({ numRuns, seed: 4, endOnFailure: true });

async function planned(seed: number, size: Parameters<typeof tinyProblem>[1]) {
  const problem = tinyProblem(seed, size);
  const roster = await planRoster(problem, { engine });
  const check = rosterChecker(problem)(roster.assignments);
  return { problem, roster, check, score: scoreOf(problem, roster.assignments, check) };
}

describe('a planned roster', () => {
  test('is as good as the best of all rosters there are, level by level', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { problem, score } = await planned(seed, { people: 3, days: 3, posts: 2, hasBasis: false });
        const best = bestScore(problem);
        tried += best.tried;
        expect(score).toEqual(best.score);
      }),
      settings(40),
    );
    expect(tried).toBeGreaterThan(5000);
  });

  test('changes the fewest duties of what stands, and frozen days not at all', async () => {
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { problem, score, roster } = await planned(seed, {
          people: 3,
          days: 3,
          posts: 2,
          hasBasis: true,
        });
        expect(score).toEqual(bestScore(problem).score);
        changes += roster.changed.length;
      }),
      settings(40),
    );
    expect(changes).toBeGreaterThan(10);
  });

  test('keeps every hard rule and costs what the checker counts', async () => {
    let duties = 0;
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { roster, check, score } = await planned(seed, {
          people: 5,
          days: 7,
          posts: 2,
          hasBasis: seed % 3 === 0,
        });
        expect(score).not.toBeNull();
        expect(roster.cost).toBeCloseTo(check.cost, 5);
        expect(roster.costs.map(({ rule }) => rule)).toEqual(check.costs.map(({ rule }) => rule));
        expect(roster.holes.map((hole) => JSON.stringify(hole)).toSorted()).toEqual(
          check.holes.map((hole) => JSON.stringify(hole)).toSorted(),
        );
        expect(['optimal', 'infeasible']).toContain(roster.status);
        duties += roster.assignments.length;
      }),
      settings(25),
    );
    expect(duties).toBeGreaterThan(200);
  });

  test('keeps locked duties whatever they break, and adds nothing that breaks more', async () => {
    let locked = 0;
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = withLocks(tinyProblem(seed, { people: 4, days: 5, posts: 2, hasBasis: true }), seed);
        const standing = (problem.basis?.assignments ?? [])
          .filter((duty) => duty.locked || duty.date <= (problem.basis?.frozenThrough ?? ''))
          .map(({ date, post, person }) => ({ date, post, person }));
        const roster = await planRoster(problem, { engine });

        const judge = rosterChecker(problem);
        const check = judge(roster.assignments);
        const broken = new Set(judge(standing).violations.map(keyOf));
        const added = check.violations.filter(({ fact }) => fact.kind !== 'request').map(keyOf);
        expect(roster.assignments).toEqual(expect.arrayContaining(standing));
        expect(added.filter((key) => !broken.has(key))).toEqual([]);
        expect(roster.cost).toBeCloseTo(check.cost, 5);
        locked += standing.length;
      }),
      settings(25),
    );
    expect(locked).toBeGreaterThan(25);
  });
});

/** One duty a person and day, every fifth of them locked. */
function withLocks(problem: RosterProblem, seed: number): RosterProblem {
  const basis = problem.basis ?? { assignments: [], frozenThrough: null };
  const assignments = basis.assignments
    .filter(
      (duty, index, all) =>
        all.findIndex(({ date, person }) => date === duty.date && person === duty.person) === index,
    )
    .map((duty, index) => ({ ...duty, locked: (index + seed) % 5 === 0 }));
  return { ...problem, basis: { ...basis, assignments } };
}

const keyOf = ({ fact, person, post }: Violation): string =>
  JSON.stringify([fact.kind, 'id' in fact ? fact.id : null, person, post]);
