import type { Town } from '../town.ts';
import { addCare } from './courage.ts';
import { addGovernance } from './governance.ts';
import { addCoverRules, addIndicators } from './indicators.ts';
import { addSchools } from './schools.ts';
import { type SceneOptions, setScene } from './scene.ts';
import { addScreening } from './screening.ts';
import { addSecurity } from './security.ts';
import { addServed } from './served.ts';

export type { Known, RentalHouse } from './scene.ts';

/** Added to the town's seed: chance of the ledgers of safety and security. */
const SAFETY_STREAM = 0x73_61_66_65;

/** Writes a few dozen rows of each ledger of 平安建设 and 社会治安, of schools, couriers and outside figures. */
export function addSafetyLedgers(town: Town, options: Omit<SceneOptions, 'stream'>): void {
  const scene = setScene(town, { ...options, stream: SAFETY_STREAM });
  addGovernance(scene);
  const clues = addSecurity(scene);
  addCare(scene, clues);
  addSchools(scene);
  addIndicators(scene);
  addServed(scene);
  addScreening(scene);
  addCoverRules(scene);
}
