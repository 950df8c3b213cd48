import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { seededRandom } from '../../db/practice/random.ts';

/** The moment at which everything is measured: ten in the morning, China time, of the day the practice town is drawn for. */
const MOMENT = '2026-10-31T02:00:00.000Z';

/** The clock of every figure: it stands. */
export const now = (): Date => new Date(MOMENT);

/**
 * Takes chance out of this process, so that two runs make the same files: ids, salts and nonces come from a seed, one for
 * each `name`. With `isTimeless` no time passes either; where work is cut off after some milliseconds, it never is.
 */
export function fixWorld(name: string, { isTimeless }: { readonly isTimeless: boolean }): void {
  const random = seededRandom(crypto.createHash('sha256').update(name).digest().readUIntBE(0, 6));
  const bytes = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => random.below(256)));
  const uuid = (): string => {
    const hex = bytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  Object.assign(crypto, { randomBytes: bytes, randomUUID: uuid });
  syncBuiltinESMExports();
  Math.random = () => random.fraction();
  if (!isTimeless) return;
  Date.now = () => Date.parse(MOMENT);
  performance.now = () => 0;
}
