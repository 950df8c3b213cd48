import { officeProblem } from '../../../db/planner/generate/office-problem.ts';
import { createPlanner } from '../../../db/planner/index.ts';
import type { Measured } from '../figure.ts';
import type { CounterGroup } from '../group.ts';
import { counter } from './asked.ts';

/** The longest holiday run of the year and a make-up day. */
const MONTH = '2026-10';
const SEEDS = [1, 2, 3];
const offices = {
  small: { staff: 12, shifts: 'two', hasPatrol: false },
  medium: { staff: 30, shifts: 'two', hasPatrol: false },
  shifts: { staff: 60, shifts: 'three', hasPatrol: true },
} as const;

/** How much work the planner of rosters needs for a proof. */
export const rosterCounters: CounterGroup = {
  name: 'roster',
  kind: 'counter',
  measure: async () => {
    const figures: Measured[] = [];
    for (const [name, office] of Object.entries(offices)) {
      let iterations = 0;
      let unproven = 0;
      for (const seed of name === 'shifts' ? SEEDS.slice(0, 1) : SEEDS) {
        const { work, status } = await createPlanner().plan(officeProblem({ ...office, seed, month: MONTH }));
        iterations += work.iterations;
        if (status !== 'optimal') unproven += 1;
      }
      const of = `a month of ${String(office.staff)} people, ${office.shifts} shifts`;
      figures.push(
        counter(`roster.${name}.iterations`, iterations, {
          unit: 'simplex iterations',
          of,
          means: 'A month takes the planner longer.',
        }),
        counter(`roster.${name}.unproven`, unproven, {
          unit: 'plans',
          of,
          means: 'A month is no longer proven to be the best there is.',
        }),
      );
    }
    return figures;
  },
};
