import type { Connection } from '../open/connection.ts';
import type { KeyKind } from '../../model/derive/search-keys.ts';

/** Keys read at once. */
const CHUNK = 5000;
/** Between a key and its row number, and between two keys: control characters, which no key holds. */
const UNIT = 31;
const RECORD = 30;

/** A key where it stands in a longer text, and the row it leads to. */
export interface KeyPlace {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly rid: number;
}

/**
 * All search keys of one kind and ledger in their order, chunk by chunk. SQLite puts a chunk into one text, because
 * handing over fifteen million rows one by one takes three times as long as reading them. Use up a chunk before asking
 * for the next.
 */
export function* readKeys(
  connection: Connection,
  kind: KeyKind,
  ledgerNo: number,
): Generator<Iterable<KeyPlace>, void, undefined> {
  const sql = `SELECT group_concat(key || char(${UNIT}) || rid, char(${RECORD})) FROM (
      SELECT key, rid FROM search_key WHERE kind = ? AND ledger = ? AND (key, rid) > (?, ?)
      ORDER BY key, rid LIMIT ${CHUNK})`;
  for (let after: readonly [key: string, rid: number] = ['', -1]; ;) {
    const text = connection.text(sql, kind, ledgerNo, ...after);
    if (text === null) return;
    yield placesIn(text);
    const last = text.lastIndexOf(String.fromCharCode(RECORD)) + 1;
    const [key = '', rid = ''] = text.slice(last).split(String.fromCharCode(UNIT));
    after = [key, Number(rid)];
  }
}

function* placesIn(text: string): Generator<KeyPlace, void, undefined> {
  for (let from = 0; from < text.length;) {
    let to = from;
    while (to < text.length && text.charCodeAt(to) !== UNIT) to += 1;
    let rid = 0;
    let end = to + 1;
    for (; end < text.length && text.charCodeAt(end) !== RECORD; end += 1)
      rid = rid * 10 + text.charCodeAt(end) - 48;
    yield { text, from, to, rid };
    from = end + 1;
  }
}
