import { fc } from '../../../fixtures/fc.ts';
import { expect, test } from 'vitest';
import { checkRoster, rosterChecker } from '../../../../db/roster/check/check-roster.ts';
import type { Assignment, RosterProblem, RuleKind } from '../../../../db/roster/problem.ts';
import { anyRoster } from '../../../fixtures/any-roster.ts';
import { unitsBroken } from './naive-rules.ts';

const runs = { seed: 9, numRuns: 200 };
const weighed: readonly RuleKind[] = ['fair', 'wishes', 'turns'];

/** Without what only the checker knows: frozen days, needs of all, one duty twice. */
function plain({ problem, duties }: { problem: RosterProblem; duties: Assignment[] }) {
  const { basis: _basis, ...rest } = problem;
  const once = (list: readonly Assignment[]) => [
    ...new Map(list.map((duty) => [`${duty.date} ${duty.post} ${duty.person}`, duty])).values(),
  ];
  return {
    problem: {
      ...rest,
      earlier: once(problem.earlier),
      campaigns: problem.campaigns.filter(({ need }) => need !== 'all'),
    },
    duties: once(duties),
  };
}

test('every counted rule is broken by as many units as a plain second count says, hard and soft alike', () => {
  const seen = new Map<RuleKind, number>();
  fc.assert(
    fc.property(anyRoster.map(plain), ({ problem, duties }) => {
      const { violations, costs } = checkRoster(problem, duties);
      for (const rule of problem.rules) {
        if (weighed.includes(rule.kind)) continue;
        const units = unitsBroken(problem, rule, duties);
        const told = violations.filter(({ fact }) => fact.kind === 'rule' && fact.id === rule.id);
        const held = told.reduce((sum, { by }) => sum + by, 0);
        const cost = costs.find((one) => one.rule === rule.id)?.cost ?? 0;
        if ('hard' in rule.strength) expect([rule.kind, held, cost]).toEqual([rule.kind, units, 0]);
        else expect([rule.kind, held, cost]).toEqual([rule.kind, 0, units * rule.strength.weight]);
        if (units > 0) seen.set(rule.kind, (seen.get(rule.kind) ?? 0) + 1);
      }
    }),
    runs,
  );
  expect(seen.size).toBe(11);
  expect(Math.min(...seen.values())).toBeGreaterThan(5);
});

test('the order of duties in the list does not matter, and a checker can be used again', () => {
  fc.assert(
    fc.property(anyRoster, ({ problem, duties }) => {
      const check = rosterChecker(problem);
      const first = check(duties);
      expect(check(duties)).toEqual(first);
      const turned = check(duties.toReversed());
      expect(turned.cost).toBe(first.cost);
      expect(turned.holes).toEqual(first.holes);
      expect(turned.violations.length).toBe(first.violations.length);
    }),
    runs,
  );
});

test('a roster without duties breaks no rule, only what is fixed or stands', () => {
  fc.assert(
    fc.property(anyRoster, ({ problem }) => {
      for (const { fact } of checkRoster(problem, []).violations) {
        expect(['request', 'standing']).toContain(fact.kind);
      }
    }),
    runs,
  );
});

test('taking a duty away never breaks more of what limits duties', () => {
  const limits: readonly RuleKind[] = [
    'rest',
    'nights-in-row',
    'days-in-row',
    'per-week',
    'per-month',
    'skill',
  ];
  fc.assert(
    fc.property(anyRoster, ({ problem, duties }) => {
      const ids = new Set(problem.rules.filter(({ kind }) => limits.includes(kind)).map(({ id }) => id));
      const units = (list: readonly Assignment[]) =>
        checkRoster(problem, list)
          .violations.filter(({ fact }) => fact.kind === 'rule' && ids.has(fact.id))
          .reduce((sum, { by }) => sum + by, 0);
      expect(units(duties.slice(1))).toBeLessThanOrEqual(units(duties));
    }),
    runs,
  );
});
