import { isLink, type AnyLedger } from '../../../model/define-ledger.ts';
import type { Names, Reading } from '../../../model/field-kind.ts';

/** Reads cells of link fields; many rows name the same grid or building, so answers are remembered. */
export class LinkResolver {
  readonly #ledger: AnyLedger;
  readonly #names: Names;
  readonly #known = new Map<string, Reading<string>>();

  constructor(ledger: AnyLedger, names: Names) {
    this.#ledger = ledger;
    this.#names = names;
  }

  /** `null` when the field is no link. */
  read(fieldName: string, text: string): Reading<string> | null {
    const field = this.#ledger.fields[fieldName];
    if (!field || !isLink(field)) return null;
    const key = `${fieldName}\0${text}`;
    const known = this.#known.get(key);
    if (known) return known;
    // Every linking kind's value is the id, a text (fields/link.ts).
    const reading = field.fromText(text, this.#names) as Reading<string>;
    // A record of this very ledger may come further down in the sheet: do not remember that it is missing.
    if ((reading.ok || field.target !== this.#ledger.id) && this.#known.size < 200_000)
      this.#known.set(key, reading);
    return reading;
  }
}
