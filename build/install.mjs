import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { root } from './places.mjs';

const modules = path.join(root, 'node_modules');
/** npm writes this file last, so its absence means that an installation never finished. */
const npmRecord = path.join(modules, '.package-lock.json');
const ourRecord = path.join(modules, '.zhiwang-lock-digest');
const lockFile = path.join(root, 'package-lock.json');

/** Installs the dependencies where they are missing or not those of the lock file. Everything npm says goes to stderr. */
export async function ensureDependencies() {
  if (isInstalled()) return;
  await withLock('install', () => {
    if (isInstalled()) return;
    const isFirst = !existsSync(npmRecord);
    process.stderr.write(isFirst ? 'Installing dependencies …\n' : 'Dependencies changed, updating …\n');
    // `npm ci` starts by deleting node_modules; a stale one is only brought up to date, also because on Windows
    // the node.exe in it may be the one that is running.
    npm(isFirst ? ['ci'] : ['install', '--no-save']);
    remember();
  });
}

/** @param {readonly string[]} args */
function npm(args) {
  const options = ['--no-progress', '--no-fund', '--no-audit', '--loglevel=error'];
  const cli = process.env['npm_execpath'];
  const result =
    cli === undefined
      ? spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', [...args, ...options], {
          cwd: root,
          stdio: ['ignore', 2, 2],
          shell: process.platform === 'win32',
        })
      : spawnSync(process.env['npm_node_execpath'] ?? process.execPath, [cli, ...args, ...options], {
          cwd: root,
          stdio: ['ignore', 2, 2],
        });
  if (result.status !== 0) throw new Error(`npm ${args.join(' ')} failed; nothing else was changed.`);
}

function isInstalled() {
  if (!existsSync(npmRecord)) return false;
  // Installed by us from this very lock file, or afterwards with npm by hand.
  if (existsSync(ourRecord) && readFileSync(ourRecord, 'utf8') === digest()) return true;
  return statSync(npmRecord).mtimeMs >= statSync(lockFile).mtimeMs;
}

function remember() {
  writeFileSync(ourRecord, digest());
}

function digest() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}
