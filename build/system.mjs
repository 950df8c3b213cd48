import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * What the window needs from a Linux system, by what can be seen on disk.
 * @typedef {{package: string, isPresent: () => boolean}} Need
 */

/** @type {readonly Need[]} */
const windowNeeds = [
  { package: 'libgtk-3-0t64', isPresent: () => hasLibrary('libgtk-3.so.0') },
  { package: 'libnss3', isPresent: () => hasLibrary('libnss3.so') },
  { package: 'libgbm1', isPresent: () => hasLibrary('libgbm.so.1') },
  { package: 'libasound2t64', isPresent: () => hasLibrary('libasound.so.2') },
  { package: 'fonts-noto-cjk', isPresent: hasChineseFont },
];

/** @type {readonly Need[]} */
const testNeeds = [
  ...windowNeeds,
  { package: 'xvfb', isPresent: () => hasProgram('xvfb-run') && hasProgram('Xvfb') },
  { package: 'xauth', isPresent: () => hasProgram('xauth') },
  { package: 'poppler-utils', isPresent: () => hasProgram('pdftotext') },
  // Packages of the exchange are opened and made with them, as docs/package-format.md says.
  { package: 'age', isPresent: () => hasProgram('age') },
  { package: 'zstd', isPresent: () => hasProgram('zstd') },
  { package: 'jq', isPresent: () => hasProgram('jq') },
  { package: 'openssl', isPresent: () => hasProgram('openssl') },
  { package: 'chromium', isPresent: () => hasProgram('chromium') },
];

/**
 * For the tests of real sticks (tests/faults): a whole Linux as a process, FAT32, device faults. Without them those
 * tests say that they are left out. 170 MB, installed in some 20 seconds.
 * @type {readonly Need[]}
 */
const faultNeeds = [
  { package: 'user-mode-linux', isPresent: () => hasProgram('linux.uml') },
  { package: 'busybox-static', isPresent: () => hasProgram('busybox') },
  { package: 'dosfstools', isPresent: () => hasProgram('mkfs.fat') },
  { package: 'mtools', isPresent: () => hasProgram('mcopy') },
  { package: 'dmsetup', isPresent: () => hasProgram('dmsetup') },
  { package: 'strace', isPresent: () => hasProgram('strace') },
  // A server of their own for the tests of a city (tests/db/city).
  { package: 'postgresql', isPresent: hasPostgres },
];

/**
 * Installs what tests can do without, where that needs nobody's permission (root on Debian, 64-bit PC); says so and
 * goes on where it fails.
 */
export function ensureFaultTools() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !hasProgram('apt-get')) return;
  const missing = faultNeeds.filter((need) => !need.isPresent()).map((need) => need.package);
  if (missing.length === 0 || process.getuid?.() !== 0) return;
  process.stderr.write(`Installing what some tests need: ${missing.join(' ')} …\n`);
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...missing]);
  const still = faultNeeds.filter((need) => !need.isPresent()).map((need) => need.package);
  if (still.length > 0) complain(`Could not be installed, some tests will be left out: ${still.join(', ')}`);
}

/**
 * Installs the missing Debian packages when allowed to, else says which line an administrator must run.
 * Does nothing outside Linux.
 * @param {'window' | 'tests'} purpose
 * @returns {boolean} false when something is still missing; the reason has then been printed.
 */
export function ensureSystem(purpose) {
  if (process.platform !== 'linux') return true;
  const missing = missingPackages(purpose);
  if (missing.length === 0) return true;
  if (!hasProgram('apt-get'))
    return complain(`Missing on this system: ${missing.join(', ')} (Debian names).`);
  if (process.getuid?.() !== 0) {
    return complain(
      `Missing system packages. An administrator must run once:\n\n  sudo ${aptLine(missing)}\n\nThen run this command again.`,
    );
  }
  process.stderr.write(`Installing system packages: ${missing.join(' ')} …\n`);
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...missing]);
  const still = missingPackages(purpose);
  return (
    still.length === 0 || complain(`Could not be installed: ${still.join(', ')}. Try:\n\n  ${aptLine(still)}`)
  );
}

/** @param {'window' | 'tests'} purpose */
function missingPackages(purpose) {
  const needs = purpose === 'tests' ? testNeeds : windowNeeds;
  return needs.filter((need) => !need.isPresent()).map((need) => nameHere(need.package));
}

/** @param {readonly string[]} packages */
function aptLine(packages) {
  const install = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  return process.getuid?.() === 0 ? install : `sh -c 'apt-get update && ${install}'`;
}

/** @param {readonly string[]} args */
function apt(args) {
  spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * Debian 13 and Ubuntu 24.04 renamed libraries for 64-bit time (suffix t64).
 * @param {string} name
 */
function nameHere(name) {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const version = Number(/^VERSION_ID="?([\d.]+)/m.exec(release)?.[1] ?? Number.POSITIVE_INFINITY);
  const isUbuntu = /^ID="?ubuntu/m.test(release);
  return version < (isUbuntu ? 24 : 13) ? name.replace(/t64$/, '') : name;
}

/** @param {string} name */
function hasLibrary(name) {
  const folders = ['/usr/lib', '/lib', '/usr/lib64', '/usr/local/lib'];
  const triplet = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
  return folders.some(
    (folder) => existsSync(path.join(folder, name)) || existsSync(path.join(folder, triplet, name)),
  );
}

/** @param {string} name */
function hasProgram(name) {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/bin', '/usr/sbin'];
  return folders.some((folder) => existsSync(path.join(folder, name)));
}

/** Debian keeps the server's programs of each version apart, outside the path. */
function hasPostgres() {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  return (
    hasProgram('initdb') ||
    versions.some((version) => existsSync(path.join(folder, version, 'bin', 'initdb')))
  );
}

function hasChineseFont() {
  const home = os.homedir();
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    `${home}/.fonts`,
    `${home}/.local/share/fonts`,
  ];
  const chinese = /cjk|sourcehan|source-han|wqy|wenquan|uming|ukai|simsun|droidsansfallback|harmonyos/i;
  return folders
    .filter((folder) => existsSync(folder))
    .some((folder) => readdirSync(folder, { recursive: true }).some((file) => chinese.test(String(file))));
}

/** @param {string} text */
function complain(text) {
  process.stderr.write(`${text}\n`);
  return false;
}
