import type { RegistryEntry } from '../../registry-entry.ts';
import { chamber } from './chamber.ts';
import { chamberItem } from './chamber-item.ts';
import { chamberReview } from './chamber-review.ts';
import { chamberScore } from './chamber-score.ts';
import { partnerForce } from './partner-force.ts';
import { partnerReport } from './partner-report.ts';
import { serviceProject } from './service-project.ts';
import { socialOrg } from './social-org.ts';
import { socialOrgYear } from './social-org-year.ts';
import { volunteer } from './volunteer.ts';

/** Social organisations (社会组织): lines of the registry, in the order of navigation. */
export const societyEntries: readonly RegistryEntry[] = [
  { no: 51, ledger: socialOrg },
  { no: 52, ledger: socialOrgYear },
  { no: 53, ledger: serviceProject },
  { no: 54, ledger: chamber },
  { no: 55, ledger: chamberItem },
  { no: 56, ledger: chamberScore },
  { no: 57, ledger: chamberReview },
  { no: 58, ledger: partnerForce },
  { no: 67, ledger: partnerReport },
  { no: 59, ledger: volunteer },
];
