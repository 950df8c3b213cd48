import type { RegistryEntry } from '../../registry-entry.ts';

/** Special care (特殊人群): lines of the registry, in the order of navigation. */
export const careEntries: readonly RegistryEntry[] = [];
