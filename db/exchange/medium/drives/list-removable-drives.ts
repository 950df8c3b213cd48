import { extraDrives } from './extra-drives.ts';
import { linuxDrives } from './linux-drives.ts';
import type { RemovableDrive } from './removable-drive.ts';
import { windowsDrives } from './windows-drives.ts';

/**
 * The removable drives that are there now, the office's extra folders (environment variable `APP_EXTRA_DRIVES`) last.
 * Rejects where the system does not answer in time; an empty list is a true answer.
 */
export async function listRemovableDrives(): Promise<RemovableDrive[]> {
  const extra = extraDrives(process.env['APP_EXTRA_DRIVES'] ?? '');
  const own = process.platform === 'win32' ? windowsDrives() : linuxDrives();
  const drives = [...(await own), ...(await extra)];
  const isFirst = (drive: RemovableDrive, at: number): boolean =>
    drives.findIndex((other) => other.folder === drive.folder) === at;
  return drives.filter(isFirst);
}
