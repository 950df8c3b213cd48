import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Benchmark } from '../../db/cli/bench/benchmark.ts';
import type { Measurement } from '../../db/cli/bench/measure.ts';
import type { Provenance } from './provenance.ts';

/** A measurement with the benchmark that made it and what it was made on. */
export type KeptFigure = Measurement & Provenance & { readonly benchmark: string };

const shape = z.object({
  benchmark: z.string(),
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
  commit: z.string(),
  hasChanges: z.literal(true).exactOptional(),
});

/** The figures of a file, one a line as JSON; none where it is missing. */
export function readFigures(file: string): readonly KeptFigure[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => shape.parse(JSON.parse(line)));
}

/** Writes figures as `readFigures` reads them. */
export function writeFigures(file: string, figures: readonly KeptFigure[]): void {
  writeFileSync(file, figures.map((figure) => `${JSON.stringify(figure)}\n`).join(''));
}

/**
 * The kept figures after a run of a benchmark: its new ones take the place of all it had, but for those that only the
 * first run in a folder yields. In the order of the list of benchmarks.
 */
export function withRun(
  kept: readonly KeptFigure[],
  measured: readonly KeptFigure[],
  { benchmark, all }: { readonly benchmark: Benchmark; readonly all: readonly Benchmark[] },
): readonly KeptFigure[] {
  const names = new Set(measured.map(({ name }) => name));
  const { onceFigures } = benchmark.at('full');
  const stay = kept.filter(
    ({ name, benchmark: of }) => !names.has(name) && (of !== benchmark.name || onceFigures.includes(name)),
  );
  const order = all.map(({ name }) => name);
  return [...stay, ...measured].toSorted((a, b) => order.indexOf(a.benchmark) - order.indexOf(b.benchmark));
}
