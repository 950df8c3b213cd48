import type { z } from 'zod';

/** Where a call is answered. */
export type Place = 'main' | 'dbhost';

/** What a file token may be used for; a file chosen for reading is never written to. */
export type FileUse = 'read' | 'write';

interface CallOptions {
  /** Input properties that hold file tokens; the broker turns them into paths. */
  readonly files?: Readonly<Record<string, FileUse>>;
  /** Time the asking side waits; default `defaultTimeLimit_ms`. */
  readonly timeout_ms?: number;
}

const call =
  <const P extends Place>(at: P) =>
  <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, options: CallOptions = {}) => ({
    at,
    input,
    output,
    ...options,
  });

/** A call answered by the data process. */
export const dbhost = call('dbhost');
/** A call answered by the broker. */
export const main = call('main');
