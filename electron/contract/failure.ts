import { z } from 'zod';

/** Closed list of failures that cross a process edge (anchor: architecture.md, failures). The code decides behaviour. */
export const failureCodes = [
  'invalid-input',
  'conflict',
  'not-found',
  'refused',
  'storage',
  'exchange',
  'timeout',
  'host-gone',
  'bug',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** A failure as data. `kind` and `details` choose the sentence in the language file: `failure.<code>.<kind>`. */
export const failureShape = z.strictObject({
  code: z.enum(failureCodes),
  kind: z.string().max(60),
  details: z.record(z.string(), z.unknown()),
});
export type Failure = z.infer<typeof failureShape>;

/** Every call answers with this; nothing is thrown across a process edge. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
