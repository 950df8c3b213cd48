import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { CityField, CityTable } from '../schema/city-table.ts';
import { type Chunk, CopyPile } from './copy-pile.ts';
import type { Judge } from './judge.ts';
import { type FreshHead, freshCopy, freshHead } from './fresh-part.ts';
import { givenBits, spelled, stagedHead, stagingCopy } from './staging.ts';
import { type KeyProgress, noKeys } from './town-keys.ts';

/** Rows collected before they are handed to the server; so many that a statement's cost does not count. */
const CHUNK_ROWS = 1000;
/** The same for a new town, where keys are entered with every chunk: the more, the fewer pages are touched. */
const FRESH_CHUNK_ROWS = 4000;

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
  const staging = {
    rows: CHUNK_ROWS,
    isFresh: false,
    sql: (fields: readonly CityField[]) => stagingCopy(table, fields),
  };
  const parts = new CopyPile(table, staging);
  const wholes = new CopyPile(table, staging);
  const fresh = new CopyPile(table, {
    rows: FRESH_CHUNK_ROWS,
    isFresh: true,
    sql: (fields) => freshCopy(head.part, fields),
  });
  const pilesOf = { parts: [parts], staged: [parts, wholes], fresh: [fresh] };
  const keyBits = table.ledger.naturalKey.map((name) => table.fieldByName.get(name)?.bit ?? 0);
  return {
    table,
    judge,
    counts,
    seen,
    keys: noKeys(),
    given: (of) => table.fields.filter((field) => pilesOf[of].some((pile) => pile.gives(field))),
    add(record, isFresh) {
      const text = spelled(table, record);
      if (isFresh) {
        counts.fresh += 1;
        fresh.add(freshHead(record, text, head), record);
        return;
      }
      const given = givenBits(table, record);
      counts.staged += 1;
      seen.hasParts ||= !record.isWhole;
      seen.hasMore ||= text.more !== null;
      seen.hasRemovals ||= record.removal !== null;
      seen.hasKeys ||= keyBits.some((bit) => given[bit] === '1');
      const pile = record.isWhole ? wholes : parts;
      pile.add(stagedHead(record, { ...text, town: head.town, given: given.join('') }), record);
    },
    next: (all) => parts.take(all) ?? wholes.take(all) ?? fresh.take(all),
  };
}
