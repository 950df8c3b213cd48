import { statfs } from 'node:fs/promises';
import { windowsFileSystem } from './drives/windows-drives.ts';

/** What the write must know about the file system of a folder. */
export interface FileSystemFacts {
  /** Lower case Linux name (`vfat`, `exfat`); empty where the system does not tell (Windows, rare ones). */
  readonly name: string;
  readonly free_bytes: number;
  readonly total_bytes: number;
}

/** FAT32 keeps the length of a file in 32 bits (Microsoft, FAT32 File System Specification). */
const FAT_LARGEST_FILE_BYTES = 2 ** 32 - 1;

/** `f_type` of statfs(2), from linux/magic.h and the sources of ntfs3 and exfat. */
const namesByMagic: ReadonlyMap<number, string> = new Map([
  [0x4d44, 'vfat'],
  [0x2011_bab0, 'exfat'],
  [0x7366_746e, 'ntfs3'],
  [0xef53, 'ext4'],
  [0x5846_5342, 'xfs'],
  [0xf2f5_2010, 'f2fs'],
  [0x1501_3346, 'udf'],
  [0x9660, 'iso9660'],
  [0x0102_1994, 'tmpfs'],
  [0x8584_58f6, 'ramfs'],
  [0x6573_5546, 'fuse'],
  [0x6969, 'nfs'],
  [0xff53_4d42, 'cifs'],
  [0xfe53_4d42, 'smb'],
  [0x794c_7630, 'overlay'],
  [0x9123_683e, 'btrfs'],
]);

/** Those whose O_DIRECT read asks the device; a FUSE or network one may answer from somebody's memory. */
const readsDevice: ReadonlySet<string> = new Set([
  'vfat',
  'exfat',
  'ntfs3',
  'ext4',
  'xfs',
  'f2fs',
  'overlay',
]);

/** Facts of the file system that holds a folder or file. Rejects with the system's error when it is not there. */
export async function fileSystemOf(place: string): Promise<FileSystemFacts> {
  const facts = await statfs(place);
  return {
    name: namesByMagic.get(facts.type) ?? '',
    free_bytes: facts.bavail * facts.bsize,
    total_bytes: facts.blocks * facts.bsize,
  };
}

/** Whether a read past the cache really comes from the medium; Windows does not name the system and is believed. */
export function comesFromDevice(facts: FileSystemFacts): boolean {
  return process.platform === 'win32' || readsDevice.has(facts.name);
}

/** Largest file of the file system in bytes, `null` for no limit that matters. Asks Windows only about large files. */
export async function largestFile(
  folder: string,
  facts: FileSystemFacts,
  size_bytes: number,
): Promise<number | null> {
  if (size_bytes <= FAT_LARGEST_FILE_BYTES) return null;
  const name = process.platform === 'win32' ? await windowsFileSystem(folder) : facts.name;
  return name.toLowerCase() === 'vfat' || name.toLowerCase().startsWith('fat')
    ? FAT_LARGEST_FILE_BYTES
    : null;
}
