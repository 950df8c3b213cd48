import { afterEach, describe, expect, test } from 'vitest';
import { createPlanner } from '../../../../db/planner/index.ts';
import { officeProblem } from '../../../../db/planner/generate/office-problem.ts';
import { planRoster } from '../../../../db/planner/office/plan-roster.ts';
import type { PlanProgress } from '../../../../db/planner/plan-options.ts';
import { rosterProblem } from '../../../../db/roster/problem.ts';

const small = officeProblem({ staff: 12, seed: 1, month: '2026-10', shifts: 'two', hasPatrol: false });
const large = officeProblem({ staff: 120, seed: 1, month: '2026-10', shifts: 'three', hasPatrol: true });
const planner = createPlanner();
afterEach(() => planner.close());

describe('a planner', () => {
  test('answers in its thread what the same plan answers in this one, first roster first', async () => {
    const told: PlanProgress[] = [];

    const roster = await planner.plan(small, { onProgress: (progress) => told.push(progress) });

    expect({ ...roster, seconds: 0 }).toEqual({ ...(await planRoster(small)), seconds: 0 });
    expect(told[0]?.phase).toBe('first');
    expect(told[0]?.roster?.assignments.length).toBeGreaterThan(0);
  });

  test('uses a thread warmed ahead', async () => {
    planner.warm();

    const roster = await planner.plan(small);

    expect(roster.status).toBe('optimal');
  });

  test('keeps the roster there is when it is stopped', async () => {
    const stop = new AbortController();

    const roster = await planner.plan(large, {
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });

    expect(roster.status).toBe('feasible');
    expect(roster.holes).toEqual([]);
    expect(roster.assignments.length).toBeGreaterThan(1000);
    expect(roster.bound).toBeLessThanOrEqual(roster.cost);
  });

  test('says that it failed when its thread does', async () => {
    const broken = { ...small, days: [] };

    await expect(planner.plan(broken)).rejects.toThrow(/the planner failed/);
    expect(rosterProblem.safeParse(broken).success).toBe(false);
  });
});
