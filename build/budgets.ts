import { readFileSync } from 'node:fs';
import file from './budgets.json' with { type: 'json' };
import type { Tally } from './report.ts';
import { roundsPerSecond } from './yardstick.ts';

/** A part of a run that has a budget of its own in `budgets.json`. */
export type Lane = keyof typeof file.lanes;

const budgets: Readonly<Record<Lane, Budget>> = file.lanes;

/**
 * What a lane may cost: a run on an idle machine of two processors as fast as `yardstick` of the file says, and a third more
 * for chance. Whoever raises one says why in `raised` of the file and runs `npm run limits:write`, which walks its history.
 */
export interface Budget {
  readonly wall_s: number;
  readonly processor_s: number;
  /**
   * Processors kept busy by processes of the lane that nobody waits for, so that the system counts them as others: those of
   * Electron, whose parent is gone before them.
   */
  readonly uncounted?: number;
}

/** What a lane took. */
export interface Spent {
  readonly wall_s: number;
  /** Of the processes the lane started and waited for; `null` where the system does not say (not Linux). */
  readonly processor_s: number | null;
  /** Processors that other programs kept busy meanwhile, on average: 0.5 is half of one. `null` as above. */
  readonly others: number | null;
}

/** The budget of a lane on a machine that needs `slowness` times as long for the same work. */
export const budgetOf = (lane: Lane, slowness: number): Budget => ({
  ...budgets[lane],
  wall_s: budgets[lane].wall_s * slowness,
  processor_s: budgets[lane].processor_s * slowness,
});

/**
 * How many times as long this machine takes for the work of the yardstick as that of the budgets, by what it did around a
 * lane, rounds per second. Never below one: on a faster machine a lane may take what it may take on that one.
 */
export const slownessOf = (rounds: readonly number[]): number =>
  Math.max(1, file.yardstick.rounds_per_s / (rounds.reduce((sum, one) => sum + one, 0) / rounds.length));

/** Work of other programs, in processors, up to which the time on the wall is the lane's own doing. */
const QUIET = 0.2;

/**
 * What a lane took beyond its budget, in words; `null` when it kept to it.
 *
 * Seconds of the processor say the same on a busy machine as on a free one, so they are always judged. Seconds on the
 * wall (sleeping, waiting for the disk, one worker idle) are judged only while other programs did next to nothing.
 */
export function overBudget(lane: Lane, spent: Spent, budget: Budget = budgets[lane]): string | null {
  const over = [
    ...(spent.processor_s !== null && spent.processor_s > budget.processor_s
      ? [`${seconds(spent.processor_s)} of the processors, its budget is ${seconds(budget.processor_s)}`]
      : []),
    ...(isQuiet(spent, budget) && spent.wall_s > budget.wall_s
      ? [`${seconds(spent.wall_s)} on the wall, its budget is ${seconds(budget.wall_s)}`]
      : []),
  ];
  return over.length === 0 ? null : `${lane} took ${over.join(', and ')} (build/budgets.json)`;
}

const isQuiet = ({ others }: Spent, { uncounted = 0 }: Budget): boolean =>
  others !== null && others <= QUIET + uncounted;

/** One line of the end of a run: what a lane took, and whether it was alone. */
export function spentLine(lane: Lane, spent: Spent, budget: Budget = budgets[lane]): string {
  const { wall_s, processor_s, others } = spent;
  const own = processor_s === null ? '' : `, ${seconds(processor_s)} of the processors`;
  const beside =
    others === null || isQuiet(spent, budget) ? '' : `, beside others on ${others.toFixed(1)} processors`;
  return `${lane}: ${seconds(wall_s)}${own}${beside}`;
}

/**
 * Runs a lane and counts what it took, measuring before and after how fast this machine is. On a build machine (`CI`) a lane
 * beyond its budget is one failure; anywhere else it is only said: other programs of a desk are nobody's mistake.
 */
export function withinBudget(lane: Lane, run: () => Tally): Tally {
  const before = roundsPerSecond();
  const { value, spent } = timed(run);
  const slowness = slownessOf([before, roundsPerSecond()]);
  return judged(value, spent, { lane, slowness, counts: process.env['CI'] !== undefined });
}

