import { dutyAssignment } from '../model/ledgers/duty-assignment.ts';
import { dutyMember } from '../model/ledgers/duty-member.ts';
import { dutyPost } from '../model/ledgers/duty-post.ts';
import { dutyRoster } from '../model/ledgers/duty-roster.ts';
import { removedKey, type Store, type Where } from '../store/api.ts';
import { filled } from './duties.ts';
import { rowsOf } from './kept-rows.ts';
import { readTeams } from './team-facts.ts';

/** Who is on duty on a day in one team. */
export interface DutyOfDay {
  readonly day: string;
  readonly team: string;
  readonly name: string;
  /** In the order of posts; patrols have dozens. */
  readonly people: readonly { readonly post: string; readonly name: string; readonly phone: string }[];
}

/** Who is on duty on some days by published rosters, by day and team. Both days included. */
export function dutyDays(
  store: Store,
  { from, to }: { readonly from: string; readonly to: string },
): readonly DutyOfDay[] {
  const rosters = rowsOf(store, dutyRoster, { state: ['published', 'locked'] });
  const teamByRoster = new Map(rosters.map((roster) => [roster.id, roster.team]));
  const all: Where = { [removedKey]: 'any' };
  const posts = new Map(rowsOf(store, dutyPost, all).map((post) => [post.id, post]));
  const members = new Map(rowsOf(store, dutyMember, all).map((member) => [member.id, member]));
  const duties = filled(rowsOf(store, dutyAssignment, { day: { from, to } })).flatMap((duty) => {
    const [team, post, member] = [
      teamByRoster.get(duty.roster),
      posts.get(duty.post),
      members.get(duty.member),
    ];
    return team === undefined || post === undefined || member === undefined
      ? []
      : [{ day: duty.day, team, post, member }];
  });
  const byDay = Map.groupBy(duties, ({ day }) => day);
  const teams = readTeams(store);
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, ofDay]) =>
      teams.flatMap(({ id, name }) => {
        const own = ofDay
          .filter(({ team }) => team === id)
          .toSorted((a, b) => (a.post.position ?? 0) - (b.post.position ?? 0));
        const people = own.map(({ post, member }) => ({
          post: post.name,
          name: member.name,
          phone: member.phone ?? '',
        }));
        return people.length === 0 ? [] : [{ day, team: id, name, people }];
      }),
    );
}
