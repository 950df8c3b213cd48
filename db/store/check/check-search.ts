import type { Values } from '../../model/field-kind.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { entryOf, keysOf, type Entry } from '../../model/derive/search-entry.ts';
import { keyKinds, type KeyKind } from '../../model/derive/search-keys.ts';
import { contentWords, nameWords } from '../../model/derive/search-words.ts';
import type { BareRows, RowSlice } from './bare-rows.ts';
import type { Check, CheckSteps } from './check-all.ts';
import { KeyTally } from './key-tally.ts';
import { readKeys, type KeyPlace } from './read-keys.ts';
import { isListed } from '../search/directory.ts';
import type { DirectoryCopy } from './directory-copy.ts';

/**
 * Rows of a ledger whose words themselves are asked for, and words asked of each, both spread evenly; of the other rows
 * only that they have some. Asking for a word reads its list from the beginning, which for every word of a large town
 * would take hours. Each check begins at another row.
 */
const MOST_WORD_CHECKS = 500;
const MOST_WORDS = 8;
/** Records remembered as named, so that none is named twice; more findings are not kept anyway. */
const MOST_NAMED = 1000;

/** Rows of a ledger, and the directory they are found through. */
interface SearchedRows {
  readonly rows: BareRows;
  readonly directory: DirectoryCopy;
}

/** Both search tables of one ledger against its rows: what must be found, is; what is gone, is not. */
export class SearchEntries {
  readonly #check: Check;
  readonly #table: LedgerTable;
  readonly #rows: BareRows;
  readonly #tally: KeyTally;
  readonly #stride: number;
  readonly #offset: number;
  readonly #named = new Set<string>();
  readonly #directory: DirectoryCopy;
  /** Row numbers that have words, in order; `null` when the ledger has none. */
  readonly #worded: { all: (after: number, upTo: number) => unknown[] } | null;

  constructor(check: Check, table: LedgerTable, { rows, directory }: SearchedRows) {
    const { connection } = check.session.core;
    this.#directory = directory;
    this.#check = check;
    this.#table = table;
    this.#rows = rows;
    this.#tally = new KeyTally(connection.number(`SELECT max(rid) FROM ${table.ledger.id}`) ?? 0);
    const current = connection.number('SELECT current FROM ledger WHERE no = ?', table.no) ?? 0;
    this.#stride = Math.max(1, Math.ceil(current / MOST_WORD_CHECKS));
    this.#offset = check.session.core.log.state.counter % this.#stride;
    // The full text's own list of its rows: asking it for each row by number would take a look-up each.
    const words = table.plan.words?.name;
    this.#worded =
      words === undefined
        ? null
        : connection.raw
            .prepare<[number, number]>(`SELECT id FROM ${words}_docsize WHERE id > ? AND id <= ? ORDER BY id`)
            .pluck();
  }

