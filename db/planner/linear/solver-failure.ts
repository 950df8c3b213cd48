/** Traps of WebAssembly, and a stack or memory that ended. */
const FATAL = new Set(['RuntimeError', 'RangeError']);

/**
 * HiGHS refused a call or its WebAssembly instance ended (out of memory). After `isFatal` the engine cannot be used again.
 *
 * Errors of the package never leave this room as they are: an uncaught one makes Node print the line it was thrown on,
 * and the package is one line of 160 kB.
 */
export class SolverFailure extends Error {
  readonly isFatal: boolean;

  constructor(operation: string, thrown: unknown) {
    super(`${operation}: ${thrown instanceof Error ? thrown.message : String(thrown)}`.slice(0, 500));
    this.name = 'SolverFailure';
    this.isFatal = thrown instanceof Error && FATAL.has(thrown.name);
  }
}

/** Calls HiGHS; whatever it throws becomes a `SolverFailure`. */
export function guarded<Result>(operation: string, use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    throw new SolverFailure(operation, error);
  }
}
