const BLANK = 0x20;
/** Begins a whole name; there are as many of them as people. */
const NAME_MARK = 0x3d;
/** Slots at first, a power of two; at most half of them are filled. */
const FIRST_SLOTS = 1 << 10;

/**
 * A set of words, nearly all of which are two UTF-16 units: a million imported records bring thirty million, and looking
 * each up as a text took three times as long.
 */
export class KnownWords {
  /** Pairs as one number each; 0 = free, as no word holds a NUL. */
  #pairs = new Uint32Array(FIRST_SLOTS);
  #count = 0;
  readonly #others = new Set<string>();

  /** Adds a word; `false` = it was there. */
  add(word: string): boolean {
    if (word.length === 2) return this.#addPair(word.charCodeAt(0), word.charCodeAt(1));
    if (this.#others.has(word)) return false;
    this.#others.add(word);
    return true;
  }

  /** Adds words given as UTF-16, each with a blank behind it, without whole names; yields those that were not there. */
  *addUnits(units: Uint16Array): Generator<string> {
    let from = 0;
    for (let at = 0; at < units.length; at += 1) {
      if (units[at] !== BLANK) continue;
      const [first = 0, second = 0] = [units[from], units[from + 1]];
      if (at - from === 2 && first !== NAME_MARK) {
        if (this.#addPair(first, second)) yield String.fromCharCode(first, second);
      } else if (first !== NAME_MARK) {
        const word = String.fromCharCode(...units.subarray(from, at));
        if (this.add(word)) yield word;
      }
      from = at + 1;
    }
  }

  #addPair(first: number, second: number): boolean {
    const pair = ((first << 16) | second) >>> 0;
    const mask = this.#pairs.length - 1;
    for (let slot = slotOf(pair, mask); ; slot = (slot + 1) & mask) {
      const there = this.#pairs[slot];
      if (there === pair) return false;
      if (there !== 0) continue;
      this.#pairs[slot] = pair;
      this.#count += 1;
      if (this.#count * 2 > this.#pairs.length) this.#widen();
      return true;
    }
  }

  #widen(): void {
    const before = this.#pairs;
    this.#pairs = new Uint32Array(before.length * 2);
    const mask = this.#pairs.length - 1;
    for (const pair of before) {
      if (pair === 0) continue;
      let slot = slotOf(pair, mask);
      while (this.#pairs[slot] !== 0) slot = (slot + 1) & mask;
      this.#pairs[slot] = pair;
    }
  }
}

/** Multiplicative hashing: neighbouring characters lie far apart (Knuth, TAOCP 3, 6.4). */
function slotOf(pair: number, mask: number): number {
  const mixed = Math.imul(pair, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & mask;
}
