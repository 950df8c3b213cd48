import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Benchmark } from '../../db/cli/bench/benchmark.ts';
import { benchmarks } from './benchmarks.ts';
import type { AgeOf } from './commit-cell.ts';
import { type KeptFigure, readFigures, withRun, writeFigures } from './kept-figures.ts';
import { performancePage } from './performance-page.ts';
import { ageOf } from './provenance.ts';

/** The kept figures, one a line, and the page written from them, relative to the root of the repository. */
export const FIGURES = 'docs/performance.jsonl';
export const PAGE = 'docs/performance.md';

/** Keeps what a benchmark measured in place of what it measured before. */
export function keepRun(benchmark: Benchmark, measured: readonly KeptFigure[]): void {
  writeFigures(FIGURES, withRun(readFigures(FIGURES), measured, { benchmark, all: benchmarks }));
}

/** Writes the page anew: figures as they are kept, their age as the files are now. */
export function renewPage(): void {
  writeFileSync(PAGE, performancePage(readFigures(FIGURES), agesIn('.')));
  const prettier = path.join(
    path.dirname(createRequire(path.resolve('package.json')).resolve('prettier')),
    'bin',
    'prettier.cjs',
  );
  const { status } = spawnSync(process.execPath, [prettier, '--log-level=warn', '--write', PAGE], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${PAGE} could not be laid out`);
}

/** Ages of figures in a work tree; each pair of commit and benchmark is asked once. */
export function agesIn(root: string): AgeOf {
  const known = new Map<string, ReturnType<typeof ageOf>>();
  const pathsOf = new Map(benchmarks.map(({ name, dependsOn }) => [name, dependsOn]));
  return (figure) => {
    const key = [figure.benchmark, figure.commit, figure.hasChanges].join(' ');
    const age = known.get(key) ?? ageOf(root, figure, pathsOf.get(figure.benchmark) ?? ['.']);
    known.set(key, age);
    return age;
  };
}
