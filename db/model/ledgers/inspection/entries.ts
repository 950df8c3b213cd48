import type { RegistryEntry } from '../../registry-entry.ts';
import { checkItem } from './check-item.ts';
import { checkList } from './check-list.ts';
import { inspectionFinding } from './finding.ts';
import { inspection } from './inspection.ts';
import { patrolRollup } from './patrol-rollup.ts';
import { recheck } from './recheck.ts';
import { rectificationStep } from './rectification-step.ts';
import { rectification } from './rectification.ts';

/** Inspections (检查巡查): lines of the registry, in the order of navigation. */
export const inspectionEntries: readonly RegistryEntry[] = [
  { no: 202, ledger: inspection },
  { no: 203, ledger: inspectionFinding },
  { no: 204, ledger: rectification },
  { no: 207, ledger: rectificationStep },
  { no: 205, ledger: recheck },
  { no: 206, ledger: patrolRollup },
  { no: 200, ledger: checkList },
  { no: 201, ledger: checkItem },
];
