import type { RegistryEntry } from '../../registry-entry.ts';

/** Grids (网格): lines of the registry, in the order of navigation. */
export const gridEntries: readonly RegistryEntry[] = [];
