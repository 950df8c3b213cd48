import type { LookWay } from '../../model/looks.ts';
import type { Caller } from '../api.ts';
import type { Core } from '../repository/core.ts';
import { logViews } from './view-log.ts';

/** How records of a sensitive ledger were looked at; stands in `view_log` where a revealed field's name stands else. */
export type LookKind = `$${Exclude<LookWay, 'value' | 'print'>}`;

/** The same person looking at the same record again within this time is one look. */
const ONE_LOOK_MS = 10 * 60_000;
/** Looks remembered; beyond that all are forgotten and written down anew. */
const MOST_REMEMBERED = 20_000;

interface Look {
  readonly ledger: string;
  readonly ids: readonly string[];
  readonly kind: LookKind;
}

/**
 * Who may open ledgers marked `sensitive` (drug, HIV, mental disorder, correction, minors …), and what was looked at in
 * them, written down durably before it is shown (DESIGN law 9). `door.ts` asks this for every function of the store.
 */
export class SensitiveLooks {
  readonly #core: Core;
  readonly #seen = new Map<string, number>();

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * True for ordinary ledgers, and for sensitive ones where the caller may open them. @throws where nobody is named who
   * would be shown a sensitive ledger: somebody forgot to say who asks.
   */
  mayOpen(ledger: string, caller: Caller | undefined): boolean {
    if (!this.isSensitive(ledger)) return true;
    if (caller === undefined) throw new Error(`${ledger} is sensitive and read in nobody's name`);
    return caller.seesSensitive !== false;
  }

  /** True when all these ledgers may be opened; they are looked up only where it matters. */
  mayOpenAll(ledgers: () => readonly string[], caller: Caller): boolean {
    return caller.seesSensitive !== false || ledgers().every((ledger) => this.mayOpen(ledger, caller));
  }

  /** What of these may be opened. */
  opened<T extends { readonly ledger: string }>(found: readonly T[], caller: Caller): readonly T[] {
    return found.filter(({ ledger }) => this.mayOpen(ledger, caller));
  }

  /** Writes down that these records were shown; nothing for ordinary ledgers. */
  note({ ledger, ids, kind }: Look, caller: Caller | undefined): void {
    if (caller === undefined || !this.isSensitive(ledger)) return;
    const now = this.#core.now();
    const fresh = ids.filter((id) => {
      const key = `${caller.user} ${kind} ${ledger} ${id}`;
      return now.getTime() - (this.#seen.get(key) ?? -Infinity) >= ONE_LOOK_MS;
    });
    if (fresh.length === 0) return;
    logViews(this.#core, { ledger, ids: fresh, field: kind }, caller);
    if (this.#seen.size > MOST_REMEMBERED) this.#seen.clear();
    for (const id of fresh) this.#seen.set(`${caller.user} ${kind} ${ledger} ${id}`, now.getTime());
  }

  /** Writes down records of several ledgers shown together. */
  noteAll(
    shown: readonly { readonly ledger: string; readonly id: string }[],
    kind: LookKind,
    caller: Caller,
  ): void {
    for (const [ledger, records] of Map.groupBy(shown, (one) => one.ledger))
      this.note({ ledger, ids: records.map(({ id }) => id), kind }, caller);
  }

  /** A ledger that does not exist is refused behind the door, where what is held is taken back with it. */
  isSensitive(ledger: string): boolean {
    return this.#core.tables.get(ledger)?.ledger.sensitive === true;
  }
}