/** How a lane is judged. */
interface Judgement {
  readonly lane: Lane;
  readonly slowness: number;
  /** Being beyond the budget is a failure, not only a remark. */
  readonly counts: boolean;
}

/** The numbers of a lane with what it took. */
export function judged(tally: Tally, spent: Spent, { lane, slowness, counts }: Judgement): Tally {
  const budget = budgetOf(lane, slowness);
  const over = overBudget(lane, spent, budget);
  const machine = slowness > 1 ? `, on a machine that takes ${slowness.toFixed(2)} times as long` : '';
  const told = {
    ...tally,
    spent: [...(tally.spent ?? []), `${spentLine(lane, spent, budget)}${machine}`],
    judged: [...(tally.judged ?? []), lane],
  };
  if (over === null) return told;
  const longest = (tally.longest ?? []).map((line) => `\n  ${line}`).join('');
  return {
    ...told,
    failed: tally.failed + (counts ? 1 : 0),
    troubles: [
      ...tally.troubles,
      `over budget: ${over}${machine}${longest === '' ? '' : `; longest were${longest}`}`,
    ],
  };
}

/** The lanes of a whole run, with one failure more for each that has a budget and was not held to it. */
export function allJudged(tallies: readonly Tally[]): readonly Tally[] {
  const seen = new Set(tallies.flatMap(({ judged: lanes }) => lanes ?? []));
  const missing = Object.keys(budgets).filter((lane) => !seen.has(lane));
  const troubles = missing.map((lane) => `${lane} was not held to its budget (build/budgets.json)`);
  return [...tallies, { passed: 0, failed: missing.length, troubles }];
}

/** Runs something that waits for the processes it starts. Two at the same time need a process each. */
export function timed<T>(run: () => T): { readonly value: T; readonly spent: Spent } {
  const before = clocks();
  const value = run();
  return { value, spent: spentBetween(before, clocks()) };
}

/** Clocks of this machine at one moment, in seconds since some beginning. */
export interface Clocks {
  readonly wall_s: number;
  /** Of this process and of those it has waited for. */
  readonly own_s: number | null;
  /** Of all programs together, and what a host took away from this machine. */
  readonly all_s: number | null;
}

/** What passed between two moments. */
export function spentBetween(before: Clocks, after: Clocks): Spent {
  const wall_s = after.wall_s - before.wall_s;
  const processor_s = difference(after.own_s, before.own_s);
  const all_s = difference(after.all_s, before.all_s);
  if (processor_s === null || all_s === null || wall_s <= 0) return { wall_s, processor_s, others: null };
  return { wall_s, processor_s, others: Math.max(0, all_s - processor_s) / wall_s };
}

function difference(later: number | null, earlier: number | null): number | null {
  return later === null || earlier === null ? null : later - earlier;
}

/** Linux counts in hundredths of a second in both files, whatever the kernel was built with. */
const TICKS_PER_SECOND = 100;

function clocks(): Clocks {
  const wall_s = performance.now() / 1000;
  try {
    return {
      wall_s,
      own_s: ownSeconds(readFileSync('/proc/self/stat', 'utf8')),
      all_s: allSeconds(readFileSync('/proc/stat', 'utf8')),
    };
  } catch {
    return { wall_s, own_s: null, all_s: null };
  }
}

/** `utime stime cutime cstime` of proc_pid_stat(5), fields 14 to 17; the name in field 2 may hold blanks and brackets. */
export function ownSeconds(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return sum(fields.slice(11, 15)) / TICKS_PER_SECOND;
}

/** `user nice system idle iowait irq softirq steal` of proc_stat(5), without the two that say that nothing was done. */
export function allSeconds(stat: string): number {
  const [user, nice, system, , , irq, softirq, steal] = (stat.split('\n')[0] ?? '')
    .trim()
    .split(/ +/)
    .slice(1);
  return sum([user, nice, system, irq, softirq, steal]) / TICKS_PER_SECOND;
}

const sum = (fields: readonly (string | undefined)[]): number =>
  fields.reduce((total, field) => total + Number(field ?? 0), 0);

const seconds = (value: number): string => `${String(Math.round(value))} s`;
