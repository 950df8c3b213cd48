import type { RegistryEntry } from '../../registry-entry.ts';

/** Public security (社会治安): lines of the registry, in the order of navigation. */
export const securityEntries: readonly RegistryEntry[] = [];
