import { carryOn } from '../../../planner/generate/carry-on.ts';
import { officeProblem, type OfficeOptions } from '../../../planner/generate/office-problem.ts';
import { createPlanner } from '../../../planner/index.ts';
import { checkRoster } from '../../../roster/check/check-roster.ts';
import { type Counter, counters } from '../../../roster/problem.ts';
import { type Figure, mustBeNone } from '../measure.ts';

const YEAR = 2026;
const SEED = 1;
/** Work of one month: enough for a proof nearly always, and an end when not. */
const MONTH_BUDGET = 60_000;

/** The first months of a year, each with what the one before left: broken rules, and how far balances are apart at the end. */
export async function yearFigures(staff: number, months: number): Promise<readonly Figure[]> {
  let carried: OfficeOptions['carried'];
  const counted = { violations: 0, holes: 0, proven: 0, iterations: 0, cpu_s: 0 };
  for (let number = 1; number <= months; number += 1) {
    const month = `${String(YEAR)}-${String(number).padStart(2, '0')}`;
    const problem = officeProblem({
      staff,
      seed: SEED,
      month,
      shifts: 'three',
      hasPatrol: true,
      ...(carried !== undefined && { carried }),
    });
    const cpu = process.cpuUsage();
    const roster = await createPlanner().plan(problem, { budget: MONTH_BUDGET });
    const { user, system } = process.cpuUsage(cpu);
    counted.cpu_s += (user + system) / 1e6;
    counted.iterations += roster.work.iterations;
    counted.holes += roster.holes.length;
    counted.proven += roster.status === 'optimal' ? 1 : 0;
    counted.violations += checkRoster(problem, roster.assignments).violations.length;
    carried = carryOn(problem, roster.assignments);
  }
  const { proven, holes, iterations, cpu_s } = counted;
  const spreads = carried ? spreadsOf(carried.balances) : [];
  const [widest] = spreads.toSorted((a, b) => b.spread - a.spread);
  return [
    mustBeNone(`roster.year.${String(staff)}.violations`, counted.violations, {
      n: months,
      note: `${String(proven)} of ${String(months)} months proven optimal, ${String(holes)} places empty, ${String(iterations)} simplex iterations, ${cpu_s.toFixed(0)} s CPU`,
    }),
    {
      name: `roster.year.${String(staff)}.spread`,
      value: widest?.spread ?? 0,
      unit: 'count',
      n: spreads.length,
      note: `duties between the highest and the lowest balance, widest of role and counter (${widest?.name ?? ''}); shares are fractions, so 1 is what whole duties allow`,
    },
  ];
}

interface Spread {
  readonly name: string;
  readonly spread: number;
}

/** Highest less lowest balance of every counter in every role (the letter of the id). */
function spreadsOf(balances: NonNullable<OfficeOptions['carried']>['balances']): readonly Spread[] {
  const roles = Map.groupBy(balances, ([id]) => id.slice(0, 1));
  return [...roles].flatMap(([role, members]) =>
    counters.map((counter: Counter) => {
      const values = members.map(([, balance]) => balance[counter] ?? 0);
      return { name: `${role} ${counter}`, spread: Math.max(...values) - Math.min(...values) };
    }),
  );
}
