import type { AnyLedger } from '../../../model/define-ledger.ts';
import type { Value, Values } from '../../../model/field-kind.ts';
import type { Caller, Store } from '../../../store/api.ts';

/** Linked records remembered; a sheet of inspections names each house a few times. */
const MOST_REMEMBERED = 50_000;

/** What rows of a sheet take over from the records they are linked to; see `TakeSpec`. A linked record is read once. */
export class TakenFields {
  readonly #ledger: AnyLedger;
  readonly #store: Store;
  readonly #caller: Caller;
  readonly #known = new Map<string, Values>();

  constructor({
    ledger,
    store,
    caller,
  }: {
    readonly ledger: AnyLedger;
    readonly store: Store;
    readonly caller: Caller;
  }) {
    this.#ledger = ledger;
    this.#store = store;
    this.#caller = caller;
  }

  /**
   * Values for fields that are empty in `row`, through the links newly chosen among `links`. What a cell sets stays, also
   * when it says （清空）: `cells` are the row's own. `null` = none, as in every ledger that takes nothing.
   */
  of(row: Values, { links, cells }: { readonly links: Values; readonly cells: Values }): Values | null {
    if (this.#ledger.takes.length === 0) return null;
    const taken: Record<string, Value> = {};
    for (const { link } of this.#ledger.takes) {
      const id = links[link];
      if (typeof id !== 'string') continue;
      for (const [name, value] of Object.entries(this.#through(link, id)))
        if (value !== null && (row[name] ?? taken[name] ?? null) === null && cells[name] === undefined)
          taken[name] = value;
    }
    return Object.keys(taken).length === 0 ? null : taken;
  }

  #through(link: string, id: string): Values {
    const key = `${link}\0${id}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#store.takenThrough(this.#ledger.id, { link, id }, this.#caller);
    if (this.#known.size < MOST_REMEMBERED) this.#known.set(key, found);
    return found;
  }
}
