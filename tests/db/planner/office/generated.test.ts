import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { officeProblem } from '../../../../db/planner/generate/office-problem.ts';
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
});
