import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { fileSystemOf } from '../file-system.ts';
import { codeOf } from '../medium-problem.ts';
import type { RemovableDrive } from './removable-drive.ts';

/**
 * Folders that count as drives: a network folder of the office, a USB disk that Windows calls fixed, a test's folder.
 * `list` separates them as the system separates search paths (`:`; `;` on Windows). A folder that is away is left out.
 */
export async function extraDrives(list: string): Promise<RemovableDrive[]> {
  const folders = list.split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const drives = await Promise.all(folders.map(driveAt));
  return drives.filter((drive) => drive !== null);
}

async function driveAt(folder: string): Promise<RemovableDrive | null> {
  try {
    const { name, free_bytes, total_bytes } = await fileSystemOf(folder);
    return {
      id: `folder:${folder}`,
      label: path.basename(folder),
      folder,
      free_bytes,
      total_bytes,
      fileSystem: name,
      readOnly: !(await isWritable(folder)),
    };
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return false;
  }
}
