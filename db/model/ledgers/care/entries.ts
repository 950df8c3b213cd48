import type { RegistryEntry } from '../../registry-entry.ts';
import { careAids } from './care-aids.ts';
import { careCorrection } from './care-correction.ts';
import { careDrug } from './care-drug.ts';
import { careGuardian } from './care-guardian.ts';
import { careLabel } from './care-label.ts';
import { careMental } from './care-mental.ts';
import { careReleased } from './care-released.ts';
import { careService } from './care-service.ts';
import { careVisit } from './care-visit.ts';
import { careVisitRule } from './care-visit-rule.ts';
import { careYouth } from './care-youth.ts';

/** Special care (特殊人群): lines of the registry, in the order of navigation. */
export const careEntries: readonly RegistryEntry[] = [
  { no: 140, ledger: careLabel },
  { no: 142, ledger: careVisit },
  { no: 143, ledger: careGuardian },
  { no: 145, ledger: careReleased },
  { no: 146, ledger: careCorrection },
  { no: 147, ledger: careMental },
  { no: 148, ledger: careDrug },
  { no: 149, ledger: careAids },
  { no: 150, ledger: careYouth },
  { no: 144, ledger: careService },
  { no: 141, ledger: careVisitRule },
];
