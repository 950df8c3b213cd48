import type { RegistryEntry } from '../../registry-entry.ts';
import { cadreTraining } from './cadre-training.ts';
import { committeeMember } from './committee-member.ts';
import { dutyList } from './duty-list.ts';
import { jointActivity } from './joint-activity.ts';
import { jointMeeting } from './joint-meeting.ts';
import { majorDecision } from './major-decision.ts';
import { partyOrg } from './party-org.ts';
import { powerList } from './power-list.ts';
import { reserveCadre } from './reserve-cadre.ts';
import { teamWorker } from './team-worker.ts';
import { venue } from './venue.ts';

/** Party building (党建引领): lines of the registry, in the order of navigation. */
export const partyEntries: readonly RegistryEntry[] = [
  { no: 42, ledger: committeeMember },
  { no: 43, ledger: reserveCadre },
  { no: 44, ledger: cadreTraining },
  { no: 40, ledger: dutyList },
  { no: 41, ledger: powerList },
  { no: 45, ledger: majorDecision },
  { no: 46, ledger: jointMeeting },
  { no: 47, ledger: venue },
  { no: 48, ledger: teamWorker },
  { no: 49, ledger: partyOrg },
  { no: 50, ledger: jointActivity },
];
