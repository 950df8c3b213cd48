import type { RegistryEntry } from '../../registry-entry.ts';

/** Rule of law (法治宣传): lines of the registry, in the order of navigation. */
export const lawEntries: readonly RegistryEntry[] = [];
