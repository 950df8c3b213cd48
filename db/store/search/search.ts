import type { Caller, SearchHit, SearchResult } from '../api.ts';
import type { Core } from '../repository/core.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';
import { prefetchTitles } from '../repository/page.ts';
import { titleFor } from '../repository/titles.ts';
import { findAll, findInLedger, findInTexts, type Found } from './find.ts';
import { readingsOfQuestion, type Reading } from './question.ts';
import { matchedField } from './verify.ts';

/** Rows read and checked for one ledger at most. */
const MOST_CHECKS = 5000;
/** How many times as many rows are asked when those that came were no hits. */
const WIDER = 6;

/** Searches all ledgers at once; see `Store.search`. */
export function search(
  core: Core,
  text: string,
  ask: {
    readonly limit: number;
    readonly caller: Caller;
    /** Ledgers that are asked at all: what may not be opened takes no place among the hits. */
    readonly isOpen: (ledger: string) => boolean;
  },
): SearchResult {
  const startedAt = performance.now();
  const readings = readingsOfQuestion(text);
  if (readings.length === 0 || ask.limit < 1)
    return { hits: [], more: [], ms: performance.now() - startedAt };
  const shown = { ...ask, readings };
  const named = shareOut(core, findAll(core, readings, ask), shown);
  const isAnswered = named.hits.length > 0 || named.more.length > 0;
  const answer = isAnswered ? named : shareOut(core, findInTexts(core, readings, ask), shown);
  return { ...answer, ms: performance.now() - startedAt };
}

/** Hits among what may be found, each ledger up to its share. */
function shareOut(
  core: Core,
  found: readonly Found[],
  ask: { readonly readings: readonly Reading[]; readonly limit: number; readonly caller: Caller },
): Pick<SearchResult, 'hits' | 'more'> {
  const shares = fairShares(found, ask.limit);
  const hits: SearchHit[] = [];
  const more: string[] = [];
  for (const [i, one] of found.entries()) {
    const share = shares[i] ?? 0;
    const checked = checkedHits(core, one, { ...ask, limit: share + 1 });
    hits.push(...checked.hits.slice(0, share));
    if (checked.hits.length > share || !checked.isComplete) more.push(one.table.ledger.id);
  }
  return { hits, more };
}

/** Hits of one ledger only, for a link picker. */
export function searchLedger(
  core: Core,
  table: LedgerTable,
  ask: { readonly text: string; readonly limit: number; readonly caller: Caller },
): readonly SearchHit[] {
  const readings = readingsOfQuestion(ask.text);
  if (readings.length === 0) return [];
  const found = findInLedger(core, table, { readings, most: ask.limit * 2 + 10 });
  return checkedHits(core, found, { readings, limit: ask.limit, caller: ask.caller }).hits;
}

/** Shares of the limit: what one ledger does not need goes to the others, the first ledgers take what is left over. */
function fairShares(found: readonly Found[], limit: number): readonly number[] {
  const shares = found.map(() => 0);
  for (let left = limit; left > 0;) {
    const hungry = found.flatMap((one, i) => ((shares[i] ?? 0) < one.rids.length ? [i] : []));
    if (hungry.length === 0) break;
    const each = Math.max(1, Math.floor(left / hungry.length));
    for (const i of hungry) {
      const given = Math.min(each, left, (found[i]?.rids.length ?? 0) - (shares[i] ?? 0));
      shares[i] = (shares[i] ?? 0) + given;
      left -= given;
    }
  }
  return shares;
}

/** Hits among the candidates of a ledger; `isComplete`: there are no further ones, or as many as were asked for. */
interface Checked {
  readonly hits: readonly SearchHit[];
  readonly isComplete: boolean;
}

function checkedHits(
  core: Core,
  found: Found,
  ask: { readonly readings: readonly Reading[]; readonly limit: number; readonly caller: Caller },
): Checked {
  const { table } = found;
  const names = core.names(ask.caller.language);
  const { rows, isComplete } = checkedRows(found, ask);
  const fields = [...table.ledger.title, ...table.ledger.subtitle];
  prefetchTitles(core, table, { values: rows.map((row) => row.kept.values), names, fields });
  const hits = rows.map((row) => ({ ...titleFor(table, row.kept, names), matched: row.matched }));
  return { hits, isComplete };
}

interface CheckedRow {
  readonly kept: Kept;
  readonly matched: string;
}

/**
 * Reads candidates until there are hits enough. Pairs of characters may come from different places of a record (the rooms of
 * one lane have most of their digits in common), so more are asked for while those that came were none.
 */
function checkedRows(
  found: Found,
  { readings, limit }: { readonly readings: readonly Reading[]; readonly limit: number },
): { readonly rows: readonly CheckedRow[]; readonly isComplete: boolean } {
  const rows: CheckedRow[] = [];
  const checked = new Set<number>();
  for (let { rids, isComplete } = found; ;) {
    for (const rid of rids) {
      if (rows.length >= limit) return { rows, isComplete: true };
      if (checked.has(rid)) continue;
      checked.add(rid);
      const row = checkedRow(found.table, rid, readings);
      if (row !== null) rows.push(row);
    }
    if (rows.length >= limit || isComplete) return { rows, isComplete: true };
    const asked = found.ask(Math.min(rids.length * WIDER, MOST_CHECKS));
    // All that may be read, or all that several parts have in common.
    if (asked.rids.length <= rids.length) return { rows, isComplete: asked.isComplete };
    ({ rids, isComplete } = asked);
  }
}

function checkedRow(table: LedgerTable, rid: number, readings: readonly Reading[]): CheckedRow | null {
  const searched = table.searchedValues(rid);
  const matched = searched === null ? null : matchedField(table, searched, readings);
  const kept = matched === null ? null : table.byRid(rid);
  return matched === null || kept === null ? null : { kept, matched };
}
