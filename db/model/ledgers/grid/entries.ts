import type { RegistryEntry } from '../../registry-entry.ts';
import { rewardItem } from './reward-item.ts';
import { rewardLine } from './reward-line.ts';
import { rewardRule } from './reward-rule.ts';
import { rewardSheet } from './reward-sheet.ts';
import { rewardStep } from './reward-step.ts';
import { scoreItem } from './score-item.ts';
import { scoreRule } from './score-rule.ts';

/** Grids (网格): lines of the registry, in the order of navigation. */
export const gridEntries: readonly RegistryEntry[] = [
  { no: 159, ledger: rewardSheet },
  { no: 160, ledger: rewardLine },
  { no: 161, ledger: rewardItem },
  { no: 236, ledger: rewardStep },
  { no: 158, ledger: scoreItem },
  { no: 156, ledger: rewardRule },
  { no: 157, ledger: scoreRule },
];
