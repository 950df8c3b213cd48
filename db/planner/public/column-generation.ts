import type { InstanceCosts } from './roster-state.ts';
import type { Duals, Master } from './master.ts';
import type { Prices } from './run-costs.ts';
import { OFF, type Row, type MemberSearch } from './schedule-search.ts';

/** A bound that holds for every roster, with the prices that prove it. */
export interface Bound {
  readonly bound: number;
  readonly duals: Duals;
  /** Nothing better can be had from prices: it did not end for want of time or rounds. */
  readonly isFinal: boolean;
}

export interface GenerationInput {
  readonly master: Master;
  readonly costs: InstanceCosts;
  readonly searches: readonly MemberSearch[];
  /** Members whose schedule is open; the others are held by the master. */
  readonly open: readonly number[];
  /** Cost of the best roster; a bound that reaches it ends the search. */
  readonly cost: number;
  readonly secondsLeft: () => number;
  /** Rounds of pricing; default: until nothing new comes. */
  readonly rounds?: number;
}

/** Weight of the best prices so far against the newest: without it the prices swing and hundreds of rounds are lost. */
const SMOOTHING = 0.7;

/**
 * Raises the bound by pricing: members answer prices with their cheapest schedules, the master answers schedules with
 * prices, until nothing new comes. Costs are whole, so it ends when the bound and the relaxation round to the same.
 */
export function generateColumns(input: GenerationInput): Bound | null {
  const { master, secondsLeft, rounds = Infinity } = input;
  let best: Bound | null = null;
  let smoothing = SMOOTHING;
  for (let round = 0; round < rounds && secondsLeft() > 0; round += 1) {
    const relaxed = master.relaxation({ timeLimit_s: secondsLeft() });
    if (!relaxed) break;
    if (best && isAsGood(best.bound, Math.min(relaxed.cost, input.cost))) return finalOf(best);
    const duals: Duals = best ? mixed(best.duals, relaxed.duals, smoothing) : relaxed.duals;
    const { bound, added } = price(input, duals);
    best = best && best.bound >= bound ? best : { bound, duals, isFinal: false };
    if (added === 0 && smoothing === 0) return finalOf(best);
    smoothing = lessSmoothing(smoothing, added);
  }
  return best;
}

function finalOf(best: Bound): Bound {
  return { ...best, isFinal: true };
}

/** Prices that bring nothing new may do so when they are nearer to the newest. */
function lessSmoothing(smoothing: number, added: number): number {
  if (added > 0) return SMOOTHING;
  return smoothing < 0.2 ? 0 : smoothing / 2;
}

function isAsGood(bound: number, cost: number): boolean {
  return Math.ceil(bound - ROUNDING) >= Math.ceil(cost - ROUNDING);
}

/** Slack for sums of fractions before a bound is rounded up to the next whole cost. */
export const ROUNDING = 1e-5;

/** Prices of every cell for one member: its requests less what cover and caps pay. */
export function memberPrices(costs: InstanceCosts, duals: Duals, member: number): Prices {
  const { shiftCount, instance } = costs;
  const values = (costs.requestPrices[member] ?? new Float64Array()).slice();
  instance.cover.forEach(({ day, shift }, at) => {
    const cell = costs.cell(day, shift);
    values[cell] = (values[cell] ?? 0) - (duals.cover[at] ?? 0);
  });
  duals.caps[member]?.forEach((cap, shift) => {
    if (cap === 0) return;
    for (let cell = shift; cell < values.length; cell += shiftCount) values[cell] = (values[cell] ?? 0) - cap;
  });
  return { values, shiftCount };
}

function price(
  { master, costs, searches, open }: GenerationInput,
  duals: Duals,
): { bound: number; added: number } {
  let bound = master.baseOf(duals);
  let added = 0;
  const isOpen = new Set(open);
  searches.forEach((search, member) => {
    const prices = memberPrices(costs, duals, member);
    const held = isOpen.has(member) ? null : master.heldRow(member);
    const found = held ? { bound: rowPrice(held, prices), row: held } : search.best(prices);
    bound += found?.bound ?? Infinity;
    if (found && master.add(member, found.row)) added += 1;
  });
  return { bound, added };
}

function rowPrice(row: Row, { values, shiftCount }: Prices): number {
  return row.reduce(
    (sum, shift, day) => sum + (shift === OFF ? 0 : (values[day * shiftCount + shift] ?? 0)),
    0,
  );
}

function mixed(best: Duals, newest: Duals, weight: number): Duals {
  const blend = (a: Float64Array, b: Float64Array) =>
    b.map((value, at) => weight * (a[at] ?? 0) + (1 - weight) * value);
  return {
    cover: blend(best.cover, newest.cover),
    caps: newest.caps.map((caps, member) => blend(best.caps[member] ?? new Float64Array(), caps)),
  };
}
