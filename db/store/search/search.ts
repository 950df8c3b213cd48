import type { Caller, SearchHit, SearchResult } from '../api.ts';
import type { Core } from '../repository/core.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';
import { prefetchTitles } from '../repository/page.ts';
import { titleFor } from '../repository/titles.ts';
import { byKeys, byWholeName, byWords, type Candidates } from './candidates.ts';
import { questionOf, type Part } from './question.ts';
import { matchedField } from './verify.ts';

/** Rows taken from a key index when several parts must meet: a four-digit tail gives some hundred in a million. */
const MOST_KEYS = 3000;
/** Rows taken from the full text when it must meet keys: more is a word on every second record. */
const MOST_TEXT = 20_000;
/** Rows read and checked for one ledger at most. */
const MOST_CHECKS = 600;
/** Rows asked of a ledger at first; those of common words are asked again only when all ledgers together fall short. */
const FIRST_ASK = 12;

interface Found {
  readonly table: LedgerTable;
  /** Candidates, best first; not yet checked. */
  readonly rids: readonly number[];
  readonly isComplete: boolean;
}

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
  const parts = questionOf(text);
  if (parts.length === 0 || ask.limit < 1) return { hits: [], more: [], ms: performance.now() - startedAt };
  const found = findAll(core, parts, ask);
  const shares = fairShares(found, ask.limit);
  const hits: SearchHit[] = [];
  const more: string[] = [];
  for (const [i, one] of found.entries()) {
    const share = shares[i] ?? 0;
    const checked = checkedHits(core, one, { parts, limit: share + 1, caller: ask.caller });
    hits.push(...checked.slice(0, share));
    if (checked.length > share) more.push(one.table.ledger.id);
  }
  return { hits, more, ms: performance.now() - startedAt };
}

/** Hits of one ledger only, for a link picker. */
export function searchLedger(
  core: Core,
  table: LedgerTable,
  ask: { readonly text: string; readonly limit: number; readonly caller: Caller },
): readonly SearchHit[] {
  const parts = questionOf(ask.text);
  if (parts.length === 0) return [];
  const found = findIn(core, table, { parts, most: ask.limit * 2 + 10 });
  return checkedHits(core, found, { parts, limit: ask.limit, caller: ask.caller });
}

function findAll(
  core: Core,
  parts: readonly Part[],
  { limit, isOpen }: { readonly limit: number; readonly isOpen: (ledger: string) => boolean },
): readonly Found[] {
  const tables = [...core.tables.values()].filter((table) => isSearchable(table) && isOpen(table.ledger.id));
  const found = findUntil(tables, limit, (table, most) => findIn(core, table, { parts, most }));
  // Codes and names first; only when nobody answers to them, letters and digits inside texts.
  if (found.length > 0 || parts.every((part) => part.kind === 'words')) return found;
  const words = parts.flatMap((part) => part.words);
  if (words.length === 0) return [];
  return findUntil(tables, limit, (table, most) => ({
    table,
    ...byWords(core.connection, table, { words, most }),
  }));
}

/** Asks every ledger for a few rows, and once more for many those that have more when there is room left. */
function findUntil(
  tables: readonly LedgerTable[],
  limit: number,
  find: (table: LedgerTable, most: number) => Found,
): readonly Found[] {
  const first = tables.map((table) => find(table, Math.min(FIRST_ASK, limit + 1)));
  const total = first.reduce((sum, one) => sum + one.rids.length, 0);
  const found =
    total > limit ? first : first.map((one) => (one.isComplete ? one : find(one.table, limit * 2 + 10)));
  return found.filter((one) => one.rids.length > 0);
}

const isSearchable = (table: LedgerTable): boolean => table.stored.some(({ field }) => field.search === true);

function findIn(
  core: Core,
  table: LedgerTable,
  ask: { readonly parts: readonly Part[]; readonly most: number },
): Found {
  const texts = ask.parts.filter((part) => part.kind === 'words');
  const keyed = ask.parts.filter((part) => part.kind !== 'words');
  const words = texts.flatMap((part) => part.words);
  const { most } = ask;
  const { connection } = core;
  if (keyed.length === 0) {
    const exact = byWholeName(connection, table, { text: texts.map((part) => part.text).join(''), most });
    const all = byWords(connection, table, { words, most });
    return { table, rids: [...new Set([...exact.rids, ...all.rids])], isComplete: all.isComplete };
  }
  const [only] = keyed;
  if (keyed.length === 1 && texts.length === 0 && only !== undefined) {
    return { table, ...byKeys(connection, table, { part: only, most }) };
  }
  const met = meet(keyed.map((part) => byKeys(connection, table, { part, most: MOST_KEYS })));
  if (words.length === 0 || (met.isComplete && met.rids.length <= MOST_CHECKS)) return { table, ...met };
  return { table, ...meet([met, byWords(connection, table, { words, most: MOST_TEXT })]) };
}

/** Rows in all lists; a list that was cut off says nothing about rows it lacks. */
function meet(lists: readonly Candidates[]): Candidates {
  const complete = lists.filter((list) => list.isComplete);
  const ordered = (complete.length > 0 ? complete : lists).toSorted((a, b) => a.rids.length - b.rids.length);
  const [smallest, ...others] = ordered;
  if (smallest === undefined) return { rids: [], isComplete: true };
  const sets = complete.length > 0 ? others.map((list) => new Set(list.rids)) : [];
  return {
    rids: smallest.rids.filter((rid) => sets.every((set) => set.has(rid))),
    isComplete: complete.length > 0,
  };
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

function checkedHits(
  core: Core,
  found: Found,
  ask: { readonly parts: readonly Part[]; readonly limit: number; readonly caller: Caller },
): readonly SearchHit[] {
  const { table } = found;
  const names = core.names(ask.caller.language);
  const rows: { readonly kept: Kept; readonly matched: string }[] = [];
  for (const rid of found.rids.slice(0, MOST_CHECKS)) {
    if (rows.length >= ask.limit) break;
    const searched = table.searchedValues(rid);
    const matched = searched === null ? null : matchedField(table, searched, ask.parts);
    const kept = matched === null ? null : table.byRid(rid);
    if (matched !== null && kept !== null) rows.push({ kept, matched });
  }
  const fields = [...table.ledger.title, ...table.ledger.subtitle];
  prefetchTitles(core, table, { values: rows.map((row) => row.kept.values), names, fields });
  return rows.map((row) => ({ ...titleFor(table, row.kept, names), matched: row.matched }));
}
