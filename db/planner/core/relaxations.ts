import type { Assignment, RosterProblem } from '../../roster/problem.ts';
import { applyRelaxation } from '../../roster/relaxation.ts';
import type { Hole, Relaxation, RelaxationStep } from '../../roster/roster.ts';
import { DayNeeds } from '../../roster/targets/day-needs.ts';
import type { Engine } from '../linear/engine.ts';
import { breakingDuties, type Loosened } from './breaking-duties.ts';
import type { Shortage } from './find-core.ts';
import type { Member } from './members.ts';
import { refill } from './refill.ts';

export interface Conflict {
  readonly engine: Engine;
  readonly problem: RosterProblem;
  readonly roster: readonly Assignment[];
  readonly holes: readonly Hole[];
  /** Days on which fixed requests are not kept. */
  readonly unkept: number;
  readonly shortage: Shortage;
  readonly core: readonly Member[];
}

/** Ways out that are offered. */
const MOST_OFFERS = 3;

/**
 * The cheapest ways out of a conflict, of different kinds where there are several, each solved before it is offered: with it,
 * one person more can be found for the place (or the fixed request kept) and no other hole appears.
 */
export function relaxationsOf(conflict: Conflict): readonly Relaxation[] {
  const { post, date } = conflict.shortage;
  const fills = post === null ? null : { post, date, missing: 1 };
  return cheapest(conflict).map((step) => ({ step, fills }));
}

/** Offers solved at most, so that a long list of leaves does not take long. */
const MOST_TRIED = 12;

function cheapest(conflict: Conflict): readonly RelaxationStep[] {
  const offers = offersOf(conflict).toSorted((a, b) => a.price - b.price);
  const found: RelaxationStep[] = [];
  const tried = new Set<Offer>();
  const tryOnly = (isWanted: (offer: Offer) => boolean) => {
    for (const offer of offers) {
      if (found.length >= MOST_OFFERS || tried.size >= MOST_TRIED) return;
      if (tried.has(offer) || !isWanted(offer)) continue;
      tried.add(offer);
      const step = offer.make();
      if (step !== null && isWayOut(conflict, step)) found.push(step);
    }
  };
  tryOnly((offer) => found.every(({ kind }) => kind !== offer.kind));
  tryOnly(() => true);
  return found;
}

/** A way out not yet looked at. `make` may have to solve to know what it is. */
interface Offer {
  readonly kind: RelaxationStep['kind'];
  readonly price: number;
  readonly make: () => RelaxationStep | null;
}

/** What an office gives up first. One place less costs ten for each rank of its post. */
const prices = { request: 15, once: 20, 'pair-once': 20, unlock: 20, leave: 25, soften: 60 } as const;
const PLACE_PRICE = 10;

function offersOf(conflict: Conflict): readonly Offer[] {
  return conflict.core.flatMap((member) => offersFor(conflict, member));
}

function offersFor(conflict: Conflict, member: Member): readonly Offer[] {
  switch (member.kind) {
    case 'need':
      return placeOffers(conflict, member);
    case 'leave':
      return leaveOffers(conflict, member.id);
    case 'request':
      return conflict.problem.requests
        .filter(({ id }) => id === member.id)
        .flatMap((request) => dayOffers(conflict, 'request', request));
    case 'rule':
      return [
        { kind: 'once', price: prices.once, make: () => once(conflict, member.id) },
        { kind: 'soften', price: prices.soften, make: () => ({ kind: 'soften', rule: member.id }) },
      ];
    case 'pair':
      return [{ kind: 'pair-once', price: prices['pair-once'], make: () => pairOnce(conflict, member.id) }];
    case 'standing':
      return [{ kind: 'unlock', price: prices.unlock, make: () => ({ ...member, kind: 'unlock' }) }];
    // Nobody is asked to give up an exemption, to serve before joining, or to call a campaign off.
    default:
      return [];
  }
}

function leaveOffers(conflict: Conflict, id: string): readonly Offer[] {
  return conflict.problem.leaves
    .filter((leave) => leave.id === id && !isSacred(leave.kind))
    .flatMap((leave) => dayOffers(conflict, 'leave', leave));
}

