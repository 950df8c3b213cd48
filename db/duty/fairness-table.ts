import { dutyCompensation } from '../model/ledgers/duty-compensation.ts';
import type { Language } from '../model/localized.ts';
import type { SheetPerson } from '../roster/duty-sheet.ts';
import type { Store } from '../store/api.ts';
import { filled, monthAfter } from './duties.ts';
import {
  fairnessOf,
  monthsBetween,
  nothing,
  windowBefore,
  type Counted,
  type MonthDuties,
} from './fairness.ts';
import { postHours, sheetPerson } from './people.ts';
import { rowsOf } from './kept-rows.ts';
import { readTeam, type Member, type TeamFacts } from './team-facts.ts';

/** What one person did in the months, and what they are owed. */
export interface FairnessRow extends SheetPerson {
  readonly done: Counted;
  /** Fair share of the same months. */
  readonly share: Counted;
  /** Done beyond the fair share at the end of the months, as the next month will be planned with; negative: owed. */
  readonly balance: Counted;
  /** Hours on duty. */
  readonly hours: number;
  /** Duties taken over from somebody else, and handed over to somebody else. */
  readonly takenOver: number;
  readonly handedOver: number;
  /** Hours of compensation: earned and used in the months, left at their end. */
  readonly earned: number;
  readonly used: number;
  readonly left: number;
}

/** Months from one to another, both included. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

/** The table of fairness and statistics, in the order of the team; `null` when there is no such team. */
export function fairnessTable(
  store: Store,
  { team, language, ...between }: Months & { readonly team: string; readonly language: Language },
): readonly FairnessRow[] | null {
  const facts = readTeam(store, team);
  if (facts === null) return null;
  const months = monthsBetween(store, facts, between);
  const { done, share } = fairnessOf(facts, months);
  const { balance } = fairnessOf(facts, monthsBetween(store, facts, balanceMonths(facts, between.to)));
  const names = store.names(language);
  const tally = tallyOf(facts, months);
  const hours = compensationOf(store, facts, between);
  const isShown = (member: Member): boolean =>
    done.has(member.id) || (!member.isRemoved && (member.left_on ?? '9999') >= between.from);
  return facts.members.filter(isShown).map((member) => ({
    ...sheetPerson(member, names),
    done: done.get(member.id) ?? nothing,
    share: rounded(share.get(member.id)),
    balance: rounded(balance.get(member.id)),
    ...(tally.get(member.id) ?? { hours: 0, takenOver: 0, handedOver: 0 }),
    ...hours(member.id),
  }));
}

/** The months whose balances the month after `to` is planned with; a team that evens out by month shows that month. */
function balanceMonths(facts: TeamFacts, to: string): Months {
  const { from } = windowBefore(facts, monthAfter(to, 1));
  return { from: from > to ? to : from, to };
}

interface Tally {
  readonly hours: number;
  readonly takenOver: number;
  readonly handedOver: number;
}

function tallyOf(facts: TeamFacts, months: readonly MonthDuties[]): ReadonlyMap<string, Tally> {
  const hoursByPost = new Map(facts.posts.map((post) => [post.id, postHours(post)]));
  const tally = new Map<string, Tally>();
  const add = (person: string, more: Partial<Tally>): void => {
    const had = tally.get(person) ?? { hours: 0, takenOver: 0, handedOver: 0 };
    tally.set(person, {
      hours: had.hours + (more.hours ?? 0),
      takenOver: had.takenOver + (more.takenOver ?? 0),
      handedOver: had.handedOver + (more.handedOver ?? 0),
    });
  };
  for (const { post, member, planned } of filled(months.flatMap(({ duties }) => duties))) {
    const isChanged = planned !== null && planned !== member;
    add(member, { hours: hoursByPost.get(post) ?? 0, takenOver: isChanged ? 1 : 0 });
    if (isChanged) add(planned, { handedOver: 1 });
  }
  return tally;
}

/** Hours of time off have one decimal place. */
const TENTHS = 10;

function compensationOf(store: Store, facts: TeamFacts, { from, to }: Months) {
  const rows = rowsOf(store, dutyCompensation, { member: facts.members.map(({ id }) => id) });
  const byMember = Map.groupBy(
    rows.filter(({ day }) => day.slice(0, 7) <= to),
    ({ member }) => member,
  );
  const sum = (all: typeof rows, kind: string, since = ''): number =>
    all
      .filter((row) => row.kind === kind && row.day.slice(0, 7) >= since)
      .reduce((hours, row) => hours + (row.hours ?? 0), 0) / TENTHS;
  return (member: string) => {
    const all = byMember.get(member) ?? [];
    return {
      earned: sum(all, 'earned', from),
      used: sum(all, 'used', from),
      left: sum(all, 'earned') - sum(all, 'used'),
    };
  };
}

/** Shares are fractions; a hundredth is as much as anybody reads. */
function rounded(counted: Counted | undefined): Counted {
  const { workday, restday, holiday, spring, night, total } = counted ?? nothing;
  const hundredth = (value: number): number => Math.round(value * 100) / 100 || 0;
  return {
    workday: hundredth(workday),
    restday: hundredth(restday),
    holiday: hundredth(holiday),
    spring: hundredth(spring),
    night: hundredth(night),
    total: hundredth(total),
  };
}
