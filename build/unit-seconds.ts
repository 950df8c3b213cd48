// `node build/unit-seconds.ts REPORT`: writes down what each test file took, from the JSON report of a run on an idle machine
// (`TEST_REPORT=REPORT npm run unit`). build/longest-first.ts orders the files by it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';
import { secondsOfFiles } from './report.ts';

/** Shorter files come last in any order. */
const WORTH_s = 2;

const [report] = process.argv.slice(2);
if (report === undefined) throw new Error('name the report');
const seconds = secondsOfFiles(JSON.parse(readFileSync(report, 'utf8')), root)
  .filter(([, took_s]) => took_s >= WORTH_s)
  .toSorted(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  path.join(root, 'build', 'unit-seconds.json'),
  `${JSON.stringify(Object.fromEntries(seconds.map(([name, took_s]) => [name, Math.round(took_s)])), null, 2)}\n`,
);
