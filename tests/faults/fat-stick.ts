import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runGuest, stickFolder } from './guest.ts';
import { programPath } from './skip-reason.ts';
import { orderWith, resultIn, type WritingOrder, type WritingResult } from './writing-order.ts';

const program = path.join(import.meta.dirname, 'writing-process.ts');

/** The console ends lines with a carriage return too. */
const OUTCOME = /^OUTCOME [\w+/=]+\r?\n/m;

/** A stick as it is. */
export const plain = '$B mount -t vfat -o utf8 $ubd "$M"';
/** A stick whose table of blocks can be exchanged while it is in use. */
export const exchangeable = mapped(['0 $SECTORS linear $ubd 0']);
/** A stick that can neither read nor write 32 KiB, 4 MiB from its beginning: amid the 8 MiB of the only file on it. */
export const withBadSectors = mapped([
  '0 8192 linear $ubd 0',
  '8192 64 error',
  '8256 $((SECTORS - 8256)) linear $ubd 8256',
]);

/** Faults of an exchangeable stick: pulled out, and one that takes writes and forgets them. */
export const pulledOut = exchangeFor('0 $SECTORS error');
export const lying = exchangeFor('0 $SECTORS flakey $ubd 0 0 60 1 drop_writes');

function mapped(table: readonly string[]): string {
  const lines = table.map((line) => `echo "${line}"`).join('; ');
  return `(${lines}) | dmsetup create stick --noudevsync --noudevrules && dmsetup mknodes && $B mount -t vfat -o utf8 /dev/mapper/stick "$M"`;
}

function exchangeFor(table: string): string {
  return `dmsetup suspend --noflush --nolockfs stick && echo "${table}" | dmsetup load stick && dmsetup resume --noudevsync stick`;
}

/** One write in a guest. */
export interface StickWrite {
  readonly base: string;
  readonly size_mib: number;
  /** Shell command that mounts the stick at `$M`. */
  readonly attach: string;
  readonly order: Partial<WritingOrder>;
  /** The power is cut when the guest prints this; at the outcome unless given. */
  readonly cutAt?: RegExp;
}

/** A stick after a write, with the power gone. */
export interface StickAfter {
  readonly result: WritingResult | null;
  readonly output: string;
  /** Names on the stick, as another computer would list them. */
  readonly names: readonly string[];
  /** Content of a file there. */
  readonly read: (name: string) => Buffer;
}

/** Formats an image as FAT32, writes to it in a guest, and looks at the image from outside. */
export async function writeToStick(write: StickWrite): Promise<StickAfter> {
  const image = path.join(write.base, 'stick.img');
  execFileSync(programPath('mkfs.fat') ?? 'mkfs.fat', [
    ...'-C -F 32 -s 1'.split(' '),
    image,
    String(write.size_mib * 1024),
  ]);
  const orderFile = path.join(write.base, 'order.json');
  writeFileSync(orderFile, JSON.stringify(orderWith({ folder: stickFolder(), ...write.order })));
  // An orderly end would write back what the cut must lose.
  const script = `${write.attach} && "${process.execPath}" "${program}" "${orderFile}"; sleep 60`;
  const output = await runGuest({ base: write.base, image, script, cutAt: write.cutAt ?? OUTCOME });
  return {
    result: resultIn(output),
    output,
    names: namesOn(image),
    read: (name) => {
      const out = path.join(write.base, 'copy');
      mtools('mcopy', ['-i', image, `::${name}`, out]);
      return readFileSync(out);
    },
  };
}

function namesOn(image: string): string[] {
  return mtools('mdir', ['-b', '-i', image, '::'])
    .split('\n')
    .map((line) => line.replace(/^::\//, '').trim())
    .filter((name) => name !== '');
}

function mtools(tool: string, options: readonly string[]): string {
  return execFileSync(programPath(tool) ?? tool, options, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}
