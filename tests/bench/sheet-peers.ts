import { z } from 'zod';
import { benchFile, onTown } from '../../db/cli/bench/bench-town.ts';
import { defineBenchmark } from '../../db/cli/bench/benchmark.ts';
import { exportFigureName, sheetOf, sheetPaths } from '../../db/cli/bench/import-bench.ts';
import type { Figure } from '../../db/cli/bench/measure.ts';
import { runPeer } from './run-peer.ts';

const shape = z.object({
  rows: z.number(),
  characters: z.number(),
  damaged: z.number().optional(),
  cpu_s: z.number(),
  wall_s: z.number(),
  peak_mb: z.number(),
});

/** Promised of importing a sheet of a million rows. */
const MEMORY = { limit: 650 } as const;
const PEERS = [
  ['own-read', 'this product'],
  ['sheetjs-read', 'SheetJS 0.20.3 (@e965/xlsx)'],
  ['exceljs-read', 'exceljs 4.4.0, streaming reader'],
] as const;

const peerPaths = [
  ...sheetPaths,
  'tests/bench/peers',
  'tests/bench/run-peer.ts',
  'tests/bench/sheet-peers.ts',
] as const;

/** The same workbook read by the product and by what offices' programs use, each in a process of its own. */
export const sheetPeers = defineBenchmark({
  name: 'sheet-peers',
  dependsOn: peerPaths,
  full: { people: 1_000_000, rows: 200_000 },
  small: { people: 1000, rows: 300 },
  figures: () => PEERS.map(([, label]) => `peer.xlsx.${label}`),
  onceFigures: ({ rows }) => [exportFigureName(rows)],
  run: async ({ people, rows }, place) => {
    const { file, figures } = await onTown(people, place, (town) => sheetOf(town, rows));
    return [...figures, ...PEERS.flatMap(([peer, label]) => readingFigures(file, peer, label))];
  },
});

/**
 * Peak memory of a sheet with as many rows as the town has people: only read, and judged row by row for an import into
 * another town.
 */
export const sheetMemory = defineBenchmark({
  name: 'memory',
  dependsOn: [...peerPaths, 'db/model/rules'],
  full: { people: 1_000_000, others: 20_000 },
  small: { people: 1000, others: 1000 },
  figures: () => ['sheet.read.memory', 'import.memory'],
  onceFigures: ({ people }) => [exportFigureName(people)],
  run: async ({ people, others }, place) => {
    const { file, figures } = await onTown(people, place, (town) => sheetOf(town, people));
    await onTown(others, place, () => undefined);
    return [
      ...figures,
      memoryFigure('sheet.read.memory', runPeer('own-read', [file])),
      memoryFigure('import.memory', runPeer('own-dry-run', [file, benchFile(place.folder, others)])),
    ];
  },
});

function memoryFigure(name: string, answer: unknown): Figure {
  const { rows, peak_mb, wall_s, cpu_s } = shape.parse(answer);
  const note = `${wall_s.toFixed(1)} s wall, ${cpu_s.toFixed(1)} s CPU; the whole process with Node itself`;
  return { name, value: peak_mb, unit: 'MB', n: rows, target: MEMORY, note };
}

function readingFigures(file: string, peer: string, label: string): readonly Figure[] {
  const answer = runPeer(peer, [file]);
  if (answer === null) return [];
  const { rows, characters, damaged, cpu_s, wall_s, peak_mb } = shape.parse(answer);
  const told = [`${characters} characters`, `${cpu_s.toFixed(1)} s CPU`, `peak ${peak_mb.toFixed(0)} MB`];
  if (damaged !== undefined) told.push(`${damaged} cells with broken characters`);
  return [
    { name: `peer.xlsx.${label}`, value: rows / wall_s, unit: 'rows/s', n: rows, note: told.join(', ') },
  ];
}
