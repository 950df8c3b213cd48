import { codeIndex, type CodeIndex } from '../../model/codes/code-index.ts';
import { codeTableById } from '../../model/codes/code-tables.ts';
import type { Language } from '../../model/localized.ts';
import type { CodeItem } from '../api.ts';
import type { Connection, Row } from '../open/connection.ts';

/** A code as kept in the file. */
export interface KeptCode {
  readonly rid: number;
  readonly table: string;
  readonly version: number;
  readonly place: number;
  readonly item: CodeItem;
}

/** All code tables in memory: some thousand short texts, asked for at every cell of a list. */
export class CodeCache {
  readonly #connection: Connection;
  #tables: ReadonlyMap<string, ReadonlyMap<string, KeptCode>> = new Map();
  readonly #indexes = new Map<string, CodeIndex>();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.reload();
  }

  reload(): void {
    const tables = new Map<string, Map<string, KeptCode>>();
    for (const row of this.#connection.rows('SELECT * FROM code_item ORDER BY code_table, place, rid')) {
      const kept = keptCode(row);
      const table = tables.get(kept.table) ?? new Map<string, KeptCode>();
      tables.set(kept.table, table.set(kept.item.code, kept));
    }
    this.#tables = tables;
    this.#indexes.clear();
  }

  codes(table: string): readonly KeptCode[] {
    return [...(this.#tables.get(table)?.values() ?? [])];
  }

  code(table: string, code: string): KeptCode | null {
    return this.#tables.get(table)?.get(code) ?? null;
  }

  /** Name of a code, valid or not; `null` when the table has no such code. */
  name(table: string, code: string, language: Language): string | null {
    const item = this.code(table, code)?.item;
    if (item === undefined) return null;
    return language === 'en' ? (item.name_en ?? item.name) : item.name;
  }

  /** Code for what a sheet says; valid codes are preferred to closed ones of the same name. */
  codeOf(table: string, text: string): string | null {
    const known = this.#indexes.get(table);
    if (known !== undefined) return known(text);
    const items = this.codes(table).map((kept) => kept.item);
    const index = codeIndex({
      items: [
        ...items.filter((i) => i.valid_to === undefined),
        ...items.filter((i) => i.valid_to !== undefined),
      ],
      aliases: codeTableById.get(table)?.aliases ?? {},
    });
    this.#indexes.set(table, index);
    return index(text);
  }
}

function keptCode(row: Row): KeptCode {
  const { name_en: nameEn, valid_from: from, valid_to: to } = row;
  return {
    rid: Number(row['rid']),
    table: String(row['code_table']),
    version: Number(row['version']),
    place: Number(row['place']),
    item: {
      code: String(row['code']),
      name: String(row['name']),
      ...(typeof nameEn === 'string' && { name_en: nameEn }),
      ...(typeof from === 'string' && { valid_from: from }),
      ...(typeof to === 'string' && { valid_to: to }),
    },
  };
}
