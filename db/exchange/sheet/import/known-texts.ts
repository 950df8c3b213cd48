/** Different texts remembered of one column. */
const MOST_KNOWN = 2000;

/**
 * What the texts of one column were read as. Most columns of a sheet repeat the same few codes, villages and days; one
 * that does not (names, numbers) is found out and no longer asked, since asking costs half as much as reading.
 */
export class KnownTexts<T> {
  #byText: Map<string, T> | null = new Map();
  #hits = 0;

  /** What the text was read as before. */
  get(text: string): T | undefined {
    const known = this.#byText?.get(text);
    if (known !== undefined) this.#hits += 1;
    return known;
  }

  remember(text: string, value: T): void {
    if (this.#byText === null) return;
    if (this.#byText.size < MOST_KNOWN) this.#byText.set(text, value);
    else if (this.#hits < MOST_KNOWN) this.#byText = null;
  }
}
