import os from 'node:os';

/** One measurement, as `zw bench` prints it and docs/performance.md tabulates it. */
export interface Measurement {
  readonly name: string;
  /** The figure the target is about: p95 where there are samples, else the only value. */
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | 'rows/s' | 'ratio' | 'count' | 'KB';
  /** Samples or rows behind the figure. */
  readonly n: number;
  readonly p50?: number;
  readonly p95?: number;
  readonly max?: number;
  /** 95th percentile of the processor time of the same calls; on a busy machine it says more than the wall clock. */
  readonly cpu_p95?: number;
  /** What was promised, in words: `≤ 16 ms`. Absent where the figure only explains another. */
  readonly target?: string;
  readonly ok?: boolean;
  /** What a reader must know to read the figure. */
  readonly note?: string;
  readonly machine: string;
  /** Load average of the last minute when it was taken; above the number of cores figures are too high. */
  readonly load: number;
  /** UTC ISO instant. */
  readonly date: string;
}

/** A promise a figure is held against. */
export interface Target {
  readonly limit: number;
  /** True when larger is better. */
  readonly atLeast?: boolean;
}

/** What one benchmark says of a figure; machine, load and date are added here. */
export type Figure = Pick<Measurement, 'name' | 'value' | 'unit' | 'n'> & {
  readonly note?: string;
  readonly target?: Target;
  readonly samples?: readonly Sample[];
};

/** A count that is 0 on every machine and in every town as long as the product is right. */
export const mustBeNone = (
  name: string,
  value: number,
  rest: { readonly n: number; readonly note: string },
): Figure => ({
  name,
  value,
  unit: 'count',
  target: NONE,
  ...rest,
});
const NONE: Target = { limit: 0 };

/** Whether a figure says that the product is right; the others say how fast it is, or how large. */
export const isOfCorrectness = ({ unit, target }: Figure): boolean =>
  unit === 'count' && target?.limit === NONE.limit;

/** What one call took, milliseconds on the wall and of the processor. */
export interface Sample {
  readonly wall_ms: number;
  /** Absent where the work is done in another process. */
  readonly cpu_ms?: number;
}

/** A figure with its machine and date. */
export function measurement({ target, samples, ...figure }: Figure, now: Date): Measurement {
  return {
    ...figure,
    value: figure.unit === 'count' && Number.isInteger(figure.value) ? figure.value : rounded(figure.value),
    ...(samples === undefined ? {} : percentiles(samples)),
    ...(target === undefined ? {} : judged(figure, target)),
    machine: machineName(),
    load: rounded(os.loadavg()[0] ?? 0),
    date: now.toISOString(),
  };
}

/** A figure of many samples; its value is the 95th percentile. */
export function sampled(
  name: string,
  samples: readonly Sample[],
  rest: { readonly target?: Target; readonly note?: string } = {},
): Figure {
  return {
    name,
    value: percentile(samples.map(wallOf), 0.95),
    unit: 'ms',
    n: samples.length,
    samples,
    ...rest,
  };
}

const wallOf = (sample: Sample): number => sample.wall_ms;

/** What each call took. */
export const timed = (calls: readonly (() => unknown)[]): readonly Sample[] => calls.map(timedCall);

/** What one call took. */
export function timedCall(call: () => unknown): Sample {
  const cpu = process.cpuUsage();
  const start_ms = performance.now();
  call();
  const wall_ms = performance.now() - start_ms;
  const { user, system } = process.cpuUsage(cpu);
  return { wall_ms, cpu_ms: (user + system) / 1000 };
}

/** Wall and processor seconds of one call in this process. */
export async function costOf<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly wall_s: number; readonly cpu_s: number }> {
  const cpu = process.cpuUsage();
  const start_ms = performance.now();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { result, wall_s: (performance.now() - start_ms) / 1000, cpu_s: (user + system) / 1e6 };
}

/** The middle of the values, the upper one of two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Value below which this share of the samples lies (nearest rank). */
function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function percentiles(samples: readonly Sample[]): Pick<Measurement, 'p50' | 'p95' | 'max' | 'cpu_p95'> {
  const wall = samples.map(wallOf);
  const cpu = samples.flatMap(({ cpu_ms }) => cpu_ms ?? []);
  return {
    p50: rounded(percentile(wall, 0.5)),
    p95: rounded(percentile(wall, 0.95)),
    max: rounded(percentile(wall, 1)),
    ...(cpu.length === 0 ? {} : { cpu_p95: rounded(percentile(cpu, 0.95)) }),
  };
}

function judged(
  figure: Figure | Omit<Figure, 'target' | 'samples'>,
  target: Target,
): { readonly target: string; readonly ok: boolean } {
  const sign = target.atLeast === true ? '≥' : '≤';
  const unit = figure.unit === 'ratio' || figure.unit === 'count' ? '' : ` ${figure.unit}`;
  const ok = target.atLeast === true ? figure.value >= target.limit : figure.value <= target.limit;
  return { target: `${sign} ${target.limit}${unit}`, ok };
}

/** Three significant digits: more would claim a precision a shared machine does not have. */
const rounded = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(3)) : value);

function machineName(): string {
  const memory_gb = Math.round(os.totalmem() / 2 ** 30);
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown CPU';
  return `${os.availableParallelism()} × ${cpu}, ${memory_gb} GB, ${os.type()} ${os.release()}, Node ${process.version}`;
}
