import type { RegistryEntry } from '../../registry-entry.ts';
import { servedPerson } from './served-person.ts';

/** People (实有人口): lines of the registry, in the order of navigation. */
export const populationEntries: readonly RegistryEntry[] = [{ no: 229, ledger: servedPerson }];
