import { expect, test } from 'vitest';
import { carryOn } from '../../../../db/planner/generate/carry-on.ts';
import { officeProblem, type OfficeOptions } from '../../../../db/planner/generate/office-problem.ts';
import { startEngine } from '../../../../db/planner/linear/engine.ts';
import { planRoster } from '../../../../db/planner/office/plan-roster.ts';
import { checkRoster } from '../../../../db/roster/check/check-roster.ts';

test('a year planned month by month breaks nothing and ends even', { timeout: 180_000 }, async () => {
  const engine = startEngine();
  let carried: OfficeOptions['carried'];
  const broken: unknown[] = [];
  for (let number = 1; number <= 12; number += 1) {
    const month = `2026-${String(number).padStart(2, '0')}`;
    const office = { staff: 10, seed: 3, month, shifts: 'two', hasPatrol: false } as const;
    const problem = officeProblem({ ...office, ...(carried && { carried }) });
    const roster = await planRoster(problem, { engine, budget: 20_000 });
    broken.push(...checkRoster(problem, roster.assignments).violations, ...roster.holes);
    carried = carryOn(problem, roster.assignments);
  }

  expect(broken).toEqual([]);
  const officers = [...(carried?.balances ?? [])].filter(([id]) => id.startsWith('O'));
  for (const counter of ['total', 'night', 'restday', 'holiday', 'spring'] as const) {
    const balances = officers.map(([, balance]) => balance[counter] ?? Number.NaN);
    // Shares are fractions of duties: two whole counts may be one apart, and hardly more.
    expect(Math.max(...balances) - Math.min(...balances), counter).toBeLessThan(1.5);
  }
});
