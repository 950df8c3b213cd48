import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { day, reason } from './reason.ts';

/** The one file that holds the values, relative to the root of the repository. */
export const valuesFile = 'tests/ratchet/values.json';

const figureShape = z.strictObject({
  /** What is counted; for a ratio the floor. */
  unit: z.string(),
  /** What a run is held against. */
  kept: z.number().nonnegative(),
  /** The best that was ever reached. */
  best: z.number().nonnegative(),
  /** Of a ratio only: share of `kept` by which a run may lie above. */
  tolerance: z.number().positive().exactOptional(),
  /** Why `kept` is worse than it was. */
  loosened: z.strictObject({ from: z.number(), to: z.number(), why: reason, date: day }).exactOptional(),
});

const retiredShape = z.strictObject({
  /** What it was when it was taken out. */
  ...figureShape.pick({ unit: true, kept: true, tolerance: true }).shape,
  /** The figure that is measured in its place; `null` = nothing measures it any more. */
  successor: z.string().nullable(),
  why: reason,
  date: day,
});

const valuesShape = z.strictObject({
  figures: z.record(z.string(), figureShape),
  /** Figures that are no longer measured. A name is never used again. */
  retired: z.record(z.string(), retiredShape),
});

/** A figure as the file keeps it. */
export type KeptFigure = z.infer<typeof figureShape>;

/** A figure that is no longer measured. */
export type RetiredFigure = z.infer<typeof retiredShape>;

/** Everything the file keeps. */
export type Values = z.infer<typeof valuesShape>;

/** What a text of the file says. @throws when it has another shape: an unknown key, a reason without words. */
export const parseValues = (text: string): Values => valuesShape.parse(JSON.parse(text));

/** What the file says now. */
export const readValues = (file = valuesFile): Values => parseValues(readFileSync(file, 'utf8'));

/** Writes the file, figures in the order of their names, as prettier would. */
export function writeValues(values: Values, file = valuesFile): void {
  const figures = Object.fromEntries(Object.entries(values.figures).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify({ figures, retired: values.retired }, null, 2)}\n`);
}

/** The highest value that passes. */
export const limitOf = ({ kept, tolerance = 0 }: Pick<KeptFigure, 'kept' | 'tolerance'>): number =>
  kept * (1 + tolerance);
