import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { CityField, CityTable } from '../schema/city-table.ts';
import type { Judge } from './judge.ts';
import { type FreshHead, freshCopy, freshLine } from './fresh-part.ts';
import { spelled, stagedLine, stagingCopy } from './staging.ts';

/** Characters collected before they are handed to the server; large enough that a statement's cost does not count. */
const CHUNK_CHARACTERS = 2 * 1024 * 1024;

/** What comes in for one ledger of one package. */
export interface Intake {
  readonly table: CityTable;
  readonly judge: Judge;
  /** Rows on their way into staging and into the fresh part of a new town. */
  readonly counts: { staged: number; fresh: number };
  readonly seen: { hasParts: boolean; hasMore: boolean; hasRemovals: boolean; hasKeys: boolean };
  /** Fields any staged row gives. */
  given(): readonly CityField[];
  /** Takes a record that was judged fit. `fresh`: straight into the new part. */
  add(record: SyncRecord, isFresh: boolean): void;
  /** Lines ready to be copied, with the statement; `null` while there are few. `all`: whatever there is. */
  next(all: boolean): { readonly sql: string; readonly lines: readonly string[] } | null;
}

/** Collects the rows of one ledger as lines for COPY. `head.part`: the town's part of the table. */
export function intakeOf(
  table: CityTable,
  judge: Judge,
  head: FreshHead & { readonly part: string },
): Intake {
  const counts = { staged: 0, fresh: 0 };
  const seen = { hasParts: false, hasMore: false, hasRemovals: false, hasKeys: false };
  const isGiven = new Uint8Array(table.fields.length);
  const staged = pile(stagingCopy(table));
  const fresh = pile(freshCopy(table, head.part));
  const keyBits = table.ledger.naturalKey.map((name) => table.fieldByName.get(name)?.bit ?? 0);
  return {
    table,
    judge,
    counts,
    seen,
    given: () => table.fields.filter(({ bit }) => isGiven[bit] === 1),
    add(record, isFresh) {
      const text = spelled(table, record);
      if (isFresh) {
        counts.fresh += 1;
        fresh.add(freshLine(record, text, head));
        return;
      }
      counts.staged += 1;
      for (let bit = 0; bit < isGiven.length; bit += 1) if (text.given[bit] === '1') isGiven[bit] = 1;
      seen.hasParts ||= !record.isWhole;
      seen.hasMore ||= text.more !== null;
      seen.hasRemovals ||= record.removal !== null;
      seen.hasKeys ||= keyBits.some((bit) => text.given[bit] === '1');
      staged.add(stagedLine(record, text));
    },
    next: (all) => staged.take(all) ?? fresh.take(all),
  };
}

interface Pile {
  add(line: string): void;
  take(all: boolean): { readonly sql: string; readonly lines: readonly string[] } | null;
}

function pile(sql: string): Pile {
  let lines: string[] = [];
  let characters = 0;
  return {
    add(line) {
      lines.push(line);
      characters += line.length;
    },
    take(all) {
      if (lines.length === 0 || (!all && characters < CHUNK_CHARACTERS)) return null;
      const taken = lines;
      lines = [];
      characters = 0;
      return { sql, lines: taken };
    },
  };
}
