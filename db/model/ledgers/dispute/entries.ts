import type { RegistryEntry } from '../../registry-entry.ts';
import { dispute } from './dispute.ts';
import { disputeFollowUp } from './dispute-follow-up.ts';
import { disputeHandover } from './dispute-handover.ts';
import { disputeReply } from './dispute-reply.ts';
import { disputeRiskCriterion } from './dispute-risk-criterion.ts';
import { labourEntries } from './labour-entries.ts';
import { disputeStep } from './dispute-step.ts';
import { mediationCase } from './mediation-case.ts';
import { mediationInvestigation } from './mediation-investigation.ts';
import { mediationOrg } from './mediation-org.ts';
import { mediationParty } from './mediation-party.ts';
import { mediationPerformance } from './mediation-performance.ts';
import { mediationReport } from './mediation-report.ts';
import { mediationReturnVisit } from './mediation-return-visit.ts';
import { mediationSession } from './mediation-session.ts';
import { mediationStep } from './mediation-step.ts';
import { mediator } from './mediator.ts';
import { screeningPlan } from './screening-plan.ts';
import { screeningRound } from './screening-round.ts';

/** Disputes and mediation (矛盾纠纷): lines of the registry, in the order of navigation. */
export const disputeEntries: readonly RegistryEntry[] = [
  { no: 178, ledger: dispute },
  { no: 179, ledger: disputeFollowUp },
  { no: 180, ledger: disputeHandover },
  { no: 188, ledger: disputeStep },
  { no: 234, ledger: disputeReply },
  { no: 230, ledger: screeningPlan },
  { no: 231, ledger: screeningRound },
  { no: 181, ledger: mediationCase },
  { no: 187, ledger: mediationStep },
  { no: 182, ledger: mediationParty },
  { no: 183, ledger: mediationInvestigation },
  { no: 184, ledger: mediationSession },
  { no: 185, ledger: mediationPerformance },
  { no: 186, ledger: mediationReturnVisit },
  { no: 189, ledger: mediationReport },
  { no: 175, ledger: mediationOrg },
  { no: 176, ledger: mediator },
  { no: 177, ledger: disputeRiskCriterion },
  ...labourEntries,
];
