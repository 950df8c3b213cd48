import type { Connection } from '../open/connection.ts';
import type { Core } from '../repository/core.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { byKeys, byWholeName, byWords, prefixesOf, type Candidates } from './candidates.ts';
import { ledgersWithKey, ledgersWithWords } from './directory.ts';
import type { Part, Reading } from './question.ts';

/** Rows taken from a key index when several parts must meet: a four-digit tail gives some hundred in a million. */
const MOST_KEYS = 3000;
/** Rows taken from the full text when it must meet keys: more is a word on every second record. */
const MOST_TEXT = 20_000;
/** Rows found by keys that are not narrowed by words any further: they are read one by one as soon. */
const FEW_ROWS = 600;
/** Rows asked of a ledger at first; those of common words are asked again only when all ledgers together fall short. */
const FIRST_ASK = 12;

/** What may be found in one ledger. */
export interface Found extends Candidates {
  readonly table: LedgerTable;
  /** Asks again, for this many rows. */
  readonly ask: (most: number) => Candidates;
}

/** How ledgers are asked. */
interface Ask {
  /** Hits wanted of all ledgers together. */
  readonly limit: number;
  readonly isOpen: (ledger: string) => boolean;
}

/** Candidates of every open ledger that can answer, in the order of the registry; ledgers without any are left out. */
export function findAll(core: Core, readings: readonly Reading[], { limit, isOpen }: Ask): readonly Found[] {
  const open = openTables(core, isOpen);
  const named = readings.map((parts) => ledgersFor(core.connection, parts, open));
  return findUntil(tablesAsked(open, named), limit, (table) =>
    askOf(
      core,
      table,
      readings.filter((_, i) => named[i]?.has(table.no) === true),
    ),
  );
}

/** The same for letters and digits inside texts: asked when nobody answers to names and codes. */
export function findInTexts(
  core: Core,
  readings: readonly Reading[],
  { limit, isOpen }: Ask,
): readonly Found[] {
  const isTextAlready = readings.every((parts) => parts.every((part) => part.kind === 'words'));
  const worded = readings.find((parts) => parts.every((part) => part.words.length > 0)) ?? [];
  const words = isTextAlready ? [] : worded.flatMap((part) => part.words);
  if (words.length === 0) return [];
  const tables = tablesAsked(openTables(core, isOpen), [ledgersWithWords(core.connection, words)]);
  return findUntil(tables, limit, (table) => (most) => byWords(core.connection, table, { words, most }));
}

/** Candidates of one ledger. */
export function findInLedger(
  core: Core,
  table: LedgerTable,
  { readings, most }: { readonly readings: readonly Reading[]; readonly most: number },
): Found {
  const ask = askOf(core, table, readings);
  return { table, ask, ...ask(most) };
}

/** Asks every ledger for a few rows, and once more for many those that have more when there is room left. */
function findUntil(
  tables: readonly LedgerTable[],
  limit: number,
  askIn: (table: LedgerTable) => Found['ask'],
): readonly Found[] {
  const first = tables.map((table): Found => {
    const ask = askIn(table);
    return { table, ask, ...ask(Math.min(FIRST_ASK, limit + 1)) };
  });
  const total = first.reduce((sum, one) => sum + one.rids.length, 0);
  const found =
    total > limit
      ? first
      : first.map((one) => (one.isComplete ? one : { ...one, ...one.ask(limit * 2 + 10) }));
  return found.filter((one) => one.rids.length > 0);
}

/** Open ledgers by number, in the order of the registry. */
type OpenTables = ReadonlyMap<number, LedgerTable>;

const openTables = (core: Core, isOpen: Ask['isOpen']): OpenTables =>
  new Map(
    [...core.tables.values()].flatMap((table) =>
      isOpen(table.ledger.id) ? [[table.no, table] as const] : [],
    ),
  );

/** Those that one of the readings names. */
const tablesAsked = (open: OpenTables, named: readonly ReadonlySet<number>[]): readonly LedgerTable[] =>
  [...open.values()].filter(({ no }) => named.some((numbers) => numbers.has(no)));

/** Ledgers in which every part may be found. */
function ledgersFor(connection: Connection, parts: Reading, open: OpenTables): ReadonlySet<number> {
  const [first, ...others] = parts.map((part) => ledgersForPart(connection, part, open));
  const inAll = [...(first ?? [])].filter((no) => others.every((numbers) => numbers.has(no)));
  return new Set(inAll);
}

function ledgersForPart(connection: Connection, part: Part, open: OpenTables): ReadonlySet<number> {
  if (part.kind === 'words') return ledgersWithWords(connection, part.words);
  return new Set(
    prefixesOf(part).flatMap(([kind, beginning]) => [
      ...ledgersWithKey(connection, { kind, beginning, open }),
    ]),
  );
}

/** What several readings find in a ledger, as one: the first way to read comes first. */
const askOf =
  (core: Core, table: LedgerTable, readings: readonly Reading[]): Found['ask'] =>
  (most) => {
    const found = readings.map((parts) => findIn(core, table, { parts, most }));
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return only;
    return {
      rids: [...new Set(found.flatMap(({ rids }) => rids))],
      isComplete: found.every(({ isComplete }) => isComplete),
    };
  };

function findIn(
  core: Core,
  table: LedgerTable,
  ask: { readonly parts: Reading; readonly most: number },
): Candidates {
  const texts = ask.parts.filter((part) => part.kind === 'words');
  const keyed = ask.parts.filter((part) => part.kind !== 'words');
  const words = texts.flatMap((part) => part.words);
  const { most } = ask;
  const { connection } = core;
  if (keyed.length === 0) {
    const exact = byWholeName(connection, table, { text: texts.map((part) => part.text).join(''), most });
    const all = byWords(connection, table, { words, most });
    return { rids: [...new Set([...exact.rids, ...all.rids])], isComplete: all.isComplete };
  }
  const [only] = keyed;
  if (keyed.length === 1 && texts.length === 0 && only !== undefined) {
    return byKeys(connection, table, { part: only, most });
  }
  const met = meet(keyed.map((part) => byKeys(connection, table, { part, most: MOST_KEYS })));
  if (words.length === 0 || (met.isComplete && met.rids.length <= FEW_ROWS)) return met;
  return meet([met, byWords(connection, table, { words, most: MOST_TEXT })]);
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
