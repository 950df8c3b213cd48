import { LAST_RID } from './bare-rows.ts';

/** Row numbers added up together. */
const BUCKET = 256;

/**
 * Two sets of search keys compared without sorting or keeping them: every key of one is added, every key of the other
 * taken away, as two sums of 32 bits for each 256 row numbers. A sum that is not zero at the end says that these rows
 * must be looked at one by one; that a difference stays unseen has a chance of one in 2^64.
 */
export class KeyTally {
  /** Two sums for each bucket, side by side; the last bucket takes every row number beyond. */
  readonly #sums: Int32Array;

  /** `highest`: row number up to which rows are told apart by bucket. */
  constructor(highest: number) {
    this.#sums = new Int32Array((Math.floor(highest / BUCKET) + 2) * 2);
  }

  /** Adds (`sign` 1) or takes away (-1) the key that is `text` between two places. */
  count(
    sign: 1 | -1,
    kind: number,
    {
      text,
      from,
      to,
      rid,
    }: { readonly text: string; readonly from: number; readonly to: number; readonly rid: number },
  ): void {
    let a = 0x811c9dc5 ^ kind;
    let b = 0x9747b28c + kind;
    for (let i = from; i < to; i += 1) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b + code, 0x85ebca6b);
      b ^= b >>> 15;
    }
    const at = this.#placeOf(rid);
    this.#sums[at] = ((this.#sums[at] ?? 0) + Math.imul(sign, mixed(a ^ Math.imul(rid, 0x9e3779b1)))) | 0;
    this.#sums[at + 1] =
      ((this.#sums[at + 1] ?? 0) + Math.imul(sign, mixed(b + Math.imul(rid, 0xc2b2ae35)))) | 0;
  }

  /** Row numbers `(after, upTo]` of every bucket whose sums are not zero. */
  *differing(): Generator<readonly [after: number, upTo: number]> {
    const { length } = this.#sums;
    for (let at = 0; at < length; at += 2) {
      if (this.#sums[at] === 0 && this.#sums[at + 1] === 0) continue;
      const first = (at / 2) * BUCKET;
      yield [first - 1, at === length - 2 ? LAST_RID : first + BUCKET - 1];
    }
  }

  isDiffering(rid: number): boolean {
    const at = this.#placeOf(rid);
    return this.#sums[at] !== 0 || this.#sums[at + 1] !== 0;
  }

  #placeOf(rid: number): number {
    return Math.min(Math.floor(rid / BUCKET) * 2, this.#sums.length - 2);
  }
}

/** Finishing of MurmurHash3: every bit of the sum depends on every bit of the key. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
