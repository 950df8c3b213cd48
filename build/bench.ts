// `npm run bench [-- NAME …]` and `npm run bench:smoke [-- NAME …]`: bundles tests/bench like the product and runs it, so that the figures are the product's.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { root } from './places.mjs';
import { ensureSystem } from './system.mjs';

const names = process.argv.slice(2);
/** The one that opens windows; without names all are run. */
const opensWindows = names.length === 0 || names.includes('cold-start');
// Before a town is made for minutes.
if (opensWindows && !ensureSystem('tests')) process.exit(1);
await bundle(['bench'], (line) => process.stderr.write(`${line}\n`));
const program = path.join(root, 'out', 'bench', 'index.cjs');
const result = spawnSync(process.execPath, [program, ...names], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = result.status ?? 1;
