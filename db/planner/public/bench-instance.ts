import { startEngine } from '../linear/engine.ts';
import { type Instance, InstanceError, readInstance } from './instance.ts';
import { OFF, type Row } from './schedule-search.ts';
import { type PublicRoster, scoreRoster } from './score.ts';
import { type InstanceSolution, solveInstance } from './solve-instance.ts';

/** What became of one instance; every figure of a roster is the scorer's, not the solver's. */
export interface InstanceResult {
  readonly instance: string;
  /** A roster was found and the scorer finds no hard rule broken. */
  readonly feasible: boolean;
  readonly cost: number | null;
  /** No roster costs less. */
  readonly bound: number;
  /** Share of the cost between bound and cost; 0: proven optimal, `null`: no roster. */
  readonly gap: number | null;
  readonly proven: boolean;
  /** On the wall, from the text to the roster. */
  readonly seconds: number;
  /** Of the processor: what to compare when the machine is busy. */
  readonly cpu_s: number;
  /** Simplex iterations. */
  readonly work: number;
  /** Costs and bounds as they came, with the seconds they came at. */
  readonly course: readonly { readonly seconds: number; readonly cost: number; readonly bound: number }[];
  /** What the scorer found broken, or why the text could not be read. */
  readonly problems: readonly string[];
}

/** Reads, solves and scores one instance of the public format; never throws because of the text. */
export async function benchInstance(
  name: string,
  text: string,
  { limit_s }: { readonly limit_s: number },
): Promise<InstanceResult> {
  const clock = new Clock();
  try {
    // An engine for each: WebAssembly memory grows and never shrinks.
    const engine = await startEngine();
    const instance = readInstance(text);
    const course: InstanceResult['course'][number][] = [];
    const solution = solveInstance(instance, {
      engine,
      limit_s,
      clock_s: () => clock.seconds(),
      onProgress: (cost, bound) => course.push({ seconds: hundredths(clock.seconds()), cost, bound }),
    });
    return { ...judged(instance, text, solution), instance: name, course, ...clock.figures() };
  } catch (error) {
    if (!(error instanceof InstanceError)) throw error;
    return { ...unread(error), instance: name, ...clock.figures() };
  }
}

function judged(instance: Instance, text: string, { rows, bound, work }: InstanceSolution) {
  if (rows === null)
    return {
      feasible: false,
      cost: null,
      bound,
      gap: null,
      proven: false,
      work,
      problems: ['no roster found'],
    };
  const { cost, violations } = scoreRoster(text, rosterOf(instance, rows));
  const feasible = violations.length === 0;
  return {
    feasible,
    cost,
    bound,
    gap: cost === 0 ? 0 : (cost - bound) / cost,
    proven: feasible && cost === bound,
    work,
    problems: violations,
  };
}

function unread(error: InstanceError) {
  const problems = [error.message];
  return { feasible: false, cost: null, bound: 0, gap: null, proven: false, work: 0, course: [], problems };
}

function rosterOf(instance: Instance, rows: readonly Row[]): PublicRoster {
  return new Map(
    instance.staff.map(({ id }, member) => [
      id,
      Array.from(rows[member] ?? [], (shift) =>
        shift === OFF ? null : (instance.shifts[shift]?.id ?? null),
      ),
    ]),
  );
}

/** Wall and processor time since it was made. */
class Clock {
  readonly #startedAt_ms = performance.now();
  readonly #cpu = process.cpuUsage();

  seconds(): number {
    return (performance.now() - this.#startedAt_ms) / 1000;
  }

  figures() {
    const { user, system } = process.cpuUsage(this.#cpu);
    return { seconds: hundredths(this.seconds()), cpu_s: hundredths((user + system) / 1e6) };
  }
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
