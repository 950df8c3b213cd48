import type { LookPage, LookQuery } from '../../model/looks.ts';
import type { Caller } from './caller.ts';

export type { Look, LookPage, LookQuery } from '../../model/looks.ts';

/**
 * The log of looks. Lines of ledgers that may not be opened are left out, and reading lines of sensitive ledgers is itself a
 * look at each of these ledgers: `log`, or `log-sheet` where they are taken along.
 */
export interface LookLog {
  page(query: LookQuery, caller: Caller, as?: 'log' | 'log-sheet'): LookPage;
  /** Everybody who has looked, by id. */
  people(caller: Caller): readonly { readonly user: string; readonly name: string }[];
}
