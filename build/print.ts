// `node build/print.ts REQUEST`: lays documents out with the real Electron, on a screen of its own where there is none.
// stdout belongs to the program's answer; everything said here goes to stderr.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { root } from './places.mjs';
import { findRuntime } from './runtime.ts';
import { sandboxSwitches } from './sandbox.ts';
import { onScreen } from './screen.ts';

const say = (line: string) => {
  process.stderr.write(`${line}\n`);
};
const [request = ''] = process.argv.slice(2);
const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-print-'));

try {
  await bundle(['main'], say);
  const runtime = await findRuntime();
  const switches = [...sandboxSwitches(() => undefined), '--disable-gpu', `--user-data-dir=${folder}`];
  const [program, ...args] = onScreen([runtime.executable, ...switches, root, `--print=${request}`]);
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, ...runtime.env },
  });
  if (result.error) throw result.error;
  // Chromium talks of missing buses and drivers even when all is well.
  if (result.status !== 0) say(result.stderr);
  process.exitCode = result.status ?? 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
