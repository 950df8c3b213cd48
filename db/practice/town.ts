import type { Values } from '../model/field-kind.ts';
import type { BulkLoader } from '../store/api.ts';
import { type Days, daysFrom, type Instant } from './days.ts';
import { creditCodes, phoneNumbers, recordIds, type ResidentIds, residentIds } from './identifiers.ts';
import { type Random, seededRandom } from './random.ts';

/** What all parts of the generator share: chance, identifiers, and where rows go. */
export interface Town {
  readonly days: Days;
  /** The attachment that stands for a photo or paper; now and then there is none, and the first page says what is missing. */
  readonly paper: (random: Random) => readonly string[] | null;
  readonly random: Random;
  readonly nextPhone: () => string;
  readonly nextResidentId: ResidentIds;
  readonly nextCreditCode: (kind: string) => string;
  /** Id for a record entered at this instant, for records that must be known before they are written. */
  newId(at: Instant): string;
  /** Writes a row; returns its id. Rows of one ledger keep the order of the calls. */
  add(ledger: string, row: NewRow): string;
  /** Sends on what is buffered. */
  flush(): void;
  /** Rows written so far. */
  rows(): number;
}

interface NewRow {
  readonly at: Instant;
  readonly values: Values;
  readonly id?: string;
}

interface BulkRow {
  readonly id: string;
  readonly values: Values;
  readonly at: string;
}

/** Rows handed over at a time: large enough for one prepared loop, small enough to stay in the cache. */
const CHUNK_ROWS = 1000;

/** Share of the records that have the photo or paper they should have. */
const PAPER_SHARE = 0.94;

/** Starts an empty town, drawn for this day, that writes into a bulk loader; `photo` is the attachment its photos show. */
export function startTown(
  bulk: Pick<BulkLoader, 'add'>,
  { seed, today, photo }: { readonly seed: number; readonly today: string; readonly photo: string },
): Town {
  const random = seededRandom(seed);
  const newId = recordIds(random);
  const buffers = new Map<string, BulkRow[]>();
  let rows = 0;
  const send = (ledger: string, buffer: BulkRow[]): void => {
    bulk.add(ledger, buffer);
    buffers.delete(ledger);
  };
  return {
    days: daysFrom(today),
    paper: (drawn) => (drawn.chance(PAPER_SHARE) ? [photo] : null),
    random,
    nextPhone: phoneNumbers(),
    nextResidentId: residentIds(random),
    nextCreditCode: creditCodes(),
    newId,
    add(ledger, { at, values, id = newId(at) }) {
      const buffer = buffers.get(ledger) ?? [];
      if (buffer.length === 0) buffers.set(ledger, buffer);
      buffer.push({ id, values, at: new Date(at).toISOString() });
      rows += 1;
      if (buffer.length >= CHUNK_ROWS) send(ledger, buffer);
      return id;
    },
    flush() {
      for (const [ledger, buffer] of buffers) send(ledger, buffer);
    },
    rows: () => rows,
  };
}
