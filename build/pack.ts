// `npm run pack [-- --win | --linux]`: the release, with the declared Electron.
// `npm run pack:test`: a Linux folder in .cache/pack-test, never to be handed out: any Electron, and Playwright may drive it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { root } from './places.mjs';
import { findRuntime, type Runtime } from './runtime.ts';

/** Setting this fuse is an error on Electron before 29, which does not know it. */
const FILE_PROTOCOL_FUSE = '-c.electronFuses.grantFileProtocolExtraPrivileges=false';
const OLDEST_ELECTRON_WITH_FILE_PROTOCOL_FUSE = 29;

const [mode, ...rest] = process.argv.slice(2);
await bundle(['main', 'preload', 'dbhost', 'renderer'], (line) => process.stdout.write(`${line}\n`));
process.exitCode = mode === '--test' ? packForTests(await findRuntime()) : packRelease();

function packRelease(): number {
  const args = mode === undefined ? rest : [mode, ...rest];
  return electronBuilder([...args, FILE_PROTOCOL_FUSE]);
}

function packForTests(runtime: Runtime): number {
  process.stdout.write(`${runtime.description}\n`);
  const output = path.join(root, '.cache', 'pack-test');
  rmSync(output, { recursive: true, force: true });
  const options = [
    '--linux',
    'dir',
    `-c.directories.output=${output}`,
    `-c.electronDist=${withoutApp(runtime)}`,
    '-c.electronFuses.enableNodeCliInspectArguments=true',
  ];
  const knowsFuse = Number(runtime.version.split('.')[0]) >= OLDEST_ELECTRON_WITH_FILE_PROTOCOL_FUSE;
  return electronBuilder(knowsFuse ? [...options, FILE_PROTOCOL_FUSE] : options);
}

function electronBuilder(options: readonly string[]): number {
  const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const args = [cli, ...options, '--publish', 'never'];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/** A copy of the runtime with empty resources: a default application left inside would be packed too. */
function withoutApp(runtime: Runtime): string {
  const copy = path.join(root, '.cache', `electron-${runtime.version}-bare`);
  if (!existsSync(path.join(copy, 'electron'))) {
    const resources = path.join(runtime.folder, 'resources');
    cpSync(runtime.folder, copy, { recursive: true, filter: (file) => file !== resources });
    mkdirSync(path.join(copy, 'resources'), { recursive: true });
  }
  return copy;
}
