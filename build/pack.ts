// `npm run pack [-- --win | --linux]`: the release, with the declared Electron.
// `npm run pack:test`: a Linux folder in .cache/pack-test, never to be handed out: any Electron, and Playwright may drive it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { root } from './places.mjs';
import { findRuntime, type Runtime } from './runtime.ts';

const args = process.argv.slice(2);
await bundle(['main', 'preload', 'dbhost', 'renderer'], (line) => process.stdout.write(`${line}\n`));
process.exitCode = args[0] === '--test' ? packForTests(await findRuntime()) : electronBuilder(args);

function packForTests(runtime: Runtime): number {
  process.stdout.write(`${runtime.description}\n`);
  const output = path.join(root, '.cache', 'pack-test');
  rmSync(output, { recursive: true, force: true });
  return electronBuilder([
    '--linux',
    'dir',
    `-c.directories.output=${output}`,
    `-c.electronDist=${withoutApp(runtime)}`,
    '-c.electronFuses.enableNodeCliInspectArguments=true',
    '-c.extraMetadata.testBuild=true',
  ]);
}

function electronBuilder(options: readonly string[]): number {
  const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const command = [cli, ...options, '--publish', 'never'];
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/** A copy of the runtime with empty resources: a default application left inside would be packed too. */
function withoutApp(runtime: Runtime): string {
  const finished = path.join(root, '.cache', `electron-${runtime.version}-bare`);
  if (existsSync(finished)) return finished;
  const copy = `${finished}.copying`;
  rmSync(copy, { recursive: true, force: true });
  const resources = path.join(runtime.folder, 'resources');
  cpSync(runtime.folder, copy, { recursive: true, filter: (file) => file !== resources });
  mkdirSync(path.join(copy, 'resources'));
  renameSync(copy, finished);
  return finished;
}
