import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { CityField, CityTable } from '../schema/city-table.ts';
import type { Judge } from './judge.ts';
import { type FreshHead, freshCopy, freshHead } from './fresh-part.ts';
import { type KeyProgress, noKeys } from './town-keys.ts';
import { copiedValues, spelled, stagedHead, stagingCopy } from './staging.ts';

/** Rows collected before they are handed to the server; so many that a statement's cost does not count. */
const CHUNK_ROWS = 1000;
/** The same for a new town, where keys are entered with every chunk: the more, the fewer pages are touched. */
const FRESH_CHUNK_ROWS = 4000;

type Fields = readonly CityField[];

/** Lines for one COPY. */
export interface Chunk {
  readonly sql: string;
  readonly lines: readonly string[];
  readonly isFresh: boolean;
}

/** What comes in for one ledger of one package. */
export interface Intake {
  readonly table: CityTable;
  readonly judge: Judge;
  /** Rows on their way into staging and into the fresh part of a new town. */
  readonly counts: { staged: number; fresh: number };
  readonly seen: { hasParts: boolean; hasMore: boolean; hasRemovals: boolean; hasKeys: boolean };
  /** Natural keys of the fresh part, as far as they were entered. */
  readonly keys: KeyProgress;
  /** Fields any row gives: of parts of rows, of everything staged, of the fresh part. */
  given(of: 'parts' | 'staged' | 'fresh'): readonly CityField[];
  /** Takes a record that was judged fit. `isFresh`: straight into the new part. */
  add(record: SyncRecord, isFresh: boolean): void;
  /** Rows ready to be copied; `null` while there are few. `all`: whatever there is. */
  next(all: boolean): Chunk | null;
}

/** Collects the rows of one ledger as lines for COPY. `head.part`: the town's part of the table. */
export function intakeOf(
  table: CityTable,
  judge: Judge,
  head: FreshHead & { readonly part: string },
): Intake {
  const counts = { staged: 0, fresh: 0 };
  const seen = { hasParts: false, hasMore: false, hasRemovals: false, hasKeys: false };
  const staging = { rows: CHUNK_ROWS, isFresh: false, sql: (fields: Fields) => stagingCopy(table, fields) };
  const parts = pileOf(table, staging);
  const wholes = pileOf(table, staging);
  const fresh = pileOf(table, {
    rows: FRESH_CHUNK_ROWS,
    isFresh: true,
    sql: (fields) => freshCopy(head.part, fields),
  });
  const keyBits = table.ledger.naturalKey.map((name) => table.fieldByName.get(name)?.bit ?? 0);
  const fieldsIn = (...piles: readonly Pile[]): readonly CityField[] =>
    table.fields.filter(({ bit }) => piles.some((pile) => pile.given[bit] === 1));
  return {
    table,
    judge,
    counts,
    seen,
    keys: noKeys(),
    given: (of) =>
      of === 'parts' ? fieldsIn(parts) : of === 'staged' ? fieldsIn(parts, wholes) : fieldsIn(fresh),
    add(record, isFresh) {
      const text = spelled(table, record);
      if (isFresh) {
        counts.fresh += 1;
        fresh.add(freshHead(record, text, head), text.given, record);
        return;
      }
      counts.staged += 1;
      seen.hasParts ||= !record.isWhole;
      seen.hasMore ||= text.more !== null;
      seen.hasRemovals ||= record.removal !== null;
      seen.hasKeys ||= keyBits.some((bit) => text.given.includes(bit));
      const pile = record.isWhole ? wholes : parts;
      pile.add(stagedHead(table, record, { ...text, town: head.town }), text.given, record);
    },
    next: (all) => parts.take(all) ?? wholes.take(all) ?? fresh.take(all),
  };
}

interface Pile {
  /** By bit: 1 where any row so far gave the field. */
  readonly given: Uint8Array;
  add(head: string, bits: readonly number[], record: SyncRecord): void;
  take(all: boolean): Chunk | null;
}

/** Rows of one kind; only fields that one of them gives are copied, for the others the server need not be told. */
function pileOf(
  table: CityTable,
  chunk: { readonly rows: number; readonly isFresh: boolean; readonly sql: (fields: Fields) => string },
): Pile {
  const given = new Uint8Array(table.fields.length);
  let rows: { readonly head: string; readonly record: SyncRecord }[] = [];
  return {
    given,
    add(head, bits, record) {
      for (const bit of bits) given[bit] = 1;
      rows.push({ head, record });
    },
    take(all) {
      if (rows.length === 0 || (!all && rows.length < chunk.rows)) return null;
      const fields = table.fields.filter(({ bit }) => given[bit] === 1);
      const lines = rows.map(({ head, record }) => head + copiedValues(record, fields));
      rows = [];
      return { sql: chunk.sql(fields), lines, isFresh: chunk.isFresh };
    },
  };
}
