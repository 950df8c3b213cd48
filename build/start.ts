// `npm start`: builds what changed, finds an Electron and opens the workbench with a practice town.
import { spawn } from 'node:child_process';
import { bundle } from './bundle.ts';
import { root } from './places.mjs';
import { findRuntime } from './runtime.ts';
import { sandboxSwitches } from './sandbox.ts';

const say = (line: string) => {
  process.stderr.write(`${line}\n`);
};

try {
  await bundle(['main', 'preload', 'dbhost', 'renderer'], say);
  const runtime = await findRuntime();
  say(runtime.description);
  const args = [...sandboxSwitches(say), root, '--practice', ...process.argv.slice(2)];
  const window = spawn(runtime.executable, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...runtime.env },
  });
  window.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
