import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { extraDrives } from '../../../../db/exchange/medium/drives/extra-drives.ts';
import { linuxDrives } from '../../../../db/exchange/medium/drives/linux-drives.ts';
import { listRemovableDrives } from '../../../../db/exchange/medium/drives/list-removable-drives.ts';
import type { RemovableDrive } from '../../../../db/exchange/medium/drives/removable-drive.ts';
import { watchDrives } from '../../../../db/exchange/medium/drives/watch-drives.ts';
import { parseDisks } from '../../../../db/exchange/medium/drives/windows-drives.ts';
import { newMedium } from './medium-folder.ts';

const waitFor = vi.waitFor;
const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllEnvs();
});

interface Disk {
  readonly bus: string;
  readonly isRemovable: boolean;
  readonly partition: string;
}

/** The part of /proc, /sys and /dev that is read, as the kernel lays it out, below a folder of its own. */
function machine(disks: readonly Disk[], mounts: readonly string[]): string {
  const root = newMedium();
  for (const folder of ['proc/self', 'sys/class/block', 'dev/disk/by-label', 'dev/disk/by-uuid']) {
    mkdirSync(path.join(root, folder), { recursive: true });
  }
  for (const { bus, isRemovable, partition } of disks) {
    const disk = path.join(root, 'sys/devices', bus, 'block', partition.slice(0, 3));
    mkdirSync(path.join(disk, partition), { recursive: true });
    writeFileSync(path.join(disk, 'removable'), isRemovable ? '1\n' : '0\n');
    symlinkSync(path.join(disk, partition), path.join(root, 'sys/class/block', partition));
  }
  writeFileSync(path.join(root, 'proc/self/mounts'), mounts.map((line) => `${line} 0 0\n`).join(''));
  return root;
}

const escaped = (folder: string) => folder.replaceAll(' ', String.raw`\040`);

describe('drives of a Linux computer', () => {
  test('sticks, cards and USB disks are listed, built-in disks and other mounts are not', async () => {
    const [stick, card, disk, inside] = [newMedium(), newMedium(), newMedium(), newMedium()];
    const root = machine(
      [
        { bus: 'pci0/usb1/1-2', isRemovable: true, partition: 'sdb1' },
        { bus: 'pci0/mmc0', isRemovable: true, partition: 'sdc1' },
        { bus: 'pci0/usb2/2-1', isRemovable: false, partition: 'sdd1' },
        { bus: 'pci0/ata1', isRemovable: false, partition: 'sda2' },
      ],
      [
        `/dev/sdb1 ${stick} vfat rw,relatime,utf8`,
        `/dev/sdc1 ${card} exfat ro,relatime`,
        `/dev/sdd1 ${disk} ntfs3 rw`,
        `/dev/sda2 ${inside} ext4 rw`,
        `proc ${inside} proc rw`,
      ],
    );

    const drives = await linuxDrives(root);

    expect(drives.map(({ folder, fileSystem, readOnly }) => [folder, fileSystem, readOnly])).toEqual([
      [stick, 'vfat', false],
      [card, 'exfat', true],
      [disk, 'ntfs3', false],
    ]);
    expect(drives.every((drive) => drive.total_bytes > 0)).toBe(true);
  });

  test('a stick is known by its serial number and label, blanks in names included', async () => {
    const folder = path.join(newMedium(), 'U盘 二');
    mkdirSync(folder);
    const root = machine(
      [{ bus: 'pci0/usb1', isRemovable: true, partition: 'sdb1' }],
      [`/dev/sdb1 ${escaped(folder)} vfat rw`],
    );
    symlinkSync('../../sdb1', path.join(root, 'dev/disk/by-uuid/5A1F-02B7'));
    symlinkSync('../../sdb1', path.join(root, String.raw`dev/disk/by-label/上报\x20二号`));

    expect(await linuxDrives(root)).toMatchObject([{ id: '5A1F-02B7', label: '上报 二号', folder }]);
  });

  test('a stick without a label is called by its folder, and one that just left is not listed', async () => {
    const folder = newMedium();
    const root = machine(
      [
        { bus: 'usb1', isRemovable: true, partition: 'sdb1' },
        { bus: 'usb1', isRemovable: true, partition: 'sdc1' },
      ],
      [`/dev/sdb1 ${folder} vfat rw`, `/dev/sdc1 ${path.join(folder, 'left')} vfat rw`],
    );

    expect(await linuxDrives(root)).toMatchObject([{ id: '/dev/sdb1', label: path.basename(folder) }]);
  });

  test('the USB disk the computer itself runs from is not offered', async () => {
    const root = machine(
      [{ bus: 'usb1', isRemovable: false, partition: 'sda1' }],
      ['/dev/sda1 / ext4 rw', '/dev/sda1 /boot/efi vfat rw'],
    );

    expect(await linuxDrives(root)).toEqual([]);
  });
});

