import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import loadHighs, { type Highs } from 'highs';
import type { LinearModel } from './linear-model.ts';
import { LinearSolver } from './linear-solver.ts';
import { SolverFailure } from './solver-failure.ts';

/**
 * One instance of HiGHS in WebAssembly. All solvers it opens share its memory, which grows and never shrinks: drop the
 * engine, or end its thread, to give it back.
 */
export class Engine {
  readonly #highs: Highs;

  constructor(highs: Highs) {
    this.#highs = highs;
  }

  /** `HiGHS 1.15.3`: part of what makes a result repeatable. */
  get version(): string {
    return `HiGHS ${this.#highs.version.string}`;
  }

  /** Bytes of WebAssembly memory taken so far. */
  get memory_bytes(): number {
    return this.#highs.memoryBytes;
  }

  /** Hands the model to a solver of its own; the caller disposes of it. */
  open<T>(model: LinearModel<T>): LinearSolver<T> {
    return new LinearSolver(this.#highs, model);
  }

  /** Opens a solver for the length of one call. */
  with<T, Result>(model: LinearModel<T>, use: (solver: LinearSolver<T>) => Result): Result {
    const solver = this.open(model);
    try {
      return use(solver);
    } finally {
      solver.dispose();
    }
  }
}

/** Starts an engine; some 70 ms, and the first second of solving is slower while the code warms up. */
export async function startEngine(): Promise<Engine> {
  try {
    return new Engine(await loadHighs({ wasmBinary: readFileSync(wasmFile()) }));
  } catch (error) {
    throw new SolverFailure('load', error);
  }
}

/** The bundler puts `highs.wasm` beside each program; unbundled it lies in its package. */
function wasmFile(): string {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return createRequire(here).resolve('highs/runtime');
  return fileURLToPath(new URL('highs.wasm', here));
}
