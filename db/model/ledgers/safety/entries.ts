import type { RegistryEntry } from '../../registry-entry.ts';
import { associationActivity } from './association-activity.ts';
import { associationFund } from './association-fund.ts';
import { buildingChief } from './building-chief.ts';
import { courageCare } from './courage-care.ts';
import { courageDeed } from './courage-deed.ts';
import { domesticViolence } from './domestic-violence.ts';
import { judicialAid } from './judicial-aid.ts';
import { massPreventionOrg } from './mass-prevention-org.ts';
import { responsibilityMeasure } from './responsibility-measure.ts';
import { safeAssociation } from './safe-association.ts';
import { safeCell } from './safe-cell.ts';
import { stabilityAssessment } from './stability-assessment.ts';
import { tipReward } from './tip-reward.ts';
import { unstableGroup } from './unstable-group.ts';
import { violenceMeasure } from './violence-measure.ts';
import { zzMember } from './zz-member.ts';
import { zzOrg } from './zz-org.ts';

/** The safe town (平安建设): lines of the registry, in the order of navigation. */
export const safetyEntries: readonly RegistryEntry[] = [
  { no: 80, ledger: zzOrg },
  { no: 81, ledger: zzMember },
  { no: 82, ledger: massPreventionOrg },
  { no: 83, ledger: buildingChief },
  { no: 84, ledger: responsibilityMeasure },
  { no: 85, ledger: safeCell },
  { no: 86, ledger: safeAssociation },
  { no: 87, ledger: associationActivity },
  { no: 88, ledger: associationFund },
  { no: 89, ledger: stabilityAssessment },
  { no: 90, ledger: unstableGroup },
  { no: 91, ledger: domesticViolence },
  { no: 92, ledger: violenceMeasure },
  { no: 93, ledger: judicialAid },
  { no: 94, ledger: courageDeed },
  { no: 95, ledger: courageCare },
  { no: 96, ledger: tipReward },
];
