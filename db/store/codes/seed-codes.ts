import { codeTables, codeTablesVersion } from '../../model/codes/code-tables.ts';
import type { CodeItem } from '../api.ts';
import type { Connection } from '../open/connection.ts';

/**
 * Brings the shipped code tables into the file: all at creation, later what a newer program added or closed.
 * Codes an administrator has edited stay as they are. Call inside a transaction.
 */
export function seedCodes(connection: Connection, today: string): void {
  const seeded = Number(connection.text("SELECT value FROM meta WHERE key = 'code_tables_version'") ?? 0);
  if (seeded >= codeTablesVersion) return;
  for (const table of codeTables) {
    for (const [place, item] of table.items.entries()) putCode(connection, table.id, { item, place });
    closeDropped(connection, table.id, { codes: table.items.map((item) => item.code), today });
  }
  connection.run(
    "INSERT INTO meta (key, value) VALUES ('code_tables_version', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    String(codeTablesVersion),
  );
}

function putCode(
  connection: Connection,
  table: string,
  { item, place }: { readonly item: CodeItem; readonly place: number },
): void {
  connection.run(
    `INSERT INTO code_item (code_table, code, name, name_en, valid_from, valid_to, place, version, edited)
     VALUES (?, ?, ?, ?, ?, ?, ?, 1, 0)
     ON CONFLICT (code_table, code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en,
       valid_from = excluded.valid_from, valid_to = excluded.valid_to, place = excluded.place
     WHERE edited = 0`,
    table,
    item.code,
    item.name,
    item.name_en ?? null,
    item.valid_from ?? null,
    item.valid_to ?? null,
    place,
  );
}

function closeDropped(
  connection: Connection,
  table: string,
  facts: { readonly codes: readonly string[]; readonly today: string },
): void {
  const shipped = new Set(facts.codes);
  const open = connection.rows(
    'SELECT rid, code FROM code_item WHERE code_table = ? AND edited = 0 AND valid_to IS NULL',
    table,
  );
  for (const row of open) {
    if (shipped.has(String(row['code']))) continue;
    connection.run('UPDATE code_item SET valid_to = ? WHERE rid = ?', facts.today, Number(row['rid']));
  }
}
