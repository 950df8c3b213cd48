import type { RegistryEntry } from '../../registry-entry.ts';
import { coverRule } from './cover-rule.ts';
import { document } from './document.ts';
import { formTemplate } from './form-template.ts';
import { legalBasis } from './legal-basis.ts';
import { outsideIndicator } from './outside-indicator.ts';

/** Reference data (基础数据): lines of the registry, in the order of navigation. */
export const baseEntries: readonly RegistryEntry[] = [
  { no: 114, ledger: outsideIndicator },
  { no: 235, ledger: coverRule },
  { no: 65, ledger: document },
  { no: 66, ledger: legalBasis },
  { no: 130, ledger: formTemplate },
];
