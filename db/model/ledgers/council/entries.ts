import type { RegistryEntry } from '../../registry-entry.ts';
import { consultAttendance } from './consult-attendance.ts';
import { consultRule } from './consult-rule.ts';
import { consultSession } from './consult-session.ts';
import { consultTask } from './consult-task.ts';
import { consultTopicStep, liaisonOpinionStep } from './steps.ts';
import { consultTopic } from './consult-topic.ts';
import { consultVote } from './consult-vote.ts';
import { liaisonLog } from './liaison-log.ts';
import { liaisonOpinion } from './liaison-opinion.ts';
import { liaisonOpinionReply } from './liaison-opinion-reply.ts';
import { liaisonPoint } from './liaison-point.ts';
import { liaisonReception } from './liaison-reception.ts';
import { liaisonSession } from './liaison-session.ts';
import { liaisonMember, liaisonTeam } from './liaison-team.ts';
import { liaisonVisit } from './liaison-visit.ts';

/** Consultation and liaison (协商与驻点): lines of the registry, in the order of navigation. */
export const councilEntries: readonly RegistryEntry[] = [
  { no: 210, ledger: consultTopic },
  { no: 216, ledger: consultTopicStep },
  { no: 211, ledger: consultSession },
  { no: 212, ledger: consultAttendance },
  { no: 213, ledger: consultRule },
  { no: 214, ledger: consultVote },
  { no: 215, ledger: consultTask },
  { no: 226, ledger: liaisonOpinion },
  { no: 228, ledger: liaisonOpinionStep },
  { no: 233, ledger: liaisonOpinionReply },
  { no: 224, ledger: liaisonReception },
  { no: 225, ledger: liaisonVisit },
  { no: 223, ledger: liaisonSession },
  { no: 227, ledger: liaisonLog },
  { no: 220, ledger: liaisonTeam },
  { no: 221, ledger: liaisonMember },
  { no: 222, ledger: liaisonPoint },
];
