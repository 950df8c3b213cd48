import type { RegistryEntry } from '../../registry-entry.ts';
import { callOut } from './call-out.ts';
import { casePerson } from './case-person.ts';
import { caseRecord } from './case-record.ts';
import { clue } from './clue.ts';
import { gangClue } from './gang-clue.ts';
import { keyAreaWork } from './key-area-work.ts';
import { keyArea } from './key-area.ts';
import { lineCase } from './line-case.ts';
import { lineGuard } from './line-guard.ts';
import { majorCase } from './major-case.ts';
import { schoolCase } from './school-case.ts';
import { schoolNearbyPerson } from './school-nearby-person.ts';
import { watchKit } from './watch-kit.ts';
import { watchMember } from './watch-member.ts';
import { watchPost } from './watch-post.ts';

/** Public security (社会治安): lines of the registry, in the order of navigation. */
export const securityEntries: readonly RegistryEntry[] = [
  { no: 108, ledger: watchPost },
  { no: 109, ledger: watchMember },
  { no: 110, ledger: watchKit },
  { no: 111, ledger: callOut },
  { no: 112, ledger: clue },
  { no: 113, ledger: gangClue },
  { no: 100, ledger: keyArea },
  { no: 101, ledger: keyAreaWork },
  { no: 97, ledger: majorCase },
  { no: 98, ledger: caseRecord },
  { no: 99, ledger: casePerson },
  { no: 104, ledger: schoolNearbyPerson },
  { no: 105, ledger: schoolCase },
  { no: 106, ledger: lineGuard },
  { no: 107, ledger: lineCase },
];
