import type { z } from 'zod';
import { calls, type CallName, type CallsAt, type Output, type Place } from './calls.ts';
import type { Failure, FailureCode, Reply } from './failure.ts';

/** An expected refusal, returned (never thrown) by a handler. */
export class Refusal {
  readonly failure: Failure;
  constructor(code: FailureCode, kind: string, details: Readonly<Record<string, unknown>> = {}) {
    this.failure = { code, kind, details };
  }
}

/** Same data, promised not to be changed: what a handler returns need not be copied to please the compiler. */
export type Frozen<T> = T extends Uint8Array
  ? T
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** Input of a call after validation. */
type Parsed<N extends CallName> = z.output<(typeof calls)[N]['input']>;
/** What the handler of a call returns. */
type Answer<N extends CallName> = Frozen<Output<N>> | Refusal;

/** One handler for every call answered at a place; a missing or misspelt one does not compile. */
export type Handlers<P extends Place, C> = {
  readonly [N in CallsAt<P>]: (input: Parsed<N>, context: C) => Answer<N> | Promise<Answer<N>>;
};

/** What `serve` needs. */
export interface Serving<P extends Place, C> {
  readonly at: P;
  readonly handlers: Handlers<P, C>;
  /** Translates what a handler threw; called once per failed call, at the process edge. */
  readonly toFailure: (error: unknown, call: CallName) => Failure;
  /** Compare answers with the contract too; for tests and development. */
  readonly checksOutputs?: boolean;
}

/** Answers one call. Never throws: whatever arrives, the answer is a `Reply`. */
export type Server<C> = (name: unknown, input: unknown, context: C) => Promise<Reply<unknown>>;

/** Turns handlers into one function that validates what arrives, calls the handler and translates failures. */
export function serve<P extends Place, C>(serving: Serving<P, C>): Server<C> {
  return async (name, input, context) => {
    if (!isCallAt(name, serving.at)) return failed('refused', 'unknown-call');
    const parsed = parse(name, input);
    if (!parsed.ok) return parsed;
    try {
      const answer = await handlerOf(serving.handlers, name)(parsed.value, context);
      if (answer instanceof Refusal) return { ok: false, failure: answer.failure };
      return { ok: true, value: serving.checksOutputs ? calls[name].output.parse(answer) : answer };
    } catch (error) {
      return { ok: false, failure: serving.toFailure(error, name) };
    }
  };
}

/** True when `name` is a call; `toString` and `__proto__` are none. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

/** True when `name` is a call answered at `at`. */
export function isCallAt<P extends Place>(name: unknown, at: P): name is CallsAt<P> {
  return isCallName(name) && calls[name].at === at;
}

/** A failed reply. */
export function failed(
  code: FailureCode,
  kind: string,
  details: Readonly<Record<string, unknown>> = {},
): Reply<never> {
  return { ok: false, failure: { code, kind, details } };
}

type AnyHandler<C> = (input: unknown, context: C) => unknown;

function handlerOf<P extends Place, C>(handlers: Handlers<P, C>, name: CallsAt<P>): AnyHandler<C> {
  // The handler's input type is the output type of the schema the input has just passed.
  return handlers[name] as AnyHandler<C>;
}

const MOST_PROBLEMS = 20;

/** The problems name paths of the input, never its values: failures are logged. */
function parse(name: CallName, input: unknown): Reply<unknown> {
  try {
    const parsed = calls[name].input.safeParse(input);
    if (parsed.success) return { ok: true, value: parsed.data };
    const problems = parsed.error.issues
      .slice(0, MOST_PROBLEMS)
      .map((issue) => ({ path: issue.path.map(String).join('.'), code: issue.code }));
    return failed('invalid-input', 'shape', { problems });
  } catch {
    // A getter or proxy that throws while it is read, or nesting deeper than the stack: no shape of ours.
    return failed('invalid-input', 'shape', { problems: [] });
  }
}
