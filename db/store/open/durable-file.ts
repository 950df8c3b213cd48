import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * Replaces a small file so that after a power cut either the old or the new content is there: temporary file →
 * fsync → rename → fsync again under the final name (without it Linux vfat keeps a 0-byte file) → fsync the folder.
 */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.new`;
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeWhole(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
  syncFile(file);
  syncFolder(path.dirname(file));
}

/** `writeDurably` without waiting for the medium: for state that may lag behind. */
export function writeQuickly(file: string, content: string): void {
  const temporary = `${file}.new`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeWhole(handle, Buffer.from(content, 'utf8'));
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
}

/** Makes the content of an existing file durable. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Systems on which a folder cannot be opened or synced; there the rename itself is durable. */
const noFolderSync: readonly string[] = ['EPERM', 'EINVAL', 'EISDIR', 'EACCES'];

function syncFolder(folder: string): void {
  let handle: number | null = null;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!noFolderSync.includes(code)) throw error;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
}
