import { dutyChange } from '../model/ledgers/duty-change.ts';
import type { Store } from '../store/api.ts';
import { rowsOf, type Kept } from './kept-rows.ts';
import { rosterOf, type TeamFacts } from './team-facts.ts';

/** A record of a swap (串班) or substitute (代班). */
type ChangeRow = Kept<typeof dutyChange>;

/** A duty two people agreed about: `person` does what `planned` was to do. */
export interface Agreed {
  readonly change: string;
  readonly kind: 'swap' | 'substitute';
  readonly date: string;
  readonly post: string;
  readonly person: string;
  readonly planned: string;
}

/** Swaps and substitutes of a team that are not cancelled, in the order they were made. */
export const readChanges = (store: Store, facts: TeamFacts): readonly ChangeRow[] =>
  rowsOf(store, dutyChange, { team: facts.team.id })
    .filter(({ state }) => state !== 'cancelled')
    .toSorted((a, b) => (a.recorded_at < b.recorded_at ? -1 : 1));

/**
 * What the agreements say of the days of a month. Both months of a swap need a roster, or be this month; of several
 * agreements about one duty the later goes on from the earlier one.
 */
export function agreedDuties(
  changes: readonly ChangeRow[],
  facts: TeamFacts,
  month: string,
): readonly Agreed[] {
  const agreed: Agreed[] = [];
  for (const change of changes.filter((one) => isWhole(one, facts, month))) {
    for (const half of halvesOf(change)) {
      const before = agreed.findIndex(
        (one) => one.date === half.date && one.post === half.post && one.person === half.planned,
      );
      const [earlier] = before < 0 ? [] : agreed.splice(before, 1);
      agreed.push({ ...half, planned: earlier?.planned ?? half.planned });
    }
  }
  return agreed.filter(({ date, person, planned }) => date.startsWith(month) && person !== planned);
}

/** Both days of the change are of this month or of one that has a roster. */
export function isWhole(change: ChangeRow, facts: TeamFacts, month: string): boolean {
  const days = [
    change.day,
    ...(change.kind === 'swap' && change.other_day !== null ? [change.other_day] : []),
  ];
  return days.every((day) => day.startsWith(month) || rosterOf(facts, day.slice(0, 7)) !== null);
}

/** One duty of a substitute, two of a swap. */
export function halvesOf(change: ChangeRow): readonly Agreed[] {
  const kind = change.kind === 'swap' ? 'swap' : 'substitute';
  const mine = {
    change: change.id,
    kind,
    date: change.day,
    post: change.post,
    person: change.other_member,
    planned: change.member,
  } as const;
  if (kind === 'substitute' || change.other_day === null || change.other_post === null) return [mine];
  const { other_day: date, other_post: post } = change;
  return [mine, { ...mine, date, post, person: change.member, planned: change.other_member }];
}
