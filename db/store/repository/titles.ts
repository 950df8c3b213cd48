import type { Names, Values } from '../../model/field-kind.ts';
import { recordSubtitle, recordTitle } from '../../model/derive/title.ts';
import type { Language } from '../../model/localized.ts';
import type { RecordTitle } from '../api.ts';
import type { Connection } from '../open/connection.ts';
import type { Kept, LedgerTable } from './ledger-table.ts';

/** Titles kept in memory; a list of 500 rows with ten links each fits several times. */
const MOST_TITLES = 20_000;
/** Ids asked for in one statement. */
const CHUNK = 200;

/** Titles of linked records, resolved in one query per ledger and page and remembered until the record changes. */
export class Titles {
  readonly #connection: Connection;
  readonly #tables: ReadonlyMap<string, LedgerTable>;
  /** Key: language, ledger, id. Oldest first. */
  readonly #known = new Map<string, string | null>();

  constructor(connection: Connection, tables: ReadonlyMap<string, LedgerTable>) {
    this.#connection = connection;
    this.#tables = tables;
  }

  /** Title of one record, `null` when it is not here. A removed record keeps its title. */
  titleOf(ledger: string, id: string, names: Names): string | null {
    const key = keyOf(names.language, ledger, id);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const kept = this.#tables.get(ledger)?.byId(id) ?? null;
    const table = this.#tables.get(ledger);
    const title = kept === null || table === undefined ? null : titleText(table, kept.values, names);
    this.#remember(key, title);
    return title;
  }

  /** Fetches titles about to be asked for, in as few statements as possible. */
  prefetch(ledger: string, ids: Iterable<string>, names: Names): void {
    const table = this.#tables.get(ledger);
    if (table === undefined) return;
    const unknown = [...new Set(ids)].filter((id) => !this.#known.has(keyOf(names.language, ledger, id)));
    for (let i = 0; i < unknown.length; i += CHUNK) {
      const chunk = unknown.slice(i, i + CHUNK);
      // A power of two of places keeps the number of prepared statements small.
      const places = 2 ** Math.ceil(Math.log2(chunk.length));
      const bound = Array.from({ length: places }, (_, place) => chunk[place] ?? chunk[0] ?? '');
      const rows = this.#connection.rows(
        table.select(`WHERE id IN (${bound.map(() => '?').join(', ')})`),
        ...bound,
      );
      for (const row of rows) {
        const kept = table.decode(row);
        this.#remember(keyOf(names.language, ledger, kept.id), titleText(table, kept.values, names));
      }
    }
  }

  /** A record changed: its title, and by chance titles made from it, must be read again. */
  forget(ledger: string, id: string): void {
    this.#known.delete(keyOf('zh', ledger, id));
    this.#known.delete(keyOf('en', ledger, id));
  }

  forgetAll(): void {
    this.#known.clear();
  }

  #remember(key: string, title: string | null): void {
    if (this.#known.size >= MOST_TITLES) {
      const oldest = this.#known.keys().next();
      if (oldest.done !== true) this.#known.delete(oldest.value);
    }
    this.#known.set(key, title);
  }
}

const keyOf = (language: Language, ledger: string, id: string): string => `${language} ${ledger} ${id}`;

const titleText = (table: LedgerTable, values: Values, names: Names): string =>
  recordTitle(table.ledger, values, names);

/** Title and subtitle of a record for hits, pickers and messages. */
export function titleFor(table: LedgerTable, kept: Pick<Kept, 'id' | 'values'>, names: Names): RecordTitle {
  return {
    ledger: table.ledger.id,
    id: kept.id,
    title: recordTitle(table.ledger, kept.values, names),
    subtitle: recordSubtitle(table.ledger, kept.values, names),
  };
}
