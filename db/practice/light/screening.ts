import { screeningPlan } from '../../model/ledgers/dispute/screening-rhythm.ts';
import { put, type Scene, someName } from './scene.ts';

/** Rounds of a village, and days between two. */
const ROUNDS = 3;
const APART = 15;

/** Writes how villages are screened for disputes, with the rounds of the last weeks. */
export function addScreening(scene: Scene): void {
  const villages = [...new Map(scene.known.map(({ grid }) => [grid.division, grid.village.name]))].slice(
    0,
    8,
  );
  for (const [i, [village, name]] of villages.entries()) {
    const newest = { screened_on: scene.days.ago(2 + i) };
    const values = { village, unit: `${name}综治中心`, rhythm: '1', from_day: scene.days.ago(200) };
    const plan = put(scene, 'screening_plan', {
      ...values,
      responsible: someName(scene),
      ...screeningPlan({ whole: values, newest }),
    });
    for (let round = 0; round < ROUNDS; round += 1)
      put(scene, 'screening_round', {
        plan,
        screened_on: scene.days.ago(2 + i + round * APART),
        screeners: someName(scene),
        unit_count: 6,
        people_count: 4,
        dispute_found: 1 + (round % 2),
        dispute_settled: 1,
        fire_found: 3,
        fire_cleared: 2 + (round % 2),
        order_found: 1,
        order_cleared: 1,
      });
  }
}
