import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that stands for a stick, gone after the last test of the file. */
export function newMedium(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-medium-'));
  folders.push(folder);
  return folder;
}
