import type { RegistryEntry } from '../../registry-entry.ts';

/** Disputes and mediation (矛盾纠纷): lines of the registry, in the order of navigation. */
export const disputeEntries: readonly RegistryEntry[] = [];
