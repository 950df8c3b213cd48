// `npm run pack:test`: a package for tests only, in .cache/pack-test. Like the release, except that Playwright may drive it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { root } from './places.mjs';
import { findRuntime, type Runtime } from './runtime.ts';

/** `grantFileProtocolExtraPrivileges` is not known to Electron before 29, where setting it is an error. */
const OLDEST_ELECTRON_WITH_ALL_FUSES = 29;

const runtime = await findRuntime();
process.stdout.write(`${runtime.description}\n`);
await bundle(['main', 'preload', 'dbhost', 'renderer'], (line) => process.stdout.write(`${line}\n`));
process.exitCode = pack(runtime, path.join(root, '.cache', 'pack-test'));

function pack(electron: Runtime, output: string): number {
  rmSync(output, { recursive: true, force: true });
  const options = [
    `-c.directories.output=${output}`,
    `-c.electronDist=${withoutApp(electron)}`,
    '-c.electronFuses.enableNodeCliInspectArguments=true',
  ];
  if (Number(electron.version.split('.')[0]) < OLDEST_ELECTRON_WITH_ALL_FUSES) {
    options.push('-c.electronFuses.grantFileProtocolExtraPrivileges=null');
  }
  const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const args = [cli, '--linux', 'dir', '--publish', 'never', ...options];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/** A copy of the runtime with empty resources: a default application left inside would be packed too. */
function withoutApp(electron: Runtime): string {
  const copy = path.join(root, '.cache', `electron-${electron.version}-bare`);
  if (!existsSync(path.join(copy, 'electron'))) {
    const resources = path.join(electron.folder, 'resources');
    cpSync(electron.folder, copy, { recursive: true, filter: (file) => !file.startsWith(resources) });
    mkdirSync(path.join(copy, 'resources'), { recursive: true });
  }
  return copy;
}
