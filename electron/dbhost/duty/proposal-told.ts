import { movedDuties } from '../../../db/duty/moved-duties.ts';
import type { Language } from '../../../db/model/localized.ts';
import type { Fact } from '../../../db/roster/roster.ts';
import { rosterWords } from '../../../db/roster/words/roster-words.ts';
import { costTexts } from './broken-texts.ts';
import type { Proposal } from './planning.ts';

/** A proposal as the window shows it. */
export function proposalTold(
  { problem, found, basis: _basis, steps: _steps, ...order }: Proposal,
  language: Language,
) {
  const words = rosterWords(problem);
  return {
    ...order,
    status: found.status,
    cost: found.cost,
    bound: found.bound,
    gap: found.gap,
    seconds: found.seconds,
    duties: found.assignments,
    holes: found.holes,
    costs: costTexts(problem, found.costs, language),
    moved: movedDuties(problem, found.assignments),
    core: words.core(found.core).map(({ facts, text }) => ({ text: text[language], ...recordOf(facts[0]) })),
    relaxations: found.relaxations.map((relaxation, i) => ({
      id: String(i),
      text: words.relaxation(relaxation)[language],
    })),
  };
}

/** The record somebody would change to take the fact away. */
function recordOf(fact: Fact | undefined): { readonly ledger: string | null; readonly id: string | null } {
  switch (fact?.kind) {
    case 'rule':
      return { ledger: 'duty_rule', id: fact.id };
    case 'leave':
      return { ledger: 'duty_leave', id: fact.id };
    case 'request':
      return { ledger: 'duty_request', id: fact.id };
    case 'pair':
      return { ledger: 'duty_pair', id: fact.id };
    case 'campaign':
      // A campaign of all posts is told post by post.
      return { ledger: 'duty_campaign', id: fact.id.replace(/#\d+$/, '') };
    case 'exempt':
    case 'service':
      return { ledger: 'duty_member', id: fact.person };
    case 'need':
      return { ledger: 'duty_post', id: fact.post };
    default:
      return { ledger: null, id: null };
  }
}
