import type { RegistryEntry } from '../../registry-entry.ts';

/** Reference data (基础数据): lines of the registry, in the order of navigation. */
export const baseEntries: readonly RegistryEntry[] = [];
