import type { Caller, SearchHit, SearchResult } from '../api.ts';
import type { Core } from '../repository/core.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';
import { prefetchTitles } from '../repository/page.ts';
import { titleFor } from '../repository/titles.ts';
import { findAll, findInLedger, findInTexts, type Found } from './find.ts';
import { lastReadingsOf, readingsOfQuestion, type Reading } from './question.ts';
import { matchedField } from './verify.ts';

/** Rows read and checked for one ledger at most. */
const MOST_CHECKS = 5000;
/** How many times as many rows are asked when those that came were no hits. */
const WIDER = 6;

/** Searches all ledgers at once; see `Store.search`. */
export function search(core: Core, text: string, ask: Ask): SearchResult {
  const startedAt = performance.now();
  const readings = readingsOfQuestion(text);
  if (readings.length === 0 || ask.limit < 1)
    return { hits: [], more: [], ms: performance.now() - startedAt };
  const answer =
    answered(core, findAll(core, readings, ask), { ...ask, readings }) ??
    answered(core, findInTexts(core, readings, ask), { ...ask, readings }) ??
    lastAnswer(core, text, ask);
  return { hits: [], more: [], ...answer, ms: performance.now() - startedAt };
}

function lastAnswer(core: Core, text: string, ask: Ask): Answer | null {
  const readings = lastReadingsOf(text);
  return readings.length === 0 ? null : answered(core, findAll(core, readings, ask), { ...ask, readings });
}

/** How the ledgers are asked. */
interface Ask {
  readonly limit: number;
  readonly caller: Caller;
  /** Ledgers that are asked at all: what may not be opened takes no place among the hits. */
  readonly isOpen: (ledger: string) => boolean;
}

type Answer = Pick<SearchResult, 'hits' | 'more'>;

/**
 * Hits among what may be found, each ledger up to its share; `null` when there are none. What one ledger does not need of its
 * share goes to the others, the first ledgers take what is left over.
 */
function answered(
  core: Core,
  found: readonly Found[],
  { readings, limit, caller }: Pick<Ask, 'limit' | 'caller'> & { readonly readings: readonly Reading[] },
): Answer | null {
  const readers = found.map((one) => new HitReader(one, readings));
  for (let left = limit; left > 0;) {
    const hungry = readers.filter((reader) => !reader.isAtEnd);
    if (hungry.length === 0) break;
    const each = Math.max(1, Math.floor(left / hungry.length));
    for (const reader of hungry) left -= reader.take(Math.min(each, left));
  }
  const hits = readers.flatMap((reader) => hitsOf(core, reader, caller));
  const more = readers.filter((reader) => reader.hasMore()).map(({ table }) => table.ledger.id);
  return hits.length > 0 || more.length > 0 ? { hits, more } : null;
}

/** Hits of one ledger only, for a link picker. */
export function searchLedger(
  core: Core,
  table: LedgerTable,
  ask: { readonly text: string; readonly limit: number; readonly caller: Caller },
): readonly SearchHit[] {
  for (const readings of [readingsOfQuestion(ask.text), lastReadingsOf(ask.text)]) {
    if (readings.length === 0) continue;
    const found = findInLedger(core, table, { readings, most: ask.limit * 2 + 10 });
    const reader = new HitReader(found, readings);
    if (reader.take(ask.limit) > 0) return hitsOf(core, reader, ask.caller);
  }
  return [];
}

function hitsOf(core: Core, { table, rows }: HitReader, caller: Caller): readonly SearchHit[] {
  const names = core.names(caller.language);
  const fields = [...table.ledger.title, ...table.ledger.subtitle];
  prefetchTitles(core, table, { values: rows.map((row) => row.kept.values), names, fields });
  return rows.map((row) => ({ ...titleFor(table, row.kept, names), matched: row.matched }));
}

interface CheckedRow {
  readonly kept: Kept;
  readonly matched: string;
}

/**
 * Reads the candidates of a ledger and keeps the hits among them. Pairs of characters may come from different places of a
 * record (the rooms of one lane have most of their digits in common), so more are asked for while those that came were none.
 */
class HitReader {
  readonly table: LedgerTable;
  /** Hits taken so far. */
  readonly rows: CheckedRow[] = [];
  readonly #readings: readonly Reading[];
  readonly #checked = new Set<number>();
  #found: Found;
  #next = 0;
  #ahead: CheckedRow | null = null;
  /** No candidate is left that may be read. */
  isAtEnd = false;

  constructor(found: Found, readings: readonly Reading[]) {
    this.#found = found;
    this.#readings = readings;
    this.table = found.table;
  }

  /** Takes further hits, at most so many. @returns how many there were */
  take(most: number): number {
    const before = this.rows.length;
    while (this.rows.length < before + most) {
      const row = this.#ahead ?? this.#read();
      this.#ahead = null;
      if (row === null) break;
      this.rows.push(row);
    }
    return this.rows.length - before;
  }

  /** Whether there is a hit behind those taken, or candidates that nobody may read any more. */
  hasMore(): boolean {
    this.#ahead ??= this.#read();
    return this.#ahead !== null || !this.#found.isComplete;
  }

  #read(): CheckedRow | null {
    while (!this.isAtEnd) {
      const rid = this.#found.rids[this.#next++];
      if (rid === undefined) {
        this.#askWider();
        continue;
      }
      if (this.#checked.has(rid)) continue;
      this.#checked.add(rid);
      const row = checkedRow(this.table, rid, this.#readings);
      if (row !== null) return row;
    }
    return null;
  }

  #askWider(): void {
    const { rids, isComplete, ask, table } = this.#found;
    const asked = isComplete ? null : ask(Math.min(rids.length * WIDER, MOST_CHECKS));
    // All that may be read, or all that several parts have in common.
    this.isAtEnd = asked === null || asked.rids.length <= rids.length;
    if (asked === null) return;
    this.#found = { table, ask, ...asked };
    this.#next = 0;
  }
}

function checkedRow(table: LedgerTable, rid: number, readings: readonly Reading[]): CheckedRow | null {
  const searched = table.searchedValues(rid);
  const matched = searched === null ? null : matchedField(table, searched, readings);
  const kept = matched === null ? null : table.byRid(rid);
  return matched === null || kept === null ? null : { kept, matched };
}
