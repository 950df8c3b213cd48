import { expect, test } from 'vitest';
import { checkRoster, type RosterCheck, rosterChecker } from '../../../../db/roster/check/check-roster.ts';
import type { Assignment, RosterProblem, RuleKind } from '../../../../db/roster/problem.ts';
import {
  dayPost,
  daysFrom,
  nightPost,
  officer,
  ruled,
  smallProblem,
} from '../../../fixtures/small-rosters.ts';
import { unitsBroken } from './naive-rules.ts';

const grid = { ...dayPost, id: 'grid', place: 'g1', roles: ['grid'], order: 3 };
const two = { workday: 2, restday: 1, holiday: 1, spring: 1 };

/** Every rule that can be held, in two sets, because some of them hide others. */
const ruleSets = [
  [
    ruled({ kind: 'rest', hours: 24, posts: ['night'] }),
    ruled({ kind: 'days-in-row', most: 2 }),
    ruled({ kind: 'per-week', most: 4 }),
    ruled({ kind: 'spacing', days: 2, posts: ['night'] }),
    ruled({ kind: 'skill', skill: 'class_a', least: 1, posts: ['day', 'night'] }),
    ruled({ kind: 'novice', skill: 'novice', most: 1, posts: ['day', 'night'] }),
    ruled({ kind: 'same-rest-days', posts: ['grid'] }),
    ruled({ kind: 'own-place', posts: ['grid'] }),
  ],
  [
    ruled({ kind: 'nights-in-row', most: 1 }),
    ruled({ kind: 'per-month', most: 3, counter: 'night' }),
    ruled({ kind: 'weekends', most: 2 }),
  ],
] as const;

/** Three weeks under rules whose ids are their kinds. */
const monthUnder = (rules: readonly object[]) =>
  smallProblem({
    days: daysFrom('2026-12-01', 21),
    posts: [{ ...dayPost, needs: two }, nightPost, grid],
    people: [
      ...['A', 'B', 'C'].map((id) => ({ ...officer(id), skills: ['class_a'] })),
      ...['D', 'E', 'F', 'G', 'H', 'I'].map(officer),
      { ...officer('N'), skills: ['novice'] },
      { id: 'X', name: 'X', roles: ['grid'], places: ['g1'] },
      { id: 'Y', name: 'Y', roles: ['grid'], places: ['g2', 'g1'] },
      { id: 'Z', name: 'Z', roles: ['grid'], places: ['g1'] },
    ],
    rules: rules.map((rule) => ({ ...rule, id: String(Reflect.get(rule, 'kind')) })),
  });

/** A roster without violations: places filled one after another by whoever has fewest duties and breaks nothing. */
function validRoster(of: RosterProblem): Assignment[] {
  const check = rosterChecker(of);
  const roster: Assignment[] = [];
  for (const { date, class: name } of of.days) {
    for (const post of of.posts) {
      for (let seat = 0; seat < post.needs[name]; seat += 1) {
        const done = (id: string) => roster.filter(({ person }) => person === id).length;
        const fitting = of.people
          .toSorted((a, b) => done(a.id) - done(b.id))
          .find(({ id }) => check([...roster, { date, post: post.id, person: id }]).violations.length === 0);
        if (fitting !== undefined) roster.push({ date, post: post.id, person: fitting.id });
      }
    }
  }
  return roster;
}

const kindsIn = ({ violations }: RosterCheck) =>
  new Set(violations.map(({ fact }) => (fact.kind === 'rule' ? fact.id : fact.kind)));

test('of a valid roster with one duty given to somebody else, exactly the rules that breaks are reported', () => {
  const alone = new Set<RuleKind>();
  for (const problem of ruleSets.map(monthUnder)) {
    const check = rosterChecker(problem);
    const roster = validRoster(problem);
    expect(check(roster).violations).toEqual([]);
    expect(roster.length).toBeGreaterThan(60);
    for (const [index, duty] of roster.entries()) {
      for (const { id } of problem.people) {
        const mutant = roster.with(index, { ...duty, person: id });
        const told = kindsIn(check(mutant));
        const broken = problem.rules.filter((rule) => unitsBroken(problem, rule, mutant) > 0);
        const rules = problem.rules.filter((rule) => told.has(rule.id));
        expect(rules.map(({ kind }) => kind)).toEqual(broken.map(({ kind }) => kind));
        const [only] = broken;
        if (only !== undefined && told.size === 1) alone.add(only.kind);
      }
    }
  }
  const kinds = ruleSets.flat().map((rule) => String(Reflect.get(rule, 'kind')));
  expect([...alone].sort()).toEqual(kinds.sort());
});

test('of a valid roster with two duties swapped, the pair that breaks is reported alone', () => {
  const base = monthUnder([]);
  const problem = { ...base, pairs: [{ id: 'p', a: 'A', b: 'B', kind: 'apart' as const }] };
  const roster = validRoster(problem);
  const indexOf = (person: string, isWanted: (date: string) => boolean) =>
    roster.findIndex((duty) => duty.person === person && isWanted(duty.date));
  const withA = indexOf('A', () => true);
  const date = roster[withA]?.date ?? '';
  const partner = roster.findIndex(
    (duty) => duty.date === date && duty.person !== 'A' && ['day', 'night'].includes(duty.post),
  );
  const other = indexOf('B', (day) => day !== date);
  const first = roster[partner];
  const second = roster[other];
  if (first === undefined || second === undefined) throw new Error('the roster lacks the duties to swap');

  const mutant = roster
    .with(partner, { ...first, person: second.person })
    .with(other, { ...second, person: first.person });

  expect(checkRoster(problem, roster).violations).toEqual([]);
  expect([...kindsIn(checkRoster(problem, mutant))]).toEqual(['pair']);
});