/** One person less at the place that is short; needs elsewhere are not touched. */
function placeOffers(
  { problem, shortage }: Conflict,
  { post, date }: { readonly post: string; readonly date: string },
): readonly Offer[] {
  if (post !== shortage.post || date !== shortage.date) return [];
  const rank = problem.posts.find(({ id }) => id === post)?.rank ?? 1;
  const need = needAt(problem, post, date) - 1;
  return [{ kind: 'need', price: PLACE_PRICE * rank, make: () => ({ kind: 'need', post, date, need }) }];
}

/** Sick, maternity, paternity and bereavement leave (codes of `duty_leave_kind`, or as written) is not asked back. */
function isSacred(kind: string): boolean {
  return ['02', '04', '05', '07'].includes(kind) || /[病产丧]/u.test(kind);
}

/** One day less of a leave or request, the day of the shortage first. */
function dayOffers(
  { core, shortage }: Conflict,
  kind: 'leave' | 'request',
  { id, from, to }: { readonly id: string; readonly from: string; readonly to: string },
): readonly Offer[] {
  const needed = core.flatMap((member) => (member.kind === 'need' ? [member.date] : []));
  const dates = [...new Set([shortage.date, ...needed])].filter((date) => from <= date && date <= to);
  return dates.map((date, index) => ({
    kind,
    price: prices[kind] + index,
    make: () => ({ kind, id, date }),
  }));
}

function once(conflict: Conflict, id: string): RelaxationStep | null {
  // Only this rule is weighed, so that it is broken as little as can be.
  const rules = conflict.problem.rules
    .filter((rule) => 'hard' in rule.strength || rule.id === id)
    .map((rule) => (rule.id === id ? { ...rule, strength: { weight: 1 } } : rule));
  const duties = dutiesThat(conflict, { ...conflict.problem, rules }, { kind: 'rule', id });
  return duties.length === 0 ? null : { kind: 'once', rule: id, duties };
}

function pairOnce(conflict: Conflict, id: string): RelaxationStep | null {
  const { problem } = conflict;
  const loosened = { ...hardOnly(problem), pairs: problem.pairs.filter((pair) => pair.id !== id) };
  const duties = dutiesThat(conflict, loosened, { kind: 'pair', id });
  return duties.length === 0 ? null : { kind: 'pair-once', pair: id, duties };
}

function dutiesThat(conflict: Conflict, problem: RosterProblem, loosened: Loosened): readonly Assignment[] {
  const roster = filled(conflict, problem);
  return roster === null ? [] : breakingDuties(conflict.problem, roster, loosened);
}

function hardOnly(problem: RosterProblem): RosterProblem {
  return { ...problem, rules: problem.rules.filter(({ strength }) => 'hard' in strength) };
}

function isWayOut(conflict: Conflict, step: RelaxationStep): boolean {
  return filled(conflict, hardOnly(applyRelaxation(conflict.problem, { step }))) !== null;
}

/** A roster of the changed problem that fills one place more than before and leaves no other hole than there was. */
function filled(
  { engine, roster, holes, unkept, shortage }: Conflict,
  problem: RosterProblem,
): readonly Assignment[] | null {
  const left = new Map(holes.map(({ post, date, missing }) => [`${post} ${date}`, missing]));
  const isHole = (post: string, date: string) => post === shortage.post && date === shortage.date;
  return refill({
    engine,
    problem,
    roster,
    date: shortage.date,
    allowed: (post, date) => (left.get(`${post} ${date}`) ?? 0) - (isHole(post, date) ? 1 : 0),
    unkept: unkept - (shortage.post === null ? 1 : 0),
  });
}

function needAt(problem: RosterProblem, post: string, date: string): number {
  const needs = new DayNeeds(problem);
  const day = problem.days.findIndex((one) => one.date === date);
  const where = problem.posts.find(({ id }) => id === post);
  return where === undefined ? 0 : needs.count(where, day);
}
