import type { RegistryEntry } from '../../registry-entry.ts';

/** Consultation and liaison (协商与驻点): lines of the registry, in the order of navigation. */
export const councilEntries: readonly RegistryEntry[] = [];
