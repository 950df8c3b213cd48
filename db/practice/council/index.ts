import { put, setScene, type SceneOptions } from '../light/scene.ts';
import type { Town } from '../town.ts';
import { readyRules } from '../../model/council/ready-rules.ts';
import { addConsultation } from './consultation.ts';
import { addLiaison } from './liaison.ts';

/** Added to the town's seed: chance of consultation and liaison. */
const COUNCIL_STREAM = 0x63_6f_75_6e;

/** Writes rules of voting, topics with their sessions and votes, and liaison with receptions, visits and opinions. */
export function addCouncil(town: Town, options: Omit<SceneOptions, 'stream'>): void {
  const scene = setScene(town, { ...options, stream: COUNCIL_STREAM });
  const rules = new Map(
    readyRules.map(({ values }) => [String(values['name']), put(scene, 'consult_rule', values)]),
  );
  addConsultation(scene, rules);
  addLiaison(scene);
}
