import { type SceneOptions, setScene } from '../light/scene.ts';
import type { Town } from '../town.ts';
import { deskOf } from './desk.ts';
import { addLaw } from './law.ts';
import { addOffice } from './office.ts';
import { addOfficials } from './officials.ts';
import { addPartyWork } from './party-work.ts';
import { addSociety } from './society.ts';

/** Added to the town's seed: chance of the ledgers of party building, law and society. */
const CIVIC_STREAM = 0x63_69_76_69;

/** Writes a few dozen rows of each ledger of 党建引领, 法治宣传 and 社会组织, of documents and legal bases. */
export function addCivicLedgers(town: Town, options: Omit<SceneOptions, 'stream'>): void {
  const desk = deskOf(setScene(town, { ...options, stream: CIVIC_STREAM }));
  addOffice(desk);
  const { venues } = addPartyWork(desk);
  addOfficials(desk, venues);
  addLaw(desk, venues);
  addSociety(desk);
}
