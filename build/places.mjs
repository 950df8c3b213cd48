import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Folder that outlives this clone, for what is large and downloaded; inside the clone where the home folder is read-only.
 * @returns {string}
 */
export function userCache() {
  const home = process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache');
  const folder = path.join(home, 'zhiwang-workbench');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    const inside = path.join(root, '.cache', 'user');
    mkdirSync(inside, { recursive: true });
    return inside;
  }
}

/**
 * The Node 24 that came with the dependencies, else the running Node where it is new enough, else null.
 * The SQLite addon kills an older Node, so nothing of ours may load it there.
 * @returns {string | null}
 */
export function newNode() {
  const windows = process.platform === 'win32';
  const packageName = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const packaged = path.join(root, 'node_modules', packageName, 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(packaged)) return packaged;
  return isNewNode() ? process.execPath : null;
}

/** True when this process itself runs on Node 24 or later. */
export function isNewNode() {
  return Number(process.versions.node.split('.')[0]) >= 24;
}
