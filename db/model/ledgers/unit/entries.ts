import type { RegistryEntry } from '../../registry-entry.ts';
import { courier } from './courier.ts';
import { school } from './school.ts';

/** Units (单位与设施): lines of the registry, in the order of navigation. */
export const unitEntries: readonly RegistryEntry[] = [
  { no: 103, ledger: school },
  { no: 102, ledger: courier },
];
