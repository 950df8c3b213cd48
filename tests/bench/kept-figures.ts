import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Measurement } from '../../db/cli/bench/measure.ts';

const measured = z.object({
  name: z.string(),
  value: z.number(),
  unit: z.enum(['ms', 's', 'MB', 'KB', 'rows/s', 'ratio', 'count']),
  n: z.number(),
  p50: z.number().exactOptional(),
  p95: z.number().exactOptional(),
  max: z.number().exactOptional(),
  cpu_p95: z.number().exactOptional(),
  target: z.string().exactOptional(),
  ok: z.boolean().exactOptional(),
  note: z.string().exactOptional(),
  machine: z.string(),
  load: z.number(),
  date: z.string(),
});

/** Figures of a file in the folder of the benchmarks; none where it is missing. */
export function readFigures(file: string): readonly Measurement[] {
  return existsSync(file) ? z.array(measured).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/** Puts figures into a file: each takes the place of the one with its name, new ones come last. Returns all of them. */
export function keepFigures(file: string, figures: readonly Measurement[]): readonly Measurement[] {
  const byName = new Map(readFigures(file).map((figure) => [figure.name, figure]));
  for (const figure of figures) byName.set(figure.name, figure);
  const all = [...byName.values()];
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(all, null, 1));
  return all;
}