describe('drives of a Windows computer', () => {
  // Written by hand after Microsoft's description of Win32_LogicalDisk; not recorded on a real computer.
  const stick = {
    DeviceID: 'E:',
    VolumeName: '上报二号',
    FileSystem: 'FAT32',
    Size: 31_000_000_000,
    FreeSpace: 30_000_000_000,
    VolumeSerialNumber: '5A1F02B7',
    Access: 0,
  };
  const emptyReader = {
    DeviceID: 'F:',
    VolumeName: null,
    FileSystem: null,
    Size: null,
    FreeSpace: null,
    VolumeSerialNumber: null,
    Access: null,
  };

  test('a list, a single one and none are understood; a reader without a card is no drive', () => {
    const drive: RemovableDrive = {
      id: '5A1F02B7',
      label: '上报二号',
      folder: 'E:\\',
      free_bytes: 30_000_000_000,
      total_bytes: 31_000_000_000,
      fileSystem: 'FAT32',
      readOnly: false,
    };

    expect(parseDisks(JSON.stringify([stick, emptyReader]))).toEqual([drive]);
    expect(parseDisks(JSON.stringify(stick))).toEqual([drive]);
    expect(parseDisks(' \r\n')).toEqual([]);
    expect(parseDisks(JSON.stringify({ ...stick, Access: 1 }))).toEqual([{ ...drive, readOnly: true }]);
  });

  test('an answer of another shape is refused', () => {
    expect(() => parseDisks('{"DeviceID":"../x","Size":1}')).toThrow();
  });
});

describe('folders of the office', () => {
  test('folders named in the environment are drives; relative ones and missing ones are left out', async () => {
    const folder = newMedium();
    const list = [folder, path.join(folder, 'missing'), 'relative', ''].join(path.delimiter);

    expect(await extraDrives(list)).toMatchObject([{ id: `folder:${folder}`, folder, readOnly: false }]);
  });

  test.skipIf(process.platform !== 'linux')('they are part of the list, each once', async () => {
    const folder = newMedium();
    vi.stubEnv('APP_EXTRA_DRIVES', `${folder}${path.delimiter}${folder}`);

    const drives = await listRemovableDrives();

    expect(drives.filter((drive) => drive.folder === folder)).toHaveLength(1);
  });
});

describe('watching drives', () => {
  const INTERVAL_MS = 5;
  const list = (folders: string) => () => extraDrives(folders);

  test('the list is told at once, when a drive arrives and when it leaves, and not in between', async () => {
    const stick = path.join(newMedium(), 'stick');
    const seen: string[][] = [];
    let looks = 0;
    const counting = async () => {
      looks += 1;
      return extraDrives(stick);
    };

    stops.push(
      watchDrives((drives) => seen.push(drives.map(({ folder }) => folder)), INTERVAL_MS, { list: counting }),
    );
    await waitFor(() => expect(looks).toBeGreaterThan(3));
    mkdirSync(stick);
    await waitFor(() => expect(seen).toHaveLength(2));
    rmSync(stick, { recursive: true });
    await waitFor(() => expect(seen).toHaveLength(3));

    expect(seen).toEqual([[], [stick], []]);
  });

  test('after stopping nothing is told', async () => {
    const stick = path.join(newMedium(), 'stick');
    const seen: unknown[] = [];
    const stop = watchDrives((drives) => seen.push(drives), INTERVAL_MS, { list: list(stick) });
    await waitFor(() => expect(seen).toHaveLength(1));

    stop();
    mkdirSync(stick);
    await new Promise((resolve) => setTimeout(resolve, 10 * INTERVAL_MS));

    expect(seen).toHaveLength(1);
  });

  test('a failed look is told apart from "no drives" and the watch goes on', async () => {
    const failure = new Error('no answer in time');
    const failures: unknown[] = [];
    const seen: unknown[] = [];
    let looks = 0;
    const failing = () => {
      looks += 1;
      return looks === 1 ? Promise.reject(failure) : extraDrives('');
    };

    stops.push(
      watchDrives((drives) => seen.push(drives), INTERVAL_MS, {
        list: failing,
        onFailure: (error) => failures.push(error),
      }),
    );
    await waitFor(() => expect(seen).toEqual([[]]));

    expect(failures).toEqual([failure]);
  });
});
