import type { RosterProblem } from '../roster/problem.ts';
import type { Store } from '../store/api.ts';
import { planProblem, readMonth, repairProblem, type MonthStanding } from './month-standing.ts';
import { Refused } from './refusal.ts';

/** A month to be planned anew, or mended with the fewest changes. */
export interface PlanOrder {
  readonly team: string;
  readonly month: string;
  readonly kind: 'plan' | 'repair';
}

/** The month of an order and the problem to be planned. A published roster is mended, never planned anew; a locked one stays. */
export function orderedProblem(
  store: Store,
  { team, month, kind }: PlanOrder,
  today: string,
): { readonly standing: MonthStanding; readonly problem: RosterProblem } | Refused {
  const standing = readMonth(store, team, month);
  if (standing === null) return new Refused('team');
  const { roster, problem } = standing;
  if (problem.posts.length === 0) return new Refused('posts');
  if (problem.people.length === 0) return new Refused('members');
  if (roster?.state === 'locked') return new Refused('locked');
  if (kind === 'plan' && roster?.state === 'published') return new Refused('published');
  if (kind === 'repair' && roster === null) return new Refused('roster');
  return {
    standing,
    problem: kind === 'plan' ? planProblem(standing, today) : repairProblem(standing, today),
  };
}
