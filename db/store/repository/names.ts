import { regionTable } from '../../model/divisions/region-table.ts';
import { chinaRegions } from '../../model/divisions/regions.ts';
import type { Names } from '../../model/field-kind.ts';
import type { Language } from '../../model/localized.ts';
import type { CodeCache } from '../codes/code-cache.ts';
import type { Connection, Row } from '../open/connection.ts';
import type { LedgerTable } from './ledger-table.ts';
import type { Titles } from './titles.ts';

/** The names the pure field kinds ask for, answered from memory and the file. */
export function namesIn(
  language: Language,
  source: {
    readonly connection: Connection;
    readonly tables: ReadonlyMap<string, LedgerTable>;
    readonly codes: CodeCache;
    readonly titles: Titles;
  },
): Names {
  const names: Names = {
    language,
    codeName: (table, code) =>
      table === regionTable ? chinaRegions.nameOf(code) : source.codes.name(table, code, language),
    codeEnd: (table, code) => source.codes.code(table, code)?.item.valid_to ?? null,
    codeOf: (table, text) =>
      table === regionTable ? chinaRegions.codeOf(text) : source.codes.codeOf(table, text),
    linkTitle: (ledger, id) => source.titles.titleOf(ledger, id, names),
    linkOf: (ledger, text) => {
      const table = source.tables.get(ledger);
      return table === undefined ? 'none' : findLink(source.connection, table, text);
    },
  };
  return names;
}

/**
 * A record by a single-field natural key, else by its main title field, else by its id, else by another form of its
 * title that the ledger knows.
 */
function findLink(connection: Connection, table: LedgerTable, text: string): ReturnType<Names['linkOf']> {
  const { ledger } = table;
  const fields = [
    ...(ledger.naturalKey.length === 1 ? ledger.naturalKey : []),
    ...ledger.title.slice(0, 1),
    'id',
  ];
  for (const field of new Set(fields)) {
    if (field !== 'id' && ledger.fields[field]?.storage !== 'TEXT') continue;
    const found = onlyOne(
      connection.rows(`SELECT id FROM ${ledger.id} WHERE ${field} = ? AND removed_at IS NULL LIMIT 2`, text),
    );
    if (found !== 'none') return found;
  }
  return findByAlias(connection, table, text);
}

function findByAlias(
  connection: Connection,
  { ledger }: LedgerTable,
  text: string,
): ReturnType<Names['linkOf']> {
  const [title] = ledger.title;
  if (ledger.linkAliases === undefined || title === undefined || ledger.fields[title]?.storage !== 'TEXT')
    return 'none';
  return onlyOne(
    connection.rows(
      `SELECT id FROM ${ledger.id} WHERE ${title} IN (SELECT value FROM json_each(?)) AND removed_at IS NULL LIMIT 2`,
      JSON.stringify(ledger.linkAliases(text)),
    ),
  );
}

function onlyOne(rows: readonly Row[]): ReturnType<Names['linkOf']> {
  if (rows.length === 2) return 'several';
  const id = rows[0]?.['id'];
  return typeof id === 'string' ? { id } : 'none';
}
