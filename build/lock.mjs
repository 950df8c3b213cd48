import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';

const POLL_MS = 200;
const GIVE_UP_MS = 15 * 60_000;

/**
 * Runs `work` while no other process of this clone runs work of the same name; a lock left by a dead process is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const file = path.join(root, '.cache', 'locks', name);
  mkdirSync(path.dirname(file), { recursive: true });
  const until = Date.now() + GIVE_UP_MS;
  while (!take(file)) {
    if (Date.now() > until) throw new Error(`another process holds ${file}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    if (!isAlive(holder(file))) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0; // released between our attempt and this look
  }
}

/**
 * True while a process of this id runs; true for 0, which stands for an id that is not yet written.
 * @param {number} pid
 */
export function isAlive(pid) {
  if (pid === 0) return true; // created but not yet written, or just released: look again
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
