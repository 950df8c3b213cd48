import type { RegistryEntry } from '../../registry-entry.ts';

/** Party building (党建引领): lines of the registry, in the order of navigation. */
export const partyEntries: readonly RegistryEntry[] = [];
