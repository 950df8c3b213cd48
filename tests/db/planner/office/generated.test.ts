import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { officeProblem } from '../../../../db/planner/generate/office-problem.ts';
import { checkRoster } from '../../../../db/roster/check/check-roster.ts';
import { rosterProblem } from '../../../../db/roster/problem.ts';
import { planRoster } from '../../../../db/planner/office/plan-roster.ts';

const office = { staff: 12, seed: 1, month: '2026-10', shifts: 'three', hasPatrol: true } as const;

describe('a generated office', () => {
  test('is planned to a proven optimum without holes', async () => {
    const roster = await planRoster(officeProblem(office));

    expect(roster.status).toBe('optimal');
    expect(roster.holes).toEqual([]);
    expect(roster.bound).toBe(roster.cost);
    expect(roster.assignments.length).toBeGreaterThan(100);
  });

  test('is stamped with the version of the solver that is installed', async () => {
    const file = path.resolve(import.meta.dirname, '../../../../node_modules/highs/package.json');
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8')));

    const { stamp } = await planRoster(officeProblem(office), { budget: 1 });

    expect(stamp).toMatchObject({ solver: `highs ${version}`, budget: 1 });
    expect(stamp.problem).toMatch(/^[0-9a-f]{64}$/);
  });

  test('gets the same roster twice', async () => {
    const [first, second] = [
      await planRoster(officeProblem(office)),
      await planRoster(officeProblem(office)),
    ];

    expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 });
  });

  test('is improved with what is left of a budget that proves nothing', async () => {
    const problem = rosterProblem.parse({
      ...officeProblem(office),
      rules: [
        ...officeProblem(office).rules,
        { id: 'weekends', kind: 'weekends', strength: { weight: 37 }, most: 2 },
        { id: 'runs', kind: 'days-in-row', strength: { weight: 9 }, most: 2 },
        { id: 'weeks', kind: 'per-week', strength: { weight: 13 }, most: 3 },
      ],
    });
    const phases = new Set<string>();

    const first = await planRoster(problem, { budget: 1 });
    const better = await planRoster(problem, {
      budget: 15_000,
      onProgress: ({ phase }) => phases.add(phase),
    });

    expect(phases).toContain('improve');
    expect(better.status).toBe('feasible');
    expect(better.cost).toBeLessThan(first.cost);
    expect(better.bound).toBeLessThan(better.cost);
    expect(checkRoster(problem, better.assignments).violations).toEqual([]);
  });
});