  /** One slice of rows; keys are only counted, words are compared at once. */
  take(slice: RowSlice): void {
    const worded = this.#wordedIn(slice);
    for (const row of slice.rows) {
      const [rid, id, , removedAt] = row;
      const hasWords = worded.delete(rid);
      if (removedAt !== null) {
        if (hasWords) this.#name('search-extra', id);
        continue;
      }
      const values = this.#rows.searchedValues(row);
      const { keys, isWorded } = keysAndWords(this.#table, values);
      for (const [kind, text] of keys) this.#tally.count(1, kind, { text, from: 0, to: text.length, rid });
      if (isWorded !== hasWords) this.#name(isWorded ? 'search-missing' : 'search-extra', id);
      else if (hasWords && rid % this.#stride === this.#offset && !this.#findsWords(rid, values))
        this.#name('search-missing', id);
    }
    // Words of rows that do not exist.
    if (worded.size > 0) this.#name('search-extra', null);
  }

  /** After all slices: the keys in the file against those counted; where sums differ, row by row and key by key. */
  *settle(): CheckSteps {
    for (const kind of Object.values(keyKinds)) {
      let listed: string | null = null;
      for (const chunk of readKeys(this.#check.session.core.connection, kind, this.#table.no)) {
        for (const key of chunk) {
          this.#tally.count(-1, kind, key);
          if (kind !== keyKinds.member) listed = this.#checkListed(kind, key, listed);
        }
        yield this.#check.progress(0, 'search');
      }
    }
    yield* this.#findMissing();
    yield* this.#findExtra();
    yield this.#check.progress(this.#rows.count, 'search');
  }

  /**
   * Names a key whose beginnings the directory does not list for this ledger; what it lists in vain is no finding. `listed`:
   * last listed beginning of the key before, with which most begin. Returns that of this key.
   */
  #checkListed(kind: KeyKind, { text, from, to }: KeyPlace, listed: string | null): string | null {
    if (listed !== null && text.startsWith(listed, from)) return listed;
    const { isNamed, last } = this.#directory.namesKey(this.#table.no, kind, text.slice(from, to));
    if (!isNamed) this.#name('search-missing', null);
    return last;
  }

  #wordedIn({ after, upTo }: RowSlice): Set<number> {
    // Row numbers, of a table whose key they are.
    return new Set((this.#worded?.all(after, upTo) ?? []) as number[]);
  }

  #findsWords(rid: number, values: Values): boolean {
    const all = entryOf(this.#table.ledger, values).words.split(' ');
    const isUnlisted = (word: string): boolean =>
      isListed(word) && !this.#directory.namesWord(this.#table.no, word);
    if (all.some(isUnlisted)) return false;
    const step = Math.ceil(all.length / MOST_WORDS);
    const match = all
      .filter((_, i) => i % step === 0)
      .map((word) => `"${word}"`)
      .join(' ');
    const words = this.#table.plan.words?.name ?? '';
    // With `rowid = ?` FTS5 goes on behind that row (seen with SQLite 3.53) and would find the next one instead.
    const sql = `SELECT rowid FROM ${words} WHERE ${words} MATCH ? AND rowid BETWEEN ? AND ?`;
    return this.#check.session.core.connection.number(sql, match, rid, rid) === rid;
  }

  *#findMissing(): CheckSteps {
    for (const [after, upTo] of this.#tally.differing()) {
      for (let at = after; at < upTo;) {
        const slice = this.#rows.sliceAfter(at);
        for (const row of slice.rows) {
          const [rid, id, , removedAt] = row;
          if (rid > upTo || removedAt !== null) continue;
          const { keys } = keysAndWords(this.#table, this.#rows.searchedValues(row));
          if (!this.#hasKeys(rid, keys)) this.#name('search-missing', id);
        }
        at = slice.upTo;
        yield this.#check.progress(0, 'search');
      }
    }
  }

  /** Keys that lead to removed rows or to values no longer there. Looked at in the moment they are read. */
  *#findExtra(): CheckSteps {
    if (this.#tally.differing().next().done === true) return;
    for (const kind of Object.values(keyKinds)) {
      for (const chunk of readKeys(this.#check.session.core.connection, kind, this.#table.no)) {
        for (const { text, from, to, rid } of chunk) {
          if (this.#tally.isDiffering(rid)) this.#nameUnlessDue(rid, kind, text.slice(from, to));
        }
        yield this.#check.progress(0, 'search');
      }
    }
  }

  #nameUnlessDue(rid: number, kind: KeyKind, key: string): void {
    const row = this.#table.byRid(rid);
    const keys = row === null || row.removedAt !== null ? [] : keysAndWords(this.#table, row.values).keys;
    if (!keys.some((due) => due[0] === kind && due[1] === key)) this.#name('search-extra', row?.id ?? null);
  }

  #hasKeys(rid: number, keys: Entry['keys']): boolean {
    const find = this.#check.session.core.connection
      .statement('SELECT 1 FROM search_key WHERE kind = ? AND ledger = ? AND key = ? AND rid = ?')
      .pluck();
    return keys.every(([kind, key]) => find.get(kind, this.#table.no, key, rid) === 1);
  }

  #name(code: 'search-missing' | 'search-extra', record: string | null): void {
    const finding = `${code} ${record ?? ''}`;
    if (this.#named.has(finding) || this.#named.size >= MOST_NAMED) return;
    this.#named.add(finding);
    this.#check.report({ code, ledger: this.#table.ledger.id, record, detail: '' });
  }
}

function keysAndWords(
  table: LedgerTable,
  values: Values,
): { readonly keys: Entry['keys']; readonly isWorded: boolean } {
  let isWorded = false;
  const keys = keysOf(table.ledger, values, (text, isName) => {
    isWorded ||= (isName ? nameWords(text) : contentWords(text)).length > 0;
  });
  return { keys, isWorded };
}
