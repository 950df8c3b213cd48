/** A seeded source of numbers: the same seed gives the same sequence on every machine and Node version. */
export interface Random {
  /** 32 random bits, 0..2^32-1. */
  bits(): number;
  /** 0 ≤ value < 1. */
  fraction(): number;
  /** 0 ≤ value < bound; `bound` is a whole number ≥ 1. */
  below(bound: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
}

/**
 * sfc32 (Small Fast Counter, Chris Doty-Humphrey, PractRand), 128 bits of state, seeded by one number.
 * `Math.random` cannot be seeded, and a package for forty lines is not worth its supply chain.
 */
export function seededRandom(seed: number): Random {
  const bits = sfc32(seed);
  const fraction = (): number => bits() / 0x1_0000_0000;
  const below = (bound: number): number => Math.floor(fraction() * bound);
  return {
    bits,
    fraction,
    below,
    chance: (probability) => fraction() < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
  };
}

function sfc32(seed: number): () => number {
  // Both halves of a 53-bit seed count, so that seeds 1 and 2^32 + 1 differ.
  let a = seed >>> 0;
  let b = Math.floor(seed / 0x1_0000_0000) >>> 0;
  let c = 0x9e37_79b9;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
  // The first outputs still show the seed; the author's tests drop 12.
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** One choice among weighted items. */
export type Weighted<T> = (random: Random) => T;

/**
 * Prepares drawing items by weight in constant time (alias method, Vose 1991): a million names are drawn per second.
 * @throws when no item has a positive weight
 */
export function weighted<T>(entries: readonly (readonly [T, number])[]): Weighted<T> {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const first = entries[0];
  if (first === undefined || total <= 0) throw new Error('nothing to draw from');
  const { threshold, alias } = aliasTable(entries.map(([, weight]) => (weight / total) * entries.length));
  const items = entries.map(([item]) => item);
  return (random) => {
    const column = random.below(items.length);
    const index = random.fraction() < (threshold[column] ?? 1) ? column : (alias[column] ?? column);
    return items[index] ?? first[0];
  };
}

function aliasTable(scaled: number[]): { threshold: Float64Array; alias: Uint32Array } {
  const threshold = new Float64Array(scaled.length).fill(1);
  const alias = Uint32Array.from(scaled.keys());
  const small = [...scaled.keys()].filter((i) => (scaled[i] ?? 0) < 1);
  const large = [...scaled.keys()].filter((i) => (scaled[i] ?? 0) >= 1);
  for (let low = small.pop(); low !== undefined; low = small.pop()) {
    const high = large.pop();
    if (high === undefined) break;
    const share = scaled[low] ?? 0;
    threshold[low] = share;
    alias[low] = high;
    const rest = (scaled[high] ?? 0) + share - 1;
    scaled[high] = rest;
    (rest < 1 ? small : large).push(high);
  }
  return { threshold, alias };
}
