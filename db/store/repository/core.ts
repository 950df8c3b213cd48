import type { Names } from '../../model/field-kind.ts';
import type { Language } from '../../model/localized.ts';
import type { ChangeLog } from '../changelog/change-log.ts';
import type { FigureColumns } from '../figures/columns/figure-columns.ts';
import type { Connection } from '../open/connection.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { LedgerTable } from './ledger-table.ts';
import type { ListCache } from './list-cache.ts';
import type { Titles } from './titles.ts';

/** What the parts of an open store share. */
export interface Core {
  readonly connection: Connection;
  /** By ledger id, in registry order. */
  readonly tables: ReadonlyMap<string, LedgerTable>;
  readonly log: ChangeLog;
  readonly search: SearchIndex;
  readonly titles: Titles;
  readonly lists: ListCache;
  readonly columns: FigureColumns;
  readonly now: () => Date;
  readonly randomId: () => string;
  readonly names: (language: Language) => Names;
  /** After each commit: raises the high-water mark. */
  readonly committed: () => void;
}

/** A caller named a ledger that does not exist: a broken assumption, checked at the edge. */
export function tableOf(core: Core, ledger: string): LedgerTable {
  const table = core.tables.get(ledger);
  if (table === undefined) throw new Error(`no ledger ${ledger}`);
  return table;
}
