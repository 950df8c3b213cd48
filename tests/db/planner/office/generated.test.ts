import { describe, expect, test } from 'vitest';
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

  test('gets the same roster twice', async () => {
    const [first, second] = [
      await planRoster(officeProblem(office)),
      await planRoster(officeProblem(office)),
    ];

    expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 });
  });
});
