import type { Contest, Side } from '../group.ts';

/** Pairs of which the median is taken: many short ones scatter less than few long ones, and no fewer than nine. */
const FEWEST_PAIRS = 9;
const MOST_PAIRS = 41;
/** Processor seconds that all pairs together may take when they are short. */
const ALL_S = 5;
/** A sample repeats its run until it takes about so long, seconds. */
const SAMPLE_S = 0.04;
/** Beforehand the code is compiled and caches fill, seconds. */
const WARM_UP_S = 0.6;
/** The same for runs that leave something behind: samples, so that each measurement leaves as much. */
const WARM_UP_SAMPLES = 2;

/** How a contest came out. */
export interface Outcome {
  /** Processor time of the product over that of the floor: median of the pairs. */
  readonly ratio: number;
  /** The same with a product that was slowed down by `planted`; `null` when nothing was planted. */
  readonly slowed: number | null;
  /** Medians of each, seconds. */
  readonly product: number;
  readonly floor: number;
}

/**
 * Product and floor by turns, the first of each pair changing; the median of their ratios. `planted` is a share by which
 * the product is slowed down in samples beside, to see whether that would be noticed.
 */
export async function outcomeOf(contest: Contest, planted: number | null): Promise<Outcome> {
  const floor = await warmedUp(contest.floor);
  const product = await warmedUp(contest.product);
  const slow = planted === null ? null : { ...product, run: () => slowedBy(product.run, planted) };
  const taken: { readonly product: number; readonly floor: number; readonly slowed: number }[] = [];
  for (let i = 0; i < pairsOf(contest, floor.cost_s + product.cost_s); i += 1) {
    const first = i % 2 === 0 ? await sampleOf(product) : null;
    const below = await sampleOf(floor);
    const above = first ?? (await sampleOf(product));
    taken.push({ product: above, floor: below, slowed: slow === null ? Number.NaN : await sampleOf(slow) });
  }
  const medianOf = (each: (one: (typeof taken)[number]) => number): number => median(taken.map(each));
  return {
    ratio: medianOf((one) => one.product / one.floor),
    slowed: slow === null ? null : medianOf((one) => one.slowed / one.floor),
    product: medianOf((one) => one.product),
    floor: medianOf((one) => one.floor),
  };
}

function pairsOf({ pairs }: Contest, cost_s: number): number {
  return pairs ?? Math.min(MOST_PAIRS, Math.max(FEWEST_PAIRS, Math.round(ALL_S / cost_s)));
}

/** A side that knows how often a sample repeats its run, and what a sample costs. */
interface WarmSide extends Side {
  readonly runs: number;
  readonly cost_s: number;
}

async function warmedUp(side: Side): Promise<WarmSide> {
  let warm: WarmSide = { ...side, runs: side.runs ?? 1, cost_s: 0 };
  let spent_s = 0;
  for (let i = 0; side.runs === undefined ? spent_s < WARM_UP_S : i < WARM_UP_SAMPLES; i += 1) {
    const run_s = await sampleOf(warm);
    spent_s += run_s * warm.runs;
    const runs = side.runs ?? Math.ceil(SAMPLE_S / run_s);
    warm = { ...warm, runs, cost_s: run_s * runs };
  }
  return warm;
}

/** Processor seconds of one run, of all threads of this process, or what the run answers. */
async function sampleOf({ run, runs, before, isAnswered }: Omit<WarmSide, 'cost_s'>): Promise<number> {
  await before?.();
  if (isAnswered === true) return answered(run, runs);
  const start = process.cpuUsage();
  for (let i = 0; i < runs; i += 1) {
    const answer = run();
    if (answer instanceof Promise) await answer;
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6 / runs;
}

async function answered(run: () => unknown, runs: number): Promise<number> {
  let sum = 0;
  for (let i = 0; i < runs; i += 1) sum += Number(await run());
  return sum / runs;
}

/** Does the work, and then nothing for a share of the processor time that took. */
async function slowedBy(work: () => unknown, share: number): Promise<void> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const idle = process.cpuUsage();
  for (;;) {
    const spent = process.cpuUsage(idle);
    if (spent.user + spent.system >= (user + system) * share) return;
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
