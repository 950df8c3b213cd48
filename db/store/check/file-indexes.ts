import type { Connection } from '../open/connection.ts';

/** An index as it is in the file. */
export interface FileIndex {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** Condition of a partial index; `1` for a whole one. */
  readonly where: string;
  readonly isUnique: boolean;
}

/** All indexes of a table, those SQLite makes for itself too. */
export function indexesOf(connection: Connection, table: string): readonly FileIndex[] {
  return connection.rows(`PRAGMA index_list('${table}')`).map((row) => {
    const name = String(row['name']);
    const sql = connection.text('SELECT sql FROM sqlite_master WHERE name = ?', name) ?? '';
    return {
      name,
      table,
      columns: connection.rows(`PRAGMA index_info('${name}')`).map((column) => String(column['name'])),
      where: / WHERE (.+)$/.exec(sql)?.[1] ?? '1',
      isUnique: row['unique'] === 1,
    };
  });
}

/** Asked before each slice: an import that fills a ledger sets its indexes aside meanwhile. */
export const isInFile = (connection: Connection, { name }: Pick<FileIndex, 'name'>): boolean =>
  connection.number("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?", name) !== null;
