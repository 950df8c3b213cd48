import { rmSync } from 'node:fs';
import { z } from 'zod';
import type { Store } from '../../../db/store/api.ts';
import { placesOf } from '../../../db/store/open/places.ts';
import type { PracticeSize } from './store-door.ts';

const OWNER = 'program';
const KEY = 'practice.made';
const shape = z.object({ people: z.number(), seed: z.number() });

/** Size and seed of a finished practice town; `null` when making it was cut off. */
export function practiceMade(store: Store): PracticeSize | null {
  const parsed = shape.safeParse(store.preferences.get(OWNER, KEY));
  return store.info.practice && parsed.success ? parsed.data : null;
}

/** Written last, so that a town without it is known to be half made. */
export function rememberMade(store: Store, { people, seed }: PracticeSize): void {
  store.preferences.set(OWNER, KEY, { people, seed });
}

/** Removes a practice town with everything beside it. Made-up data only: the one thing this program ever deletes. */
export function removePractice(file: string): void {
  const places = placesOf(file);
  const files = [file, `${file}-wal`, `${file}-shm`, places.keys, places.olderKeys, places.mark, places.lock];
  for (const place of [...files, places.attachments, places.backups]) {
    rmSync(place, { recursive: true, force: true });
  }
}
