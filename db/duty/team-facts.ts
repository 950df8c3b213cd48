import { grid } from '../model/ledgers/grid.ts';
import { dutyCampaign } from '../model/ledgers/duty-campaign.ts';
import { dutyLeave } from '../model/ledgers/duty-leave.ts';
import { dutyMember } from '../model/ledgers/duty-member.ts';
import { dutyPair } from '../model/ledgers/duty-pair.ts';
import { dutyPost } from '../model/ledgers/duty-post.ts';
import { dutyRequest } from '../model/ledgers/duty-request.ts';
import { dutyRoster } from '../model/ledgers/duty-roster.ts';
import { dutyRule } from '../model/ledgers/duty-rule.ts';
import { dutyTeam } from '../model/ledgers/duty-team.ts';
import { removedKey, type Store, type Where } from '../store/api.ts';
import { dutyCalendar, type DutyCalendar } from './duty-calendar.ts';
import { rowsOf, type Kept } from './kept-rows.ts';

export type Team = Kept<typeof dutyTeam>;
export type Post = Kept<typeof dutyPost>;
export type Member = Kept<typeof dutyMember>;
export type RosterRow = Kept<typeof dutyRoster>;
export type RuleRow = Kept<typeof dutyRule>;
export type GridRow = Kept<typeof grid>;

/** Everything the ledgers say of one team but its duties; removed people and posts too, for the rosters of before. */
export interface TeamFacts {
  readonly team: Team;
  /** In the order of the roster's columns. */
  readonly posts: readonly Post[];
  /** In the order of turns. */
  readonly members: readonly Member[];
  readonly leaves: readonly Kept<typeof dutyLeave>[];
  readonly requests: readonly Kept<typeof dutyRequest>[];
  readonly pairs: readonly Kept<typeof dutyPair>[];
  readonly rules: readonly RuleRow[];
  readonly campaigns: readonly Kept<typeof dutyCampaign>[];
  /** By month, ascending. */
  readonly rosters: readonly RosterRow[];
  readonly gridsById: ReadonlyMap<string, GridRow>;
  readonly calendar: DutyCalendar;
}

/** All records of this team; `null` when there is no such team. */
export function readTeam(store: Store, id: string): TeamFacts | null {
  const [team] = rowsOf(store, dutyTeam, { [removedKey]: 'any' }).filter((row) => row.id === id);
  if (team === undefined || team.isRemoved) return null;
  const ofTeam: Where = { team: id };
  const posts = rowsOf(store, dutyPost, { ...ofTeam, [removedKey]: 'any' });
  const members = rowsOf(store, dutyMember, { ...ofTeam, [removedKey]: 'any' });
  const ofMembers: Where = { member: members.map((member) => member.id) };
  const gridIds = new Set(posts.flatMap((post) => post.grid ?? []));
  return {
    team,
    posts: posts.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0)),
    members: members.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0)),
    leaves: rowsOf(store, dutyLeave, ofMembers),
    requests: rowsOf(store, dutyRequest, ofMembers),
    pairs: rowsOf(store, dutyPair, ofTeam),
    rules: rowsOf(store, dutyRule, ofTeam),
    campaigns: rowsOf(store, dutyCampaign, ofTeam),
    rosters: rowsOf(store, dutyRoster, ofTeam).toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    gridsById: new Map(
      gridIds.size === 0
        ? []
        : rowsOf(store, grid, { [removedKey]: 'any' })
            .filter((row) => gridIds.has(row.id))
            .map((row) => [row.id, row]),
    ),
    calendar: dutyCalendar(store),
  };
}

/** Teams that are not removed, by name. */
export const readTeams = (store: Store): readonly Team[] =>
  rowsOf(store, dutyTeam, {}).toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** The roster of a month; `null` while there is none. */
export const rosterOf = (facts: TeamFacts, month: string): RosterRow | null =>
  facts.rosters.find((roster) => roster.month === month) ?? null;
