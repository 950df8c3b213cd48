import { fc } from '../../../fixtures/fc.ts';
import { expect, test } from 'vitest';
import { startEngine } from '../../../../db/planner/linear/engine.ts';
import { planRoster } from '../../../../db/planner/office/plan-roster.ts';
import { checkRoster } from '../../../../db/roster/check/check-roster.ts';
import type { Assignment, RosterProblem } from '../../../../db/roster/problem.ts';
import type { Hole, Violation } from '../../../../db/roster/roster.ts';
import { anyRoster } from '../../../fixtures/any-roster.ts';

/** Problems at random with whatever rules, facts, locked and frozen duties; a person has one duty a day in what stands. */
const problems = fc.sample(anyRoster, { numRuns: 40, seed: 8 }).map(({ problem: { basis, ...problem } }) => ({
  ...problem,
  earlier: oncePerDay(problem.earlier),
  ...(basis === undefined ? {} : { basis: { ...basis, assignments: oncePerDay(basis.assignments) } }),
}));

function oncePerDay<Duty extends Assignment>(duties: readonly Duty[]): Duty[] {
  return [...new Map(duties.map((duty) => [`${duty.date} ${duty.person}`, duty])).values()];
}

/** What stands, alone: whatever it breaks is not the planner's doing. */
function standingOf({ basis }: RosterProblem): readonly Assignment[] {
  return (basis?.assignments ?? []).filter(
    ({ locked, date }) => locked || date <= (basis?.frozenThrough ?? ''),
  );
}

const nameOf = ({ fact }: Violation) => (fact.kind === 'rule' ? `rule ${fact.id}` : JSON.stringify(fact));

function unitsOf(violations: readonly Violation[]): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const violation of violations) {
    units.set(nameOf(violation), (units.get(nameOf(violation)) ?? 0) + violation.by);
  }
  return units;
}

const placesOf = (holes: readonly Hole[]) =>
  holes.map(({ date, post, missing }) => `${date} ${post} ${missing}`).sort();

/** A need of `all` is filled as far as rules allow; the planner tells no holes there. */
function isForAll(problem: RosterProblem, { date, post }: Hole): boolean {
  const campaigns = problem.campaigns.filter(
    (one) => one.post === post && one.from <= date && date <= one.to,
  );
  return campaigns.at(-1)?.need === 'all';
}

test('planner and checker agree on violations, holes and costs, and what cannot be filled has a core', async () => {
  const engine = startEngine();
  let short = 0;
  for (const problem of problems) {
    const roster = await planRoster(problem, { engine });
    const check = checkRoster(problem, roster.assignments);
    const before = unitsOf(checkRoster(problem, standingOf(problem)).violations);
    const fixed = new Set(problem.requests.filter(({ kind }) => kind === 'fixed').map(({ id }) => id));
    const added = check.violations.filter(
      (violation) =>
        !(violation.fact.kind === 'request' && fixed.has(violation.fact.id)) &&
        (unitsOf(check.violations).get(nameOf(violation)) ?? 0) > (before.get(nameOf(violation)) ?? 0),
    );

    expect(added).toEqual([]);
    expect(roster.cost).toBeCloseTo(check.cost, 4);
    expect(placesOf(check.holes)).toEqual(placesOf(roster.holes));
    expect(check.holes.filter((hole) => isForAll(problem, hole))).toEqual([]);
    if (roster.status === 'infeasible') {
      short += 1;
      expect(roster.core.length).toBeGreaterThan(0);
    }
  }
  expect(short).toBeGreaterThan(10);
});
