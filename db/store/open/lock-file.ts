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

/** The last noted holder; `null` when there is no note or it cannot be read. */
export function readHolder(places: Places): Holder | null {
  if (!existsSync(places.lock)) return null;
  try {
    const parsed = holderShape.safeParse(JSON.parse(readFileSync(places.lock, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // Being rewritten at this moment, or from a broken disk: the message then does without the name.
    return null;
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
