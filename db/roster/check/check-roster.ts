import { type Assignment, type Counter, counters, type Rule, type RosterProblem } from '../problem.ts';
import type { Hole, Violation } from '../roster.ts';
import { fairTargets } from '../targets/fair-targets.ts';
import { turnTargets } from '../targets/turn-targets.ts';
import { type Board, boardOf, isCounted } from './board.ts';
import type { Breach } from './breach.ts';
import { brokenFacts } from './facts.ts';
import { type Frame, frameOf } from './frame.ts';
import { holesOf } from './holes.ts';
import { breachesOf, isCountedRule, isHard, weightOf } from './rules.ts';
import { countTurns, countWishes, type FairLine, fairLinesOf } from './weighed.ts';

/** What one occurrence under a soft rule costs. */
export interface Charge {
  readonly rule: string;
  readonly person: string | null;
  /** `null`: the whole of the days, as fairness is. */
  readonly date: string | null;
  readonly post: string | null;
  /** In the rule's unit; of fairness the distance from the target. */
  readonly by: number;
  readonly cost: number;
}

/** Duties of one person by counter. */
type PersonCount = Readonly<Record<Counter, number>> & { readonly person: string };

/** What the independent checker finds in a roster. */
export interface RosterCheck {
  /** Broken facts and hard rules, by day; none in a roster the planner made, unless locked duties or a fixed request did it. */
  readonly violations: readonly Violation[];
  readonly holes: readonly Hole[];
  /** Cost by soft rule, in the order of the rules, only those that cost anything. */
  readonly costs: readonly { readonly rule: string; readonly cost: number }[];
  readonly cost: number;
  /** What the costs are made of. */
  readonly charges: readonly Charge[];
  readonly counts: readonly PersonCount[];
  /** Everybody's count beside fair share and target, by rule of fairness. */
  readonly fairness: readonly FairLine[];
  /** Duties of the basis that are not in the roster. */
  readonly changed: readonly Assignment[];
}

/** Counts a roster by docs/roster.md, "Rules, exactly". Of the planner's it knows only the targets both are weighed against. */
export function checkRoster(problem: RosterProblem, assignments: readonly Assignment[]): RosterCheck {
  return rosterChecker(problem)(assignments);
}

/** A checker for many rosters of one problem: what does not depend on the roster is worked out once. */
export function rosterChecker(problem: RosterProblem): (assignments: readonly Assignment[]) => RosterCheck {
  const frame = frameOf(problem);
  const weigh = problem.rules.map((rule) => weigherOf(frame, rule));
  return (assignments) => {
    const board = boardOf(frame, assignments);
    const weighed = weigh.map((one) => one(board));
    const charges = weighed.flatMap((one) => one.charges);
    const costs = problem.rules
      .map(({ id }, index) => ({ rule: id, cost: sumOf(weighed[index]?.charges ?? []) }))
      .filter(({ cost }) => cost > 0);
    return {
      violations: inOrder(frame, hardViolations(board)),
      holes: holesOf(board, hardViolations),
      costs,
      cost: rounded(costs.reduce((sum, { cost }) => sum + cost, 0)),
      charges,
      counts: countsOf(board),
      fairness: weighed.flatMap((one) => one.fairness),
      changed: changedOf(problem, assignments),
    };
  };
}

interface Weighed {
  readonly charges: readonly Charge[];
  readonly fairness: readonly FairLine[];
}

const NOTHING: Weighed = { charges: [], fairness: [] };

/** Makes ready what a soft rule costs. */
function weigherOf(frame: Frame, rule: Rule): (board: Board) => Weighed {
  const weight = weightOf(rule);
  const charged = (breaches: readonly Breach[]): Weighed => ({
    charges: breaches.map((breach) => ({ rule: rule.id, ...breach, cost: breach.by * weight })),
    fairness: [],
  });
  if (rule.kind === 'fair') {
    const targets = fairTargets(frame.problem, rule);
    return (board) => fairCharges(fairLinesOf(rule, board, targets), weight);
  }
  if (rule.kind === 'turns') {
    const turns = turnTargets(frame.problem, rule);
    return (board) => charged(countTurns(turns, board));
  }
  if (rule.kind === 'wishes') return (board) => charged(countWishes(rule, board));
  if (isHard(rule)) return () => NOTHING;
  return (board) => charged(breachesOf(rule, board, 'soft'));
}

function fairCharges(fairness: readonly FairLine[], weight: number): Weighed {
  const charges = fairness.map(({ rule, person, count, target }) => {
    const by = Math.abs(count - target);
    return { rule, person, date: null, post: null, by, cost: by * by * weight };
  });
  return { charges: charges.filter(({ cost }) => cost > 0), fairness };
}

function hardViolations(board: Board): readonly Violation[] {
  const rules = board.frame.problem.rules.filter(isCountedRule).filter(isHard);
  return [
    ...brokenFacts(board),
    ...rules.flatMap((rule) => broken(rule.id, breachesOf(rule, board, 'hard'))),
  ];
}

function broken(rule: string, breaches: readonly Breach[]): readonly Violation[] {
  return breaches.map(({ person, date, post, by }) => {
    const about = person === null ? { date } : { person, date };
    return { fact: { kind: 'rule', id: rule, ...about }, person, date, post, by };
  });
}

function inOrder(frame: Frame, violations: readonly Violation[]): readonly Violation[] {
  const columns = new Map(frame.posts.map((post, index) => [post.id, index]));
  const column = (post: string | null) => columns.get(post ?? '') ?? -1;
  return violations.toSorted((a, b) => {
    if (a.date !== b.date) return a.date < b.date ? -1 : 1;
    return column(a.post) - column(b.post);
  });
}

/** Costs are sums of squares of fractions: what is below a millionth is the computer's, not the roster's. */
function rounded(cost: number): number {
  return Math.round(cost * 1e6) / 1e6;
}

function sumOf(charges: readonly Charge[]): number {
  return rounded(charges.reduce((sum, { cost }) => sum + cost, 0));
}

function countsOf(board: Board): readonly PersonCount[] {
  return [...board.frame.people.keys()].map((person) => {
    const duties = (board.byPerson.get(person) ?? []).filter(({ day }) => day !== null);
    const count = (counter: Counter) => duties.filter((duty) => isCounted(duty, counter)).length;
    const [workday, restday, holiday, spring, night, total] = counters.map(count);
    return {
      person,
      workday: workday ?? 0,
      restday: restday ?? 0,
      holiday: holiday ?? 0,
      spring: spring ?? 0,
      night: night ?? 0,
      total: total ?? 0,
    };
  });
}

function changedOf(problem: RosterProblem, assignments: readonly Assignment[]): readonly Assignment[] {
  const keyOf = ({ date, post, person }: Assignment) => `${date} ${post} ${person}`;
  const there = new Set(assignments.map(keyOf));
  return (problem.basis?.assignments ?? [])
    .filter((duty) => !there.has(keyOf(duty)))
    .map(({ date, post, person }) => ({ date, post, person }));
}
