import { rmSync } from 'node:fs';
import type { z } from 'zod';
import type { practiceTown } from '../../contract/shapes.ts';
import { dayAfter } from '../../../db/model/calendar/day-arithmetic.ts';
import { practiceMade } from '../../../db/practice/index.ts';
import type { Store } from '../../../db/store/api.ts';
import type { KeptPractice, PracticeSize } from './store-door.ts';
import { placesOf } from '../../../db/store/open/places.ts';

/** After so many days most of what was open in a practice town is late, and one drawn anew is offered. */
const FRESH_DAYS = 31;

export type PracticeView = z.infer<typeof practiceTown>;

/** A finished practice town as the window sees it; `null` in a file of a real town, or when making it was cut off. */
export function practiceView(store: Store): PracticeView | null {
  const made = practiceMade(store);
  if (made === null) return null;
  const { people, seed, today: day, entries } = made;
  return { people, seed, day, entries };
}

/** The practice town when it was drawn long ago. */
export function agedPractice(store: Store, today: string): PracticeView | null {
  const made = practiceView(store);
  return made !== null && today > dayAfter(made.day, FRESH_DAYS) ? made : null;
}

/** What becomes of the practice town that is there: opened, asked about because somebody has used it, or made anew. */
export function fateOf(
  made: PracticeView | null,
  size: PracticeSize,
  kept: KeptPractice,
): 'open' | 'ask' | 'replace' {
  if (made === null || kept === 'none') return 'replace';
  if (kept === 'any' || (made.people === size.people && made.seed === size.seed)) return 'open';
  return made.entries === 0 ? 'replace' : 'ask';
}

/** Removes a practice town with everything beside it. Made-up data only: the one thing this program ever deletes. */
export function removePractice(file: string): void {
  const places = placesOf(file);
  const files = [file, `${file}-wal`, `${file}-shm`, places.keys, places.olderKeys, places.mark, places.lock];
  for (const place of [...files, places.attachments, places.backups]) {
    rmSync(place, { recursive: true, force: true });
  }
}
