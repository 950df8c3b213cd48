import { setTimeout as pause } from 'node:timers/promises';
import { listRemovableDrives } from './list-removable-drives.ts';
import type { RemovableDrive } from './removable-drive.ts';

/** How often a list in the window looks for sticks. */
const WATCH_INTERVAL_MS = 1000;
/** Asking Windows starts a PowerShell; it gets at most a third of the time, however slow the PC is. */
const REST_FACTOR = 2;

/** What else a watch may be given. */
export interface WatchOptions {
  /** The system did not answer this time; the last list stays valid and the watch goes on. */
  readonly onFailure?: (error: unknown) => void;
  /** How to look; the drives of this computer unless given. */
  readonly list?: () => Promise<RemovableDrive[]>;
}

type Listener = (drives: RemovableDrive[]) => void;

/**
 * Looks for drives that arrive and leave until the returned function is called; nothing is told after that.
 * `onChange` gets the list at once and again after each change; free space alone is no change.
 */
export function watchDrives(
  onChange: Listener,
  interval_ms = WATCH_INTERVAL_MS,
  options: WatchOptions = {},
): () => void {
  const stop = new AbortController();
  void keepWatching({ onChange, interval_ms, ...options }, stop.signal);
  return () => {
    stop.abort();
  };
}

interface Watch extends WatchOptions {
  readonly onChange: Listener;
  readonly interval_ms: number;
}

async function keepWatching(watch: Watch, signal: AbortSignal): Promise<void> {
  const { list = listRemovableDrives, interval_ms } = watch;
  let last: string | null = null;
  while (!signal.aborted) {
    const began = performance.now();
    const drives = await orNull(list(), (error) => {
      if (!signal.aborted) watch.onFailure?.(error);
    });
    const seen: string | null = drives === null ? last : fingerprint(drives);
    if (drives !== null && !signal.aborted && seen !== last) watch.onChange(drives);
    last = seen;
    await rest(Math.max(interval_ms, REST_FACTOR * (performance.now() - began)), signal);
  }
}

async function orNull<T>(answer: Promise<T>, onFailure: (error: unknown) => void): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    onFailure(error);
    return null;
  }
}

const fingerprint = (drives: readonly RemovableDrive[]): string =>
  JSON.stringify(drives.map((drive) => ({ ...drive, free_bytes: 0 })));

/** Does not keep a process alive that has nothing else to do. */
async function rest(time_ms: number, signal: AbortSignal): Promise<void> {
  try {
    await pause(time_ms, undefined, { signal, ref: false });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
