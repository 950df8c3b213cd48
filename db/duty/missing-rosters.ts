import type { Store } from '../store/api.ts';
import { monthAfter } from './duties.ts';
import { teamList } from './team-list.ts';

/**
 * From this day of the month on the roster of the next month should be out: people arrange their lives by it. A custom of
 * offices, no rule.
 */
const ROSTER_OUT_BY_DAY = 20;

/** A month whose roster is not published. */
export interface MissingRoster {
  readonly team: string;
  readonly name: string;
  readonly month: string;
  /** There is a draft. */
  readonly isDraft: boolean;
}

/** Months that teams at work have no published roster for: this one, and the next once it is time. */
export function missingRosters(store: Store, today: string): readonly MissingRoster[] {
  const thisMonth = today.slice(0, 7);
  const isTime = Number(today.slice(8)) >= ROSTER_OUT_BY_DAY;
  const months = [thisMonth, ...(isTime ? [monthAfter(thisMonth, 1)] : [])];
  return teamList(store).flatMap((team) => {
    const states = new Map(team.months.map(({ month, state }) => [month, state]));
    const isAtWork = team.months.some(({ state }) => state !== 'draft');
    if (!isAtWork) return [];
    return months
      .filter((month) => (states.get(month) ?? 'draft') === 'draft')
      .map((month) => ({ team: team.id, name: team.name, month, isDraft: states.has(month) }));
  });
}
