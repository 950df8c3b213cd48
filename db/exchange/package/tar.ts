import { padding_bytes } from './limits.ts';

const block_bytes = 512;

/** An entry of the archive. Times are seconds since 1970. */
export interface TarEntry {
  readonly name: string;
  readonly bytes: number;
  readonly time_s: number;
}

/**
 * The one spelling of an entry's header: POSIX.1-1988 ustar, mode 0644, owner 0, no names of owners; the same bytes
 * that GNU tar writes for `--format=ustar --owner=0 --group=0 --numeric-owner --mode=0644`. The reader compares it
 * byte for byte, so that no bit of a package is free.
 */
export function tarHeader({ name, bytes, time_s }: TarEntry): Buffer {
  const block = Buffer.alloc(block_bytes);
  block.write(name, 0, 100, 'latin1');
  block.write('0000644\0', 100, 'latin1');
  block.write('0000000\0', 108, 'latin1');
  block.write('0000000\0', 116, 'latin1');
  block.write(`${octal(bytes, 11)}\0`, 124, 'latin1');
  block.write(`${octal(time_s, 11)}\0`, 136, 'latin1');
  block.write('        ', 148, 'latin1');
  block.write('0', 156, 'latin1');
  block.write('ustar\0' + '00', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\0 `, 148, 'latin1');
  return block;
}

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');

/** Bytes of a header block. */
export const tarHeader_bytes = block_bytes;

/** Zeros between the end of an entry's content and the next header. */
export const gapAfter = (bytes: number): number => (block_bytes - (bytes % block_bytes)) % block_bytes;

/** Bytes an entry takes with its header and gap. */
export const spanOf = (bytes: number): number => block_bytes + bytes + gapAfter(bytes);

/** Zeros behind the last entry: two blocks, then up to a multiple of 4 KiB. */
export function tailAfter(entries_bytes: number): number {
  const end = entries_bytes + 2 * block_bytes;
  return 2 * block_bytes + ((padding_bytes - (end % padding_bytes)) % padding_bytes);
}

/** Size of an archive of entries with these sizes. */
export function archiveBytes(sizes: readonly number[]): number {
  const entries = sizes.reduce((total, bytes) => total + spanOf(bytes), 0);
  return entries + tailAfter(entries);
}

/** Name and size in a header block; `undefined` when it is no ustar header. Only for the first entry, before the package's own header is known. */
export function peekHeader(block: Buffer): { readonly name: string; readonly bytes: number } | undefined {
  if (block.toString('latin1', 257, 265) !== 'ustar\0' + '00') return undefined;
  const name = block.toString('latin1', 0, 100).replace(/\0+$/, '');
  const size = block.toString('latin1', 124, 136);
  return /^[0-7]{11}\0$/.test(size) ? { name, bytes: Number.parseInt(size, 8) } : undefined;
}
