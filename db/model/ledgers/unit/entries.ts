import type { RegistryEntry } from '../../registry-entry.ts';

/** Units (单位与设施): lines of the registry, in the order of navigation. */
export const unitEntries: readonly RegistryEntry[] = [];
