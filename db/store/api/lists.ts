import type { Where } from '../../model/where.ts';
import type { RecordTitle } from './records.ts';

export type { Criterion, Where } from '../../model/where.ts';
export { removedKey } from '../../model/where.ts';

export interface PageQuery {
  readonly ledger: string;
  readonly where: Where;
  /** `field` or `-field`; default the ledger's own. Ties are broken by entry order. */
  readonly sort?: string;
  /** Rows to leave out; answered through remembered anchors, so any depth costs the same. */
  readonly offset?: number;
  /** Continue behind this key (`next` of the page before); wins over `offset`. */
  readonly after?: string;
  /** 1..500 */
  readonly limit: number;
  /** Fields to return as text; default the ledger's list. */
  readonly fields?: readonly string[];
}

export interface Page {
  readonly rows: readonly PageRow[];
  /** Key to continue behind the last row; `null` at the end. */
  readonly next: string | null;
}

export interface PageRow {
  readonly id: string;
  readonly version: number;
  readonly removed: boolean;
  /** Display text by field, masked where the caller may not see; empty fields are left out. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Count of a list; `exact: false` when counting was stopped at a bound (then `total` is a lower bound). */
export interface Total {
  readonly total: number;
  readonly exact: boolean;
}

/** Records of one ledger that point to a record through one field. */
export interface RelatedGroup {
  readonly ledger: string;
  readonly field: string;
  readonly total: number;
  /** Newest 20. */
  readonly rows: readonly PageRow[];
}

export interface SearchHit extends RecordTitle {
  /** Field the text was found in, where known. */
  readonly matched: string;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** Ledgers that have more hits than were returned. */
  readonly more: readonly string[];
  /** Time taken in the data process, milliseconds. */
  readonly ms: number;
}
