import type { RegistryEntry } from '../../registry-entry.ts';
import { labourAssessment } from './labour-assessment.ts';
import { labourGradeRule, labourIndicator, labourVeto } from './labour-rules.ts';
import { labourStep } from './labour-step.ts';

/** Labour risks of enterprises (企业劳资风险): lines of the registry, in the order of navigation. */
export const labourEntries: readonly RegistryEntry[] = [
  { no: 152, ledger: labourAssessment },
  { no: 153, ledger: labourStep },
  { no: 151, ledger: labourIndicator },
  { no: 155, ledger: labourVeto },
  { no: 154, ledger: labourGradeRule },
];
