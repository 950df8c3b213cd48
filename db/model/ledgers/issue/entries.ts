import type { RegistryEntry } from '../../registry-entry.ts';

/** Issues (问题隐患): lines of the registry, in the order of navigation. */
export const issueEntries: readonly RegistryEntry[] = [];
