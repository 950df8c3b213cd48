import type { RegistryEntry } from '../../registry-entry.ts';

/** Social organisations (社会组织): lines of the registry, in the order of navigation. */
export const societyEntries: readonly RegistryEntry[] = [];
