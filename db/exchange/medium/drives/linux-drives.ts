import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileSystemOf } from '../file-system.ts';
import { codeOf } from '../medium-problem.ts';
import type { RemovableDrive } from './removable-drive.ts';

/** A line of /proc/self/mounts. */
interface Mount {
  readonly device: string;
  readonly folder: string;
  readonly fileSystem: string;
  readonly isReadOnly: boolean;
}

/**
 * Mounted sticks, cards and USB disks: block devices whose disk is marked removable or hangs on a USB bus.
 * `root` is where /proc, /sys and /dev are looked for; free space is asked of the folder itself.
 */
export async function linuxDrives(root = '/'): Promise<RemovableDrive[]> {
  const mounts = parseMounts(await readFile(path.join(root, 'proc/self/mounts'), 'utf8'));
  const labels = await namesByDevice(path.join(root, 'dev/disk/by-label'));
  const serials = await namesByDevice(path.join(root, 'dev/disk/by-uuid'));
  const drives = await Promise.all(
    mounts.map(async (mount) => {
      const name = path.basename(mount.device);
      if (!(await isRemovable(root, name))) return null;
      return driveOf(mount, { label: labels.get(name), serial: serials.get(name) });
    }),
  );
  return drives.filter((drive) => drive !== null);
}

/** A computer that runs from a USB disk does not offer it for packages. */
const systemFolder = /^\/(?:$|(?:boot|efi|etc|home|opt|usr|var|snap)(?:\/|$))/;

/** The block devices among the mounts, each once: a stick mounted twice is listed at its first folder. */
function parseMounts(text: string): Mount[] {
  const mounts = text.split('\n').flatMap((line): Mount[] => {
    const [device = '', folder = '', fileSystem = '', options = ''] = line.split(' ').map(unescapeMount);
    if (!device.startsWith('/dev/') || systemFolder.test(folder)) return [];
    return [{ device, folder, fileSystem, isReadOnly: options.split(',').includes('ro') }];
  });
  return mounts.filter((mount, at) => mounts.findIndex(({ device }) => device === mount.device) === at);
}

/** The kernel writes blank, tab, line feed and backslash as three octal digits (proc_pid_mounts(5), getmntent(3)). */
const unescapeMount = (word: string): string =>
  word.replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

/** udev names labels by link; blanks and other special characters of ASCII are `\x20`. */
const unescapeLabel = (name: string): string =>
  name.replaceAll(/\\x([0-9a-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );

async function namesByDevice(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await orNothing(readdir(folder), []);
  const pairs = await Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const target = await orNothing(readlink(path.join(folder, name)), '');
      return [path.basename(target), unescapeLabel(name)];
    }),
  );
  return new Map(pairs);
}

/** A partition's entry lies inside that of its disk, and the whole path names the bus. */
async function isRemovable(root: string, name: string): Promise<boolean> {
  const entry = await orNothing(realpath(path.join(root, 'sys/class/block', name)), null);
  if (entry === null) return false;
  if (entry.includes('/usb')) return true;
  const flags = await Promise.all(
    [entry, path.dirname(entry)].map((disk) => orNothing(readFile(path.join(disk, 'removable'), 'utf8'), '')),
  );
  return flags.some((flag) => flag.trim() === '1');
}

async function driveOf(
  mount: Mount,
  known: { readonly label: string | undefined; readonly serial: string | undefined },
): Promise<RemovableDrive | null> {
  const space = await orNothing(fileSystemOf(mount.folder), null);
  if (space === null) return null;
  return {
    id: known.serial ?? mount.device,
    label: known.label ?? path.basename(mount.folder),
    folder: mount.folder,
    free_bytes: space.free_bytes,
    total_bytes: space.total_bytes,
    fileSystem: mount.fileSystem,
    readOnly: mount.isReadOnly,
  };
}

/** A device may leave between two questions; what it no longer answers is nothing. */
async function orNothing<T, N>(answer: Promise<T>, nothing: N): Promise<T | N> {
  try {
    return await answer;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return nothing;
  }
}
