import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeDurably, writeQuickly } from './durable-file.ts';
import type { Places } from './places.ts';

const markShape = z.object({
  lineage: z.string(),
  counter: z.int(),
  /** Chain tip, hex. */
  tip: z.string(),
  at: z.string(),
  /** Set when a backup was put in place on purpose: the file is then older by choice, not by a lost log. */
  restored: z.boolean().optional(),
});
/** How far the change log had come, kept outside the database: a lost WAL or an old copy of the file shows. */
export type Mark = z.infer<typeof markShape>;

/** The mark; `null` when there is none or it is unreadable (then nothing can be said). */
export function readMark(places: Places): Mark | null {
  if (!existsSync(places.mark)) return null;
  try {
    const parsed = markShape.safeParse(JSON.parse(readFileSync(places.mark, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** After each commit. May lag behind the database, which is harmless, so it does not wait for the medium. */
export const raiseMark = (places: Places, mark: Mark): void =>
  writeQuickly(places.mark, JSON.stringify(mark));

/** At close and after opening, when time does not matter. */
export const settleMark = (places: Places, mark: Mark): void =>
  writeDurably(places.mark, JSON.stringify(mark));
