import { z } from 'zod';
import type { Store } from '../store/api.ts';

const OWNER = 'program';
const KEY = 'practice.made';
/** All towns made before the mark told their day were drawn for this one. */
const FORMER_DAY = '2026-10-31';
const shape = z.object({
  people: z.number(),
  seed: z.number(),
  today: z.string().default(FORMER_DAY),
  changes: z.number().nullable().default(null),
});

/** A practice town to be made. */
export interface PracticeOptions {
  /** 1,000 to 1,200,000; everything else is in proportion. */
  readonly people: number;
  /** Whole number ≥ 0; the same seed, people and day give the same rows byte for byte. */
  readonly seed: number;
  /** The day the town is drawn for, `YYYY-MM-DD`: what is open falls due around it. */
  readonly today: string;
}

/** A finished practice town. */
export interface PracticeMade extends PracticeOptions {
  /** What was entered and changed since it was made; `null` when the town is too old to tell. */
  readonly entries: number | null;
}

/** What a practice town was made of; `null` when making it was cut off, or in a file of a real town. */
export function practiceMade(store: Store): PracticeMade | null {
  const parsed = shape.safeParse(store.preferences.get(OWNER, KEY));
  if (!store.info.practice || !parsed.success) return null;
  const { people, seed, today, changes } = parsed.data;
  return { people, seed, today, entries: changes === null ? null : store.pendingChanges() - changes };
}

/** Written last, so that a town without it is known to be half made. */
export function rememberMade(store: Store, { people, seed, today }: PracticeOptions): void {
  store.preferences.set(OWNER, KEY, { people, seed, today, changes: store.pendingChanges() });
}
