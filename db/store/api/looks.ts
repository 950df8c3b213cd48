import type { LookWay } from '../../model/look-ways.ts';
import type { Caller } from './caller.ts';

/** Which lines of the log of looks, newest first. Filters hold together. */
export interface LookQuery {
  /** Days in China, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Id of the person who looked. */
  readonly user?: string;
  readonly ledger?: string;
  /** Of `ledger`: looks at this record, and those at all of its ledger at once (a copy of the file, the log itself). */
  readonly record?: string;
  /** Line to go on behind, `LookPage.next`. */
  readonly before?: LookPlace;
  readonly limit: number;
}

/** A line's place in the log. */
export interface LookPlace {
  readonly at: string;
  readonly no: number;
}

/** One look at a record. */
export interface Look extends LookPlace {
  readonly user: string;
  /** Name of the person at that time; the id where it was not yet written down. */
  readonly name: string;
  readonly ledger: string;
  /** Empty: all of the ledger at once. */
  readonly record: string;
  /** Title of the record as it is now; `null` where there is none, or none any more. */
  readonly title: string | null;
  readonly way: LookWay;
  /** The field of way `value`. */
  readonly field: string | null;
}

export interface LookPage {
  readonly looks: readonly Look[];
  /** `null`: there are no older ones. */
  readonly next: LookPlace | null;
}

/**
 * The log of looks. Lines of ledgers that may not be opened are left out, and reading lines of sensitive ledgers is itself a
 * look at each of these ledgers: `log`, or `log-sheet` where they are taken along.
 */
export interface LookLog {
  page(query: LookQuery, caller: Caller, as?: 'log' | 'log-sheet'): LookPage;
  /** Everybody who has looked, by id. */
  people(caller: Caller): readonly { readonly user: string; readonly name: string }[];
}
