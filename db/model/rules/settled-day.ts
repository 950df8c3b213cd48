import type { Values } from '../field-kind.ts';

/** Two day fields of a record: when a recurring thing was last done, and the day planned for the next time. */
interface Recurring {
  readonly done: string;
  readonly planned: string;
}

/**
 * Fill: a planned day is settled by what was done on it or after, and is emptied. Somebody who enters a check without
 * planning another has nothing due any more. What was done before the planned day settles nothing.
 */
export function withSettledDay(row: Values, { done, planned }: Recurring): Values {
  const [last, next] = [row[done], row[planned]];
  return typeof last === 'string' && typeof next === 'string' && last >= next
    ? { ...row, [planned]: null }
    : row;
}
