import { existsSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import { z } from 'zod';
import { writeQuickly } from './durable-file.ts';
import type { Places } from './places.ts';

const holderShape = z.object({
  host: z.string(),
  user: z.string(),
  pid: z.number(),
  since: z.string(),
});
/** Who holds a database open. */
export type Holder = z.infer<typeof holderShape>;

/**
 * Notes who holds the database. The lock itself is SQLite's exclusive file lock, which dies with its process;
 * this file only lets a refused second opener say who it is.
 */
export function noteHolder(places: Places, now: Date): void {
  const holder: Holder = {
    host: os.hostname(),
    user: userName(),
    pid: process.pid,
    since: now.toISOString(),
  };
  writeQuickly(places.lock, JSON.stringify(holder));
}

export function forgetHolder(places: Places): void {
  rmSync(places.lock, { force: true });
}

/** How often, and how long apart, a refused opener looks for the note: a closing holder has just taken it away. */
const LOOKS = 6;
const BETWEEN_LOOKS_MS = 50;

/**
 * Who holds a locked database; `null` when no running program of this machine has noted itself in time.
 * A note left by a crashed program is not believed: its process is gone, and the lock is another's.
 */
export function readHolder(places: Places): Holder | null {
  for (let look = 1; ; look += 1) {
    const holder = noteIn(places);
    if (holder !== null && mayRun(holder)) return holder;
    if (look === LOOKS) return null;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BETWEEN_LOOKS_MS);
  }
}

function noteIn(places: Places): Holder | null {
  if (!existsSync(places.lock)) return null;
  try {
    const parsed = holderShape.safeParse(JSON.parse(readFileSync(places.lock, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // Being rewritten at this moment, or from a broken disk: the message then does without the name.
    return null;
  }
}

/** Whether the process of a note may still run; of another machine's nothing is known. */
function mayRun({ host, pid }: Holder): boolean {
  if (host !== os.hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another Windows user's process cannot be signalled, but it is there.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // An account without an entry in the user database (containers); the message then does without the name.
    return '';
  }
}
