import type { Values } from '../model/field-kind.ts';
import { chinaDay } from '../model/office-time.ts';
import type { BulkLoader } from '../store/api.ts';
import { creditCodes, phoneNumbers, recordIds, type ResidentIds, residentIds } from './identifiers.ts';
import { type Random, seededRandom } from './random.ts';

/**
 * The day on which every practice town stands still. Fixed, not today, so that the same seed gives the same town
 * byte for byte at any time.
 */
export const PRACTICE_TODAY = '2026-10-31';
const TODAY_MS = Date.parse(`${PRACTICE_TODAY}T00:00:00Z`);
const DAY_MS = 86_400_000;

/** What all parts of the generator share: chance, identifiers, and where rows go. */
export interface Town {
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

/** An instant in milliseconds since 1970. */
export type Instant = number;

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

/** Starts an empty town that writes into a bulk loader. */
export function startTown(bulk: Pick<BulkLoader, 'add'>, seed: number): Town {
  const random = seededRandom(seed);
  const newId = recordIds(random);
  const buffers = new Map<string, BulkRow[]>();
  let rows = 0;
  const send = (ledger: string, buffer: BulkRow[]): void => {
    bulk.add(ledger, buffer);
    buffers.delete(ledger);
  };
  return {
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

/** An instant in office hours of a day up to `days` before the town's today. */
export function recently(random: Random, days: number): Instant {
  // 01:00–09:00 UTC is 9:00–17:00 in China.
  return TODAY_MS - (1 + random.below(days)) * DAY_MS + 3_600_000 + random.below(8 * 3_600_000);
}

/** An instant before everything else that happens in a town. */
export const longAgo = (random: Random): Instant => recently(random, 1) - 1000 * DAY_MS;

/** Calendar day of an instant, in China, `YYYY-MM-DD`. */
export const dayOf = (at: Instant): string => chinaDay(new Date(at));

/** A day so many days before the town's today. */
export const daysAgo = (days: number): string => dayOf(TODAY_MS - days * DAY_MS);

/** Birth day of somebody of this age in whole years. */
export function birthDay(random: Random, age: number): string {
  return daysAgo(Math.floor(age * 365.2425) + random.below(365));
}

/** Age in whole years on the town's today. */
export function ageOn(birth: string): number {
  const years = Number(PRACTICE_TODAY.slice(0, 4)) - Number(birth.slice(0, 4));
  return birth.slice(5) > PRACTICE_TODAY.slice(5) ? years - 1 : years;
}
