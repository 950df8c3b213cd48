// `npm run -s zw -- <command>`: stdout belongs to the command's JSON, so everything said here goes to stderr.
import { spawnSync } from 'node:child_process';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFresh } from './freshness.mjs';
import { ensureDependencies } from './install.mjs';
import { isNewNode, newNode, root } from './places.mjs';

/**
 * Commands through which gigabytes of short-lived rows pass. Left alone, V8 answers with a young generation of 96 MB and lets
 * the old one grow to five times what is in use; a small one and twice that take the same time.
 */
const passing = new Set(['package', 'city']);
const passingFlags = ['--min-semi-space-size=8', '--max-semi-space-size=8', '--heap-growing-percent=100'];
const program = path.join(root, 'out', 'zw', 'index.cjs');

try {
  await ensureDependencies();
  const node = newNode();
  if (node === null) throw new Error('zw needs Node 24 or later.');
  if (!isFresh('zw')) rebuild(node);
  // What lays documents out for `zw roster print`: the window's own engine.
  process.env['ZW_PRINT'] ??= path.join(root, 'build', 'print.ts');
  const flags = passing.has(process.argv[2] ?? '') ? passingFlags : [];
  if (isNewNode() && flags.length === 0) {
    enableCompileCache(path.join(root, '.cache', 'compiled'));
    await import(pathToFileURL(program).href);
  } else {
    const child = spawnSync(node, [...flags, program, ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = child.status ?? 1;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** @param {string} node */
function rebuild(node) {
  const script = path.join(root, 'build', 'build.ts');
  const result = spawnSync(node, [script, 'zw'], { stdio: ['ignore', 2, 2], cwd: root });
  if (result.status !== 0) throw new Error('zw could not be built; the reason stands above.');
}
