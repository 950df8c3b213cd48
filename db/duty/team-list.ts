import { dutyMember } from '../model/ledgers/duty-member.ts';
import { dutyPost } from '../model/ledgers/duty-post.ts';
import { dutyRoster } from '../model/ledgers/duty-roster.ts';
import type { Store } from '../store/api.ts';
import { rowsOf } from './kept-rows.ts';
import { oneOf } from './month-problem.ts';
import { rosterStates, type RosterState } from './roster-state.ts';
import { readTeams } from './team-facts.ts';

/** A team in the list of teams. */
interface ListedTeam {
  readonly id: string;
  readonly name: string;
  readonly kind: 'office' | 'patrol';
  readonly members: number;
  readonly posts: number;
  /** Months that have a roster, newest first. */
  readonly months: readonly { readonly month: string; readonly state: RosterState }[];
}

/** Every team with its size and its rosters, by name. */
export function teamList(store: Store): readonly ListedTeam[] {
  const members = Map.groupBy(rowsOf(store, dutyMember, {}), ({ team }) => team);
  const posts = Map.groupBy(rowsOf(store, dutyPost, {}), ({ team }) => team);
  const rosters = Map.groupBy(rowsOf(store, dutyRoster, {}), ({ team }) => team);
  return readTeams(store).map(({ id, name, kind }) => ({
    id,
    name,
    kind: oneOf(['office', 'patrol'], kind),
    members: members.get(id)?.length ?? 0,
    posts: posts.get(id)?.length ?? 0,
    months: (rosters.get(id) ?? [])
      .map(({ month, state }) => ({ month, state: oneOf(rosterStates, state) }))
      .toSorted((a, b) => (a.month > b.month ? -1 : 1)),
  }));
}
