import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { missingPrograms } from './skip-reason.ts';
import { resultIn, type WritingOrder, type WritingResult } from './writing-order.ts';

const TIME_LIMIT_MS = 60_000;
const program = path.join(import.meta.dirname, 'writing-process.ts');

/** Root, or an ordinary user where the system lets him be root of a namespace of his own. */
const unshare = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--user', '--map-root-user'];

/** Why no file system can be mounted here, `null` when one can. */
export function whyNoNamespace(): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  const missing = missingPrograms(['unshare', 'mount']);
  if (missing !== null) return missing;
  const tried = spawnSync('unshare', [...unshare, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], {
    encoding: 'utf8',
  });
  return tried.status === 0 ? null : `mounting is not allowed here: ${tried.stderr.trim()}`;
}

/** What a write into a mounted folder left behind. */
export interface MountedWrite {
  readonly result: WritingResult | null;
  /** Names on the medium afterwards. */
  readonly left: readonly string[];
  /** Names in the folder below the medium, on this computer's own disk. */
  readonly below: readonly string[];
  readonly output: string;
}

/**
 * Writes into `<base>/medium` in a mount namespace of its own; the mounts end with it, whatever happens.
 * `prepare` is the shell command that mounts something there; `$M` is the folder, also in the fault.
 */
export function writeMounted(
  base: string,
  prepare: string,
  orderFor: (folder: string) => WritingOrder,
): MountedWrite {
  const medium = path.join(base, 'medium');
  mkdirSync(medium);
  const orderFile = path.join(base, 'order.json');
  writeFileSync(orderFile, JSON.stringify(orderFor(medium)));
  const script = `${prepare} && "$NODE" "$PROGRAM" "$ORDER"; echo LEFT; ls -1 "$M"`;
  const { stdout, stderr } = spawnSync('unshare', [...unshare, 'sh', '-c', script], {
    encoding: 'utf8',
    timeout: TIME_LIMIT_MS,
    env: { ...process.env, M: medium, NODE: process.execPath, PROGRAM: program, ORDER: orderFile },
  });
  const left = (stdout.split(/^LEFT$/m)[1] ?? '').split('\n').filter((name) => name !== '');
  return { result: resultIn(stdout), left, below: readdirSync(medium), output: stdout + stderr };
}
