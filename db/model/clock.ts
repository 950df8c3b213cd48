/** Where the time comes from; every date the product writes or judges by is told by one. */
export type Clock = () => Date;

/**
 * The clock of a process. `start` (an instant, `2026-11-23T08:00:00Z`) sets where it begins, for tests and
 * demonstrations; it runs on from there. Nothing set is the computer's clock, `null` = the start is no instant.
 */
export function createClock(start: string | undefined): Clock | null {
  if (start === undefined || start === '') return () => new Date();
  const ahead_ms = Date.parse(start) - Date.now();
  return Number.isNaN(ahead_ms) ? null : () => new Date(Date.now() + ahead_ms);
}
