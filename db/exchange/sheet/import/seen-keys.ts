/** Slots at first; doubled whenever half of them are taken. A power of two, so that a digest is cut to a place by a mask. */
const FIRST_SLOTS = 1024;
/** Numbers of one slot: both halves of the digest and the row; row 0 = free. */
const WIDTH = 3;

/**
 * In which row of a sheet each key stood first. A million keys as texts take 200 MB; here a key is kept as a digest of
 * 64 bits, 12 bytes with its row. That two different keys of a million meet has a chance of 1 in 37 million.
 */
export class SeenKeys {
  #slots = new Uint32Array(FIRST_SLOTS * WIDTH);
  #taken = 0;

  /** Row in which the key stood before; `null` when this is the first, which is then remembered. Rows begin at 1. */
  firstRow(key: string, row: number): number | null {
    const [high, low] = digestOf(key);
    const at = this.#place(high, low);
    const before = this.#slots[at + 2] ?? 0;
    if (before > 0) return before;
    this.#slots.set([high, low, row], at);
    this.#taken += 1;
    if (this.#taken * 2 * WIDTH > this.#slots.length) this.#grow();
    return null;
  }

  /** Where a digest stands, or the free slot where it would. */
  #place(high: number, low: number): number {
    const slots = this.#slots;
    const last = slots.length / WIDTH - 1;
    for (let slot = low & last; ; slot = (slot + 1) & last) {
      const at = slot * WIDTH;
      if (slots[at + 2] === 0 || (slots[at] === high && slots[at + 1] === low)) return at;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += WIDTH) {
      if (old[at + 2] === 0) continue;
      this.#slots.set(old.subarray(at, at + WIDTH), this.#place(old[at] ?? 0, old[at + 1] ?? 0));
    }
  }
}

/** Two halves of a 64-bit digest (cyrb53's two lanes with MurmurHash3's finish): fast, and no secret depends on it. */
function digestOf(key: string): readonly [high: number, low: number] {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < key.length; i += 1) {
    const unit = key.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = mixed(high) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = mixed(low) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return [high >>> 0, low >>> 0];
}

const mixed = (lane: number): number => Math.imul(lane ^ (lane >>> 16), 2246822507);
