import type { Check } from './check-all.ts';

/** Numbers of rows looked at by one question that asks little of each. */
const SLICE = 5000;

/** The row numbers of a table or of a ledger's part of the log, in slices `(after, upTo]`. */
export function* rowSlices(
  check: Check,
  highest: string,
  ...values: readonly number[]
): Generator<readonly [after: number, upTo: number], void, undefined> {
  const last = check.session.core.connection.number(highest, ...values) ?? 0;
  for (let after = 0; after < last; after += SLICE) yield [after, after + SLICE];
}
