import { open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './medium-problem.ts';
import { readUncached } from './read-uncached.ts';
import { temporaryName } from './temporary-file.ts';

/** A folder on the medium that was there when the write began. */
export interface MediumPlace {
  readonly folder: string;
  /** Device number: where a stick is gone, its folder may go on as an empty one on this computer's own disk. */
  readonly device: number;
}

const SECTOR_BYTES = 4096;

/** The folder with the device it is on now. Rejects with the system's error when it is not there. */
export async function placeOf(folder: string): Promise<MediumPlace> {
  return { folder, device: (await stat(folder)).dev };
}

/** Whether the folder still is on the medium it was on. */
export async function isSameMedium(place: MediumPlace): Promise<boolean> {
  try {
    return (await stat(place.folder)).dev === place.device;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return false;
  }
}

/**
 * Whether the medium still answers after an error: it takes a small file and its flush, or gives back the beginning of
 * the written file past the cache. Listing the folder would prove nothing, the system remembers it.
 */
export async function isAnswering(place: MediumPlace, written: string | null): Promise<boolean> {
  if (!(await isSameMedium(place))) return false;
  return (await takesFile(place.folder)) || (written !== null && (await givesBack(written)));
}

async function takesFile(folder: string): Promise<boolean> {
  const file = path.join(folder, temporaryName());
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.write(Buffer.alloc(SECTOR_BYTES));
      await handle.sync();
    } finally {
      await handle.close();
      await rm(file, { force: true });
    }
    return true;
  } catch (error) {
    // A full medium answers.
    if (codeOf(error) === null) throw error;
    return codeOf(error) === 'ENOSPC';
  }
}

async function givesBack(file: string): Promise<boolean> {
  let isUncached = false;
  const onMode = (mode: string): void => {
    isUncached = mode === 'uncached';
  };
  try {
    const first = await readUncached(file, { onMode }).next();
    return isUncached && first.done !== true;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return false;
  }
}
