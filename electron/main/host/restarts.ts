/** A data process that dies this often in this time will die again; the user is told instead (VS Code's rule for its extension host). */
const MOST_CRASHES = 3;
const WINDOW_ms = 5 * 60_000;

/** Counts crashes; `true` = start again, `false` = give up. */
export function createRestartRule(): (now_ms: number) => boolean {
  let crashes: readonly number[] = [];
  return (now_ms) => {
    crashes = [...crashes.filter((at) => now_ms - at < WINDOW_ms), now_ms];
    return crashes.length < MOST_CRASHES;
  };
}
