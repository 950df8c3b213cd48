// `npm run bench [-- NAME …]` and `npm run bench:smoke [-- NAME …]`: bundles tests/bench like the product and runs it, so that the figures are the product's.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { root } from './places.mjs';

await bundle(['bench'], (line) => process.stderr.write(`${line}\n`));
const program = path.join(root, 'out', 'bench', 'index.cjs');
const result = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = result.status ?? 1;
