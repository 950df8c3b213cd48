/**
 * The process's clock. `ZW_NOW` (an instant, `2026-11-23T08:00:00Z`) sets its start, for tests and demonstrations;
 * it runs on from there.
 * @throws when `ZW_NOW` is no instant.
 */
export function createClock(startText: string | undefined): () => Date {
  if (startText === undefined) return () => new Date();
  const start_ms = Date.parse(startText);
  if (Number.isNaN(start_ms)) throw new Error('ZW_NOW is not an instant such as 2026-11-23T08:00:00Z');
  const launched_ms = performance.now();
  return () => new Date(start_ms + performance.now() - launched_ms);
}
