import { setTimeout } from 'node:timers/promises';
import { officeProblem } from '../../../planner/generate/office-problem.ts';
import { createPlanner } from '../../../planner/index.ts';
import { checkRoster } from '../../../roster/check/check-roster.ts';
import { rosterProblem, type RosterProblem } from '../../../roster/problem.ts';
import type { Roster } from '../../../roster/roster.ts';
import { defineBenchmark } from '../benchmark.ts';
import { type Figure, mustBeNone, sampled, type Sample } from '../measure.ts';
import { yearFigures } from './year.ts';

/** A month of every size and its promise for the proof. */
const OFFICES = [
  { name: '30-two-shifts', office: { staff: 30, shifts: 'two', hasPatrol: false }, limit: 3000 },
  { name: '60-three-shifts', office: { staff: 60, shifts: 'three', hasPatrol: true }, limit: 6000 },
  { name: '120-three-shifts', office: { staff: 120, shifts: 'three', hasPatrol: true }, limit: 15_000 },
] as const;
const FIRST_ROSTER = { limit: 1000 } as const;
const REPAIR = { limit: 1000 } as const;
/** The longest holiday run of the year and a make-up day. */
const MONTH = '2026-10';

interface Planned {
  readonly problem: RosterProblem;
  readonly roster: Roster;
  readonly whole: Sample;
  readonly first_ms: number;
}

interface RosterSize {
  readonly offices: readonly (typeof OFFICES)[number][];
  readonly seeds: readonly number[];
  /** The thread of a repair was started when the roster was opened. */
  readonly warmUp_ms: number;
  /** Staff of the offices planned month by month, and the months. */
  readonly years: readonly number[];
  readonly months: number;
}

/** What planning depends on. */
export const rosterPaths = ['db/cli/bench/measure.ts', 'db/planner', 'db/roster'] as const;

/**
 * `zw bench roster`: generated months proven, first rosters, repairs after one absence, and years month by month. Plans of
 * months start in a cold thread, repairs in one started ahead; the processor time is that of all threads.
 */
export const rosterBenchmark = defineBenchmark<RosterSize>({
  name: 'roster',
  dependsOn: [...rosterPaths, 'db/cli/bench/roster'],
  full: {
    offices: OFFICES,
    seeds: [1, 2, 3, 4, 5],
    warmUp_ms: 5000,
    years: [12, 30, 60, 120],
    months: 12,
  },
  small: { offices: [OFFICES[0]], seeds: [1], warmUp_ms: 500, years: [12], months: 2 },
  figures: ({ offices, years }) => [
    ...offices.flatMap(({ name }) => [
      `roster.plan.${name}`,
      `roster.broken.${name}`,
      `roster.first.${name}`,
      `roster.repair.${name}`,
    ]),
    ...years.flatMap((staff) => [
      `roster.year.${String(staff)}.violations`,
      `roster.year.${String(staff)}.spread`,
    ]),
  ],
  run: (size, { context }) => rosterFigures(size, (line) => context.say(line)),
});

async function rosterFigures(size: RosterSize, say: (line: string) => void): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { name, office, limit } of size.offices) {
    say(`roster ${name}`);
    const months: Planned[] = [];
    for (const seed of size.seeds)
      months.push(await planned(officeProblem({ ...office, seed, month: MONTH })));
    const repair = await repairFigure(name, { months, warmUp_ms: size.warmUp_ms });
    figures.push(...monthFigures(name, months, limit), repair);
  }
  for (const staff of size.years) {
    say(`roster year of ${String(staff)}`);
    figures.push(...(await yearFigures(staff, size.months)));
  }
  return figures;
}

async function planned(problem: RosterProblem, planner = createPlanner()): Promise<Planned> {
  const cpu = process.cpuUsage();
  const start_ms = performance.now();
  let first_ms = Infinity;
  const roster = await planner.plan(problem, {
    onProgress: ({ phase }) => {
      if (phase === 'first') first_ms = performance.now() - start_ms;
    },
  });
  const wall_ms = performance.now() - start_ms;
  const { user, system } = process.cpuUsage(cpu);
  return { problem, roster, whole: { wall_ms, cpu_ms: (user + system) / 1000 }, first_ms };
}

function monthFigures(name: string, months: readonly Planned[], limit: number): readonly Figure[] {
  const proven = months.filter(({ roster }) => roster.status === 'optimal').length;
  const broken = months.reduce((sum, { problem, roster }) => sum + brokenIn(problem, roster), 0);
  return [
    sampled(
      `roster.plan.${name}`,
      months.map(({ whole }) => whole),
      {
        target: { limit },
        note: `${String(proven)} of ${String(months.length)} proven optimal, ${workOf(months)}`,
      },
    ),
    mustBeNone(`roster.broken.${name}`, broken, {
      n: months.length,
      note: 'rules the checker finds broken, which shares no code with the planner',
    }),
    sampled(
      `roster.first.${name}`,
      months.map(({ first_ms }) => ({ wall_ms: first_ms })),
      {
        target: FIRST_ROSTER,
        note: 'until a roster without broken rules is on the screen, thread started cold',
      },
    ),
  ];
}

/** Somebody on duty in the middle of the month falls ill for five days; the days before are past. */
async function repairFigure(
  name: string,
  { months, warmUp_ms }: { readonly months: readonly Planned[]; readonly warmUp_ms: number },
): Promise<Figure> {
  const repairs: Planned[] = [];
  for (const { problem, roster } of months) {
    const planner = createPlanner();
    planner.warm();
    await setTimeout(warmUp_ms);
    repairs.push(await planned(withAbsence(problem, roster), planner));
  }
  const proven = repairs.filter(({ roster }) => roster.status === 'optimal').length;
  const changes = repairs.map(({ roster }) => String(roster.changed.length)).join(', ');
  return sampled(
    `roster.repair.${name}`,
    repairs.map(({ whole }) => whole),
    {
      target: REPAIR,
      note: `${String(proven)} of ${String(repairs.length)} proven to change the fewest duties (${changes}), ${workOf(repairs)}`,
    },
  );
}

function withAbsence(problem: RosterProblem, roster: Roster): RosterProblem {
  const [from, to] = [13, 17].map((day) => `${MONTH}-${String(day)}`);
  const ill = roster.assignments.find(({ date, post }) => date === from && post.startsWith('night'));
  return rosterProblem.parse({
    ...problem,
    leaves: [...problem.leaves, { id: 'ill', person: ill?.person ?? '', from, to, kind: '病假' }],
    basis: { assignments: roster.assignments, frozenThrough: `${MONTH}-12` },
  });
}

function workOf(plans: readonly Planned[]): string {
  const iterations = plans.map(({ roster }) => roster.work.iterations);
  return `${String(Math.min(...iterations))} to ${String(Math.max(...iterations))} simplex iterations`;
}

const brokenIn = (problem: RosterProblem, roster: Roster): number =>
  checkRoster(problem, roster.assignments).violations.length;
