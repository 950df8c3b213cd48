import { readMonth } from '../../../db/duty/month-standing.ts';
import { assignmentsOf } from '../../../db/duty/duties.ts';
import { whyThisPerson, type Seat } from '../../../db/roster/explain/why.ts';
import { rosterWords } from '../../../db/roster/words/roster-words.ts';
import type { Asking } from '../asking.ts';

/** Why this person has a duty, and who else could; `null` when there is no such team. */
export function whySeat(
  { store, caller }: Asking,
  { team, month, ...seat }: Seat & { readonly team: string; readonly month: string },
) {
  const standing = readMonth(store, team, month);
  if (standing === null) return null;
  const { problem, duties } = standing;
  const words = rosterWords(problem);
  const explanation = whyThisPerson(problem, assignmentsOf(duties), seat);
  return {
    reasons: words.reasons(explanation).map((sentence) => sentence[caller.language]),
    candidates: explanation.others.map((candidate) => ({
      person: candidate.person,
      isFree: candidate.excluded.length === 0,
      texts: words.candidate(candidate).map((sentence) => sentence[caller.language]),
      cost: candidate.cost,
    })),
  };
}
