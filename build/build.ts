// `npm run build [part …]`: bundles what changed into out/. `--force` rebuilds everything named.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { allParts, type PartName } from './freshness.mjs';
import { root } from './places.mjs';

const names = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const wanted = allParts.filter((part) => names.length === 0 || names.includes(part));
const unknown = names.filter((name) => !allParts.some((part: PartName) => part === name));
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(', ')}; there are ${allParts.join(', ')}`);
if (process.argv.includes('--force')) {
  for (const part of wanted) rmSync(path.join(root, 'out', part), { recursive: true, force: true });
}
for (const part of wanted) {
  try {
    await bundle([part], (line) => {
      process.stdout.write(`${line}\n`);
    });
  } catch (error) {
    process.stderr.write(`${part}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
