import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { missingPrograms, programPath } from './skip-reason.ts';

const MODULES = '/usr/lib/uml/modules';
const TIME_LIMIT_MS = 40_000;
const MEMORY_MIB = 512;

/**
 * A whole Linux (user-mode Linux of Debian) as one process: its root is this computer's file system, read-only, its
 * stick `/dev/ubda` is an image file. Killing the process is a power cut: what the guest had not written to the image
 * is gone, exactly as with a computer that is switched off.
 */
export interface Guest {
  /** A folder of this computer for the guest's scripts. */
  readonly base: string;
  /** Image of the stick. */
  readonly image: string;
  /** Shell commands; `$B` is busybox, `$M` an empty folder for the stick, `$ubd` its device, `$SECTORS` its size. */
  readonly script: string;
  /** The power is cut as soon as the guest prints this. Without it the guest shuts down by itself. */
  readonly cutAt?: RegExp;
}

/** Why no guest can run here, `null` when one was booted. */
export async function whyNoGuest(base: string): Promise<string | null> {
  if (process.platform !== 'linux') return 'needs Linux';
  const missing = missingPrograms(['linux.uml', 'busybox', 'dmsetup', 'mkfs.fat', 'mcopy']);
  if (missing !== null) return missing;
  if (!existsSync(MODULES)) return `no kernel modules in ${MODULES}`;
  const image = path.join(base, 'none.img');
  writeFileSync(image, Buffer.alloc(1024 * 1024));
  try {
    const output = await runGuest({ base, image, script: 'echo GUEST IS UP' });
    return output.includes('GUEST IS UP') ? null : `user-mode Linux does not boot here:\n${output}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Boots, runs the script, and gives what was printed once the guest has ended. */
export async function runGuest({ base, image, script, cutAt }: Guest): Promise<string> {
  const folder = path.join(base, 'guest');
  mkdirSync(folder, { recursive: true });
  const init = path.join(folder, 'init.sh');
  writeFileSync(init, initScript(script));
  chmodSync(init, 0o755);
  const linux = spawn(
    programPath('linux.uml') ?? 'linux.uml',
    [
      `mem=${String(MEMORY_MIB)}M`,
      ...'rootfstype=hostfs root=/dev/root rootflags=/ ro con=null con0=null,fd:1 quiet'.split(' '),
      `init=${init}`,
      `ubd0=${image}`,
    ],
    {
      // A group of its own, so that all processes of this guest and no others are killed.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] ?? '', HOME: folder, TMPDIR: memoryFolder() },
    },
  );
  let output = '';
  const cut = () => {
    if (linux.pid !== undefined && linux.exitCode === null) process.kill(-linux.pid, 'SIGKILL');
  };
  for (const stream of [linux.stdout, linux.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (cutAt?.test(output) === true) cut();
    });
  }
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    cut();
  }, TIME_LIMIT_MS);
  await new Promise((resolve) => linux.once('close', resolve).once('error', resolve));
  clearTimeout(limit);
  if (isLate) throw new Error(`the guest did not end within ${String(TIME_LIMIT_MS)} ms:\n${output}`);
  return output;
}

/** Where the guest has its stick. */
export const stickFolder = (): string => path.join(mountFolder(), 'stick');

/** What the kernel starts as its only process: devices, modules, a writable folder for mounts, and the script. */
function initScript(script: string): string {
  const languages = ['nls_cp437', 'nls_ascii', 'nls_utf8', 'nls_iso8859-1'].map((name) => `fs/nls/${name}`);
  const modules = ['fs/fat/fat', 'fs/fat/vfat', ...languages, 'drivers/md/dm-mod', 'drivers/md/dm-flakey'];
  const busybox = programPath('busybox') ?? '/bin/busybox';
  // Programs of this computer ask a udev or an mtab that the guest does not have; busybox asks nobody.
  return `#!${busybox} sh
export PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
B=${busybox}
$B mount -t proc proc /proc; $B mount -t sysfs sysfs /sys; $B mount -t devtmpfs devtmpfs /dev 2>/dev/null
for module in ${modules.join(' ')}; do
  $B insmod "${MODULES}/$($B uname -r)/kernel/$module.ko" 2>/dev/null
done
$B mount -t tmpfs tmpfs ${mountFolder()}
# Memory of io_uring, which Node uses where it may, is mishandled by this kernel when a process forks.
echo 2 > /proc/sys/kernel/io_uring_disabled
export B M=${stickFolder()} ubd=/dev/ubda
$B mkdir "$M"
export SECTORS=$($B blockdev --getsz $ubd)
${script}
$B poweroff -f
`;
}

/** A folder of the system that can be hidden under a mount: neither the sources nor the scripts lie in it. */
function mountFolder(): string {
  const used = [path.resolve(import.meta.dirname), os.tmpdir(), process.execPath];
  const free = ['/mnt', '/media', '/srv', '/opt'].find(
    (folder) => existsSync(folder) && !used.some((file) => file.startsWith(`${folder}/`)),
  );
  return free ?? '/mnt';
}

/** The guest's memory is a file there; a small /dev/shm, as containers have, would end the guest with SIGBUS. */
function memoryFolder(): string {
  const shared = '/dev/shm';
  if (!existsSync(shared)) return os.tmpdir();
  const { bavail, bsize } = statfsSync(shared);
  return bavail * bsize > 2 * MEMORY_MIB * 1024 * 1024 ? shared : os.tmpdir();
}
