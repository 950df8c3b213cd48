import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** A PostgreSQL server in a temporary folder, for measurements and tests; gone with everything in it when stopped. */
export interface ScratchServer {
  /** Address of a new, empty database. */
  newDatabase(): string;
  /** Folder of the server's programs (`psql`). */
  readonly bin: string;
  stop(): Promise<void>;
}

/** Debian keeps the programs of each version apart; elsewhere they are on the path. */
function binFolder(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null;
}

/** PostgreSQL refuses to run as root: then it runs as the user of Debian's package, or as nobody. */
function userToBe(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line =
    lines.find((one) => one.startsWith('postgres:')) ?? lines.find((one) => one.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

/** True where the server's programs are installed and can be started like this. */
export const hasPostgres = (): boolean => process.platform !== 'win32' && binFolder() !== null;

/** Makes a cluster in a temporary folder and starts it; `settings` as on PostgreSQL's command line, fsync stays on. */
export async function startScratchServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<ScratchServer> {
  const bin = binFolder();
  if (bin === null) throw new Error('no PostgreSQL');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-city-'));
  const user = userToBe();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = path.join(folder, 'data');
  const made = spawnSync(
    path.join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'zw',
      '--auth=trust',
      '--encoding=UTF8',
      '--no-locale',
      '--no-sync',
      '--no-instructions',
    ],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const options = {
    unix_socket_directories: folder,
    listen_addresses: '127.0.0.1',
    port: String(port),
    ...settings,
  };
  const server = spawn(
    path.join(bin, 'postgres'),
    ['-D', data, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...user, cwd: folder, stdio: 'ignore' },
  );
  const end = (): boolean => server.kill('SIGQUIT');
  process.once('exit', end);
  const urlOf = (database: string): string => `postgres://zw@127.0.0.1:${port}/${database}`;
  await answering({ bin, url: urlOf('postgres') }, server);
  let databases = 0;
  return {
    bin,
    newDatabase() {
      databases += 1;
      const name = `city_${databases}`;
      psql({ bin, url: urlOf('postgres') }, ['-c', `CREATE DATABASE ${name}`]);
      return urlOf(name);
    },
    async stop() {
      process.off('exit', end);
      await stopped(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs `psql` to its end. @throws when it fails, with what it said */
export function psql(
  { bin, url }: { readonly bin: string; readonly url: string },
  args: readonly string[],
): string {
  const command = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', url, ...args];
  const result = spawnSync(path.join(bin, 'psql'), command, { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`psql failed: ${result.stderr}`);
  return result.stdout;
}

const ANSWER_TURNS = 300;
const ANSWER_WAIT_MS = 50;

async function answering(
  of: { readonly bin: string; readonly url: string },
  server: ChildProcess,
): Promise<void> {
  for (let turn = 0; turn < ANSWER_TURNS; turn += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`);
    const ready = spawnSync(path.join(of.bin, 'pg_isready'), ['-q', '-d', of.url]);
    if (ready.status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, ANSWER_WAIT_MS));
  }
  throw new Error('PostgreSQL does not answer');
}

function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    // SIGINT is its fast shutdown: sessions are ended, everything is written.
    server.kill('SIGINT');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
