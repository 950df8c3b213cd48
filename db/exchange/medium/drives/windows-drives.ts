import { execFile } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import type { RemovableDrive } from './removable-drive.ts';

/** Starting PowerShell takes about a second on an old PC; after this it is taken for stuck. */
const TIME_LIMIT_MS = 10_000;
/** `DriveType` 2 of Win32_LogicalDisk: removable disk (Microsoft, CIM Win32 provider). USB hard disks are 3, "local". */
const FILTER = 'DriveType=2';
/** `Access` of Win32_LogicalDisk: 1 is "readable" and not writable. */
const READ_ONLY_ACCESS = 1;

const FIELDS = 'DeviceID,VolumeName,FileSystem,Size,FreeSpace,VolumeSerialNumber,Access';

const amount = z.coerce.number().nonnegative();
const disk = z.object({
  DeviceID: z.string().regex(/^[A-Z]:$/),
  VolumeName: z.string().nullish(),
  FileSystem: z.string().nullish(),
  Size: amount.nullish(),
  FreeSpace: amount.nullish(),
  VolumeSerialNumber: z.string().nullish(),
  Access: z.number().nullish(),
});
/** PowerShell unwraps a list of one. */
const disks = z.union([z.array(disk), disk.transform((one) => [one])]);

/** Sticks and cards with a file system, as Windows tells through CIM. Rejects when PowerShell fails or is too slow. */
export async function windowsDrives(): Promise<RemovableDrive[]> {
  return parseDisks(await askPowerShell(query(FILTER)));
}

/** File system of the drive a folder is on (`FAT32`, `NTFS`); empty where Windows does not tell. */
export async function windowsFileSystem(folder: string): Promise<string> {
  const device = /^[A-Za-z]:/.exec(path.win32.resolve(folder))?.[0].toUpperCase();
  if (device === undefined) return '';
  return parseDisks(await askPowerShell(query(`DeviceID='${device}'`)))[0]?.fileSystem ?? '';
}

/** Drives from the JSON of the query. A reader without a card has no size and is left out. */
export function parseDisks(json: string): RemovableDrive[] {
  if (json.trim() === '') return [];
  return disks.parse(JSON.parse(json)).flatMap((found) => {
    const total_bytes = found.Size ?? 0;
    if (total_bytes === 0) return [];
    return [
      {
        id: found.VolumeSerialNumber ?? found.DeviceID,
        label: found.VolumeName ?? '',
        folder: `${found.DeviceID}\\`,
        free_bytes: found.FreeSpace ?? 0,
        total_bytes,
        fileSystem: found.FileSystem ?? '',
        readOnly: found.Access === READ_ONLY_ACCESS,
      },
    ];
  });
}

/** The console's own code page would spoil Chinese labels. */
const query = (filter: string): string =>
  `[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-CimInstance Win32_LogicalDisk -Filter "${filter}" | Select-Object ${FIELDS} | ConvertTo-Json -Compress`;

function askPowerShell(script: string): Promise<string> {
  // An encoded command needs no quoting rules of the command line.
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  return new Promise((resolve, reject) => {
    execFile(
      'powershell.exe',
      ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', encoded],
      { timeout: TIME_LIMIT_MS, windowsHide: true, encoding: 'utf8' },
      (error, stdout) => {
        if (error === null) resolve(stdout.replace(/^\uFEFF/, ''));
        else reject(error);
      },
    );
  });
}
