import { describe, expect, test } from 'vitest';
import { officeProblem } from '../../../../db/planner/generate/office-problem.ts';
import { Agenda } from '../../../../db/planner/office/agenda.ts';
import { firstRoster } from '../../../../db/planner/office/first/first-roster.ts';
import { checkRoster } from '../../../../db/roster/check/check-roster.ts';
import type { Assignment } from '../../../../db/roster/problem.ts';

function first(staff: number): { readonly duties: readonly Assignment[]; readonly agenda: Agenda } {
  const agenda = new Agenda(
    officeProblem({ staff, seed: 1, month: '2026-02', shifts: 'three', hasPatrol: true }),
  );
  const duties = [...firstRoster(agenda)].map((index) => {
    const { person, day, post } = agenda.cell(index);
    return {
      date: agenda.dateOf(day),
      post: agenda.post(post).id,
      person: agenda.person(person).id,
    };
  });
  return { duties, agenda };
}

describe('a first roster', () => {
  test.each([12, 30, 60, 120])('of %i people breaks no rule and leaves hardly a place empty', (staff) => {
    const { duties, agenda } = first(staff);

    const { violations, holes } = checkRoster(agenda.problem, duties);

    const missing = holes.reduce((sum, hole) => sum + hole.missing, 0);
    expect(violations).toEqual([]);
    expect(missing).toBeLessThan(duties.length / 50);
    expect(duties.length).toBeGreaterThan(staff * 5);
  });
});
