import type { Caller } from '../api.ts';
import type { NewChange, Unchanged } from '../changelog/change-log.ts';
import { isoOf } from '../changelog/hybrid-clock.ts';
import type { Core } from './core.ts';
import type { LedgerTable } from './ledger-table.ts';

/** What a write did to one ledger, for counts and caches. */
export interface Effect {
  current: number;
  everything: number;
  /** Records came or went: every list of the ledger is out of date. */
  isMembershipChanged: boolean;
  readonly fields: Set<string>;
}

/** What the changes of one transaction share. */
export interface ChangeHead {
  readonly writeId: string;
  readonly caller: Pick<Caller, 'user' | 'name'>;
  readonly batch: string | null;
  /** Node the changes came from; `null` for our own. */
  readonly source: string | null;
}

/** The changes of one transaction: collected while rows are written, then logged and counted together. */
export class ChangeSet {
  readonly at: number;
  /** `at` as UTC ISO text. */
  readonly time: string;
  readonly #core: Core;
  readonly #head: ChangeHead;
  readonly #changes: NewChange[] = [];
  readonly #effects = new Map<LedgerTable, Effect>();
  readonly #afterLog: (() => void)[] = [];

  constructor(core: Core, head: ChangeHead) {
    this.#core = core;
    this.#head = head;
    this.at = core.log.clock.next();
    this.time = isoOf(this.at);
  }

  get size(): number {
    return this.#changes.length;
  }

  /** Notes a change; returns its position among the changes. */
  note(change: NewChange): number {
    return this.#changes.push(change) - 1;
  }

  effect(table: LedgerTable): Effect {
    const known = this.#effects.get(table);
    if (known !== undefined) return known;
    const fresh: Effect = { current: 0, everything: 0, isMembershipChanged: false, fields: new Set() };
    this.#effects.set(table, fresh);
    return fresh;
  }

  /** Work of this transaction that reads the changes in the log; done by `finish`. */
  afterLog(work: () => void): void {
    this.#afterLog.push(work);
  }

  /** Logs everything and keeps the counts; returns the ids of the changes and what to do after the commit. */
  finish(unchanged: readonly Unchanged[]): {
    readonly changes: readonly string[];
    readonly afterCommit: () => void;
  } {
    for (const [table, effect] of this.#effects) {
      if (effect.current === 0 && effect.everything === 0) continue;
      this.#core.connection.run(
        'UPDATE ledger SET current = current + ?, everything = everything + ? WHERE no = ?',
        effect.current,
        effect.everything,
        table.no,
      );
    }
    const { changes, confirm } = this.#core.log.append({
      ...this.#head,
      at: this.at,
      changes: this.#changes,
      unchanged,
    });
    for (const work of this.#afterLog) work();
    return {
      changes,
      afterCommit: () => {
        confirm();
        this.#refreshCaches();
      },
    };
  }

  #refreshCaches(): void {
    for (const [{ ledger }, effect] of this.#effects) {
      this.#core.lists.changed(ledger.id, effect.isMembershipChanged ? null : [...effect.fields]);
      const isTitle = [...effect.fields].some((field) => ledger.title.includes(field));
      // Titles are made of titles (a room's of its building's), so a changed one may be inside many others.
      if (isTitle) this.#core.titles.forgetAll();
    }
  }
}
