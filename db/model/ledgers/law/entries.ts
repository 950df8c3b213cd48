import type { RegistryEntry } from '../../registry-entry.ts';
import { adviserService } from './adviser-service.ts';
import { honour } from './honour.ts';
import { legalAdviser } from './legal-adviser.ts';
import { legalService } from './legal-service.ts';
import { publicity } from './publicity.ts';

/** Rule of law (法治宣传): lines of the registry, in the order of navigation. */
export const lawEntries: readonly RegistryEntry[] = [
  { no: 60, ledger: legalAdviser },
  { no: 61, ledger: adviserService },
  { no: 62, ledger: legalService },
  { no: 63, ledger: publicity },
  { no: 64, ledger: honour },
];
