import type { Connection } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import type { Part } from './question.ts';
import {
  keyKinds,
  normalCode,
  reversedTail,
  TAIL_LENGTH,
  type KeyKind,
} from '../../model/derive/search-keys.ts';
import { wholeName } from '../../model/derive/search-words.ts';

/** Rows of one ledger that may match; `isComplete` = no further row can. */
export interface Candidates {
  readonly rids: readonly number[];
  readonly isComplete: boolean;
}

/** Rows whose words hold all of these; in entry order. */
export function byWords(
  connection: Connection,
  table: LedgerTable,
  ask: { readonly words: readonly string[]; readonly most: number },
): Candidates {
  const fts = table.plan.words?.name;
  if (fts === undefined) return { rids: [], isComplete: true };
  const found = connection
    .statement(`SELECT rowid FROM ${fts} WHERE ${fts} MATCH ? LIMIT ?`)
    .raw()
    .all(matchOf(ask.words), ask.most + 1)
    .map(firstNumber);
  return { rids: found.slice(0, ask.most), isComplete: found.length <= ask.most };
}

// Words hold letters, digits and the two marks only, so quoting is safe.
const matchOf = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(' ');

/** Rows named exactly so. */
export const byWholeName = (
  connection: Connection,
  table: LedgerTable,
  ask: { readonly text: string; readonly most: number },
): Candidates => byWords(connection, table, { words: [wholeName(ask.text)], most: ask.most });

/** Rows with a key of the part: pinyin and initials for letters, head and tail for codes; shortest keys first. */
export function byKeys(
  connection: Connection,
  table: LedgerTable,
  ask: { readonly part: Part; readonly most: number },
): Candidates {
  const rids = new Set<number>();
  let isComplete = true;
  for (const [kind, prefix] of prefixesOf(ask.part)) {
    const found = connection
      .statement('SELECT rid FROM search_key WHERE kind = ? AND ledger = ? AND key >= ? AND key < ? LIMIT ?')
      .raw()
      .all(kind, table.no, prefix, `${prefix}\u{10ffff}`, ask.most + 1);
    if (found.length > ask.most) isComplete = false;
    for (const row of found) rids.add(firstNumber(row));
  }
  return { rids: [...rids], isComplete };
}

/** Beginnings of keys a part is asked by, with their kinds. */
export function prefixesOf(part: Part): readonly (readonly [KeyKind, string])[] {
  const code = normalCode(part.text);
  const head = [keyKinds.head, code] as const;
  if (part.kind === 'letters') return [[keyKinds.initials, part.text], [keyKinds.pinyin, part.text], head];
  return [head, [keyKinds.tail, reversedTail(code).slice(0, TAIL_LENGTH)]];
}

function firstNumber(row: unknown): number {
  // Statements in raw mode give arrays; the one column is an integer.
  return Number((row as readonly unknown[])[0]);
}
