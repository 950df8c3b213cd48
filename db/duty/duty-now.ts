import { dayAfter } from '../model/calendar/day-arithmetic.ts';
import { dutyAssignment } from '../model/ledgers/duty-assignment.ts';
import { dutyMember } from '../model/ledgers/duty-member.ts';
import { dutyPost } from '../model/ledgers/duty-post.ts';
import { dutyRoster } from '../model/ledgers/duty-roster.ts';
import { chinaDay } from '../model/office-time.ts';
import type { Language } from '../model/localized.ts';
import { removedKey, type Store, type Where } from '../store/api.ts';
import { beginOf, endOf } from './clock-times.ts';
import { filled, type FilledDuty } from './duties.ts';
import { postHours } from './people.ts';
import { rowsOf } from './kept-rows.ts';
import { readTeams, type Member, type Post, type RosterRow, type Team } from './team-facts.ts';

/** Somebody on duty at this moment. */
interface OnDuty {
  readonly date: string;
  readonly post: string;
  /** Grid of a patrol; empty in an office. */
  readonly place: string;
  readonly person: string;
  readonly name: string;
  readonly phone: string;
  /** An instant. */
  readonly until: string;
}

/** A team at this moment. */
export interface TeamNow {
  readonly team: string;
  readonly name: string;
  readonly phone: string;
  readonly month: string;
  readonly onDuty: readonly OnDuty[];
  /** The next hand-over and who takes over; `null` when no published roster reaches that far. */
  readonly next: {
    readonly at: string;
    readonly people: readonly { readonly post: string; readonly name: string; readonly phone: string }[];
  } | null;
}

/** Days looked ahead for the next hand-over; an office without weekend duty begins again on Monday. */
const DAYS_AHEAD = 10;

/** Who is on duty in every team, by published rosters only. */
export function dutyNow(store: Store, now: Date, language: Language): readonly TeamNow[] {
  const today = chinaDay(now);
  const rosters = rowsOf(store, dutyRoster, { state: ['published', 'locked'] });
  const teamByRoster = new Map(rosters.map((roster) => [roster.id, roster.team]));
  const days = { from: dayAfter(today, -2), to: dayAfter(today, DAYS_AHEAD) };
  const duties = filled(rowsOf(store, dutyAssignment, { day: days })).filter(({ roster }) =>
    teamByRoster.has(roster),
  );
  const timed = timedDuties(store, duties, language);
  const byTeam = Map.groupBy(timed, ({ duty }) => teamByRoster.get(duty.roster) ?? '');
  return readTeams(store).map((team) => teamNow(team, byTeam.get(team.id) ?? [], { now, rosters }));
}

/** A duty with its moments and who does it. */
interface Timed {
  readonly duty: FilledDuty;
  readonly begin: Date;
  readonly end: Date;
  readonly post: Post;
  readonly member: Member;
  readonly place: string;
}

function timedDuties(store: Store, duties: readonly FilledDuty[], language: Language): readonly Timed[] {
  const all: Where = { [removedKey]: 'any' };
  const posts = new Map(rowsOf(store, dutyPost, all).map((post) => [post.id, post]));
  const members = new Map(rowsOf(store, dutyMember, all).map((member) => [member.id, member]));
  const names = store.names(language);
  return duties.flatMap((duty) => {
    const [post, member] = [posts.get(duty.post), members.get(duty.member)];
    if (post === undefined || member === undefined) return [];
    const begin = beginOf(duty.day, post.start_time);
    const end = endOf(duty.day, post.start_time, postHours(post));
    const place = post.grid === null ? '' : (names.linkTitle('grid', post.grid) ?? '');
    return [{ duty, begin, end, post, member, place }];
  });
}

function teamNow(
  team: Team,
  timed: readonly Timed[],
  { now, rosters }: { readonly now: Date; readonly rosters: readonly RosterRow[] },
): TeamNow {
  const inOrder = timed.toSorted((a, b) => (a.post.position ?? 0) - (b.post.position ?? 0));
  const onDuty = inOrder.filter(({ begin, end }) => begin <= now && now < end);
  const coming = inOrder.filter(({ begin }) => begin > now);
  const at = coming.reduce<Date | null>(
    (first, { begin }) => (first && first <= begin ? first : begin),
    null,
  );
  const next = coming.filter(({ begin }) => begin.getTime() === at?.getTime());
  const thisMonth = chinaDay(now).slice(0, 7);
  return {
    team: team.id,
    name: team.name,
    phone: team.duty_phone ?? '',
    month: rosters.some((roster) => roster.team === team.id && roster.month === thisMonth)
      ? thisMonth
      : (next[0]?.duty.day.slice(0, 7) ?? thisMonth),
    onDuty: onDuty.map(({ duty, end, post, member, place }) => ({
      date: duty.day,
      post: post.name,
      place,
      person: member.id,
      name: member.name,
      phone: member.phone ?? '',
      until: end.toISOString(),
    })),
    next:
      at === null
        ? null
        : {
            at: at.toISOString(),
            people: next.map(({ post, member }) => ({
              post: post.name,
              name: member.name,
              phone: member.phone ?? '',
            })),
          },
  };
}
