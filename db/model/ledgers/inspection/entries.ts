import type { RegistryEntry } from '../../registry-entry.ts';

/** Inspections (检查巡查): lines of the registry, in the order of navigation. */
export const inspectionEntries: readonly RegistryEntry[] = [];
