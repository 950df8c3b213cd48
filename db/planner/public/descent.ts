import { bestWithinCaps } from './capped-search.ts';
import type { RosterState } from './roster-state.ts';
import type { MemberSearch } from './schedule-search.ts';

/**
 * Gives members, in the order named, the best schedule beside those of the others until nobody can do better. From an
 * empty roster this makes the first one; no member's rules touch another, so it is always feasible. Everybody gets a turn
 * even when time is over.
 */
export function descend(state: RosterState, { searches, order, isOver }: DescentInput): void {
  let lastChanged = 0;
  for (let step = 0; step - lastChanged < order.length && (step < order.length || !isOver()); step += 1) {
    const member = order[step % order.length] ?? 0;
    if (improveMember(state, searches, member)) lastChanged = step;
  }
}

export interface DescentInput {
  readonly searches: readonly MemberSearch[];
  readonly order: readonly number[];
  readonly isOver: () => boolean;
}

function improveMember(state: RosterState, searches: readonly MemberSearch[], member: number): boolean {
  const search = searches[member];
  const old = state.rows[member] ?? null;
  const values = state.marginalPrices(member);
  const { shiftCount } = state.costs;
  const found = search && bestWithinCaps(search, { values, shiftCount });
  if (!found) return false;
  const oldCost = old?.reduce(
    (sum, shift, day) => sum + (shift < 0 ? 0 : (values[day * shiftCount + shift] ?? 0)),
    0,
  );
  if (oldCost !== undefined && found.cost > oldCost - 1e-6) return false;
  state.set(member, found.row);
  return true;
}
