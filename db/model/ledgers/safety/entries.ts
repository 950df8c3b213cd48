import type { RegistryEntry } from '../../registry-entry.ts';

/** The safe town (平安建设): lines of the registry, in the order of navigation. */
export const safetyEntries: readonly RegistryEntry[] = [];
