import { readingsOf } from '../../model/derive/pinyin.ts';
import { recordTokens, type RecordToken } from '../../model/derive/search-tokens.ts';
import { ledgers } from '../../model/registry.ts';
import type { BenchTown } from './bench-town.ts';

interface Scanned {
  readonly ledger: string;
  readonly id: string;
  readonly tokens: readonly RecordToken[];
}

/** Few hits, those of the search box, and many: what a ledger has beyond its share must be told at each. */
const LIMITS = [10, 50, 200] as const;
const PAGE_ROWS = 500;

/** Queries whose hits are not exactly those a scan of every record finds (a part of them, where there are more than asked for). */
export function scanMismatches(town: BenchTown, texts: readonly string[]): readonly string[] {
  const records = allRecords(town);
  return texts.filter((text) => {
    const expected = new Map<string, Set<string>>(ledgers.map(({ id }) => [id, new Set()]));
    const typed = text.trim().toLowerCase();
    // A street and a house number may have a blank between them.
    const ways = [typed, typed.replaceAll(/(?<=\p{Script=Han})\s+(?=\d+(?:\s|$))/gu, '')];
    for (const { ledger, id, tokens } of records) {
      if (ways.some((way) => way.split(/\s+/).every((part) => isFoundIn(part, tokens))))
        expected.get(ledger)?.add(id);
    }
    return LIMITS.some((limit) => !isSameAnswer(town, { text, limit }, expected));
  });
}

function isSameAnswer(
  { store, caller }: BenchTown,
  { text, limit }: { readonly text: string; readonly limit: number },
  expected: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const { hits, more } = store.search(text, limit, caller);
  return [...expected].every(([ledger, ids]) => {
    const found = hits.filter((hit) => hit.ledger === ledger).map((hit) => hit.id);
    if (found.some((id) => !ids.has(id))) return false;
    return more.includes(ledger) ? found.length < ids.size : found.length === ids.size;
  });
}

function allRecords({ store, caller }: BenchTown): readonly Scanned[] {
  return ledgers.flatMap((ledger) => {
    const records: Scanned[] = [];
    let after: string | null = null;
    do {
      const page = store.page(
        { ledger: ledger.id, where: {}, limit: PAGE_ROWS, fields: [], ...(after === null ? {} : { after }) },
        caller,
      );
      for (const { id } of page.rows) {
        const record = store.get(ledger.id, id, caller);
        if (record !== null)
          records.push({ ledger: ledger.id, id, tokens: recordTokens(ledger, record.values) });
      }
      after = page.next;
    } while (after !== null);
    return records;
  });
}

/**
 * The promise of the search box, written a second time and as plainly as can be. Han before four and more digits is read
 * both ways: a street with its house number, and a name with the tail of a number.
 */
function isFoundIn(part: string, tokens: readonly RecordToken[]): boolean {
  if (tokens.some((token) => isFound(part, token))) return true;
  const [, name, tail] = /^(\p{Script=Han}+)(\d{4,18}x?)$/u.exec(part) ?? [];
  if (name === undefined || tail === undefined) return false;
  return [name, tail].every((one) => tokens.some((token) => isFound(one, token)));
}

function isFound(part: string, { token, value }: RecordToken): boolean {
  // Identifiers have one spelling, whatever stands between their letters and digits: 家暴〔2026〕0009号 is 20260009.
  const text = token === 'code' ? value.toLowerCase().replaceAll(/[^0-9a-z]/g, '') : value.toLowerCase();
  if (/^[a-z]+$/.test(part)) return isFoundByLetters(part, token, text);
  if (/^[0-9a-z]+$/.test(part)) return token === 'code' && (text.startsWith(part) || text.endsWith(part));
  if (token === 'code') return false;
  return [...part].length === 1 ? token === 'name' && text.startsWith(part) : text.includes(part);
}

function isFoundByLetters(part: string, token: RecordToken['token'], text: string): boolean {
  if (token === 'code') return text.startsWith(part);
  if (token !== 'name') return false;
  return readingsOf(text).some(
    ({ pinyin, initials }) => pinyin.startsWith(part) || initials.startsWith(part),
  );
}
