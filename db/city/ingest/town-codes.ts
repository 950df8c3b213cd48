import { codeTableById } from '../../model/codes/code-tables.ts';
import type { AnyField } from '../../model/define-ledger.ts';
import type { Names, Stored } from '../../model/field-kind.ts';
import { codeNamed, codesLedger } from '../../model/sync/codes-ledger.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { type Core, tableOf, type Town, townOf } from '../core.ts';
import { rowsOf, type Session } from '../database.ts';
import { townTable } from '../schema/ledger-tables.ts';

/** Codes by table, shipped with the program. Made once: thousands of codes are asked for at every row. */
const shipped: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  [...codeTableById].map(([id, { items }]) => [id, new Map(items.map(({ code, name }) => [code, name]))]),
);

/** The codes a town may use: those shipped, the city's own, and those the town has added and sent. */
export class TownCodes {
  readonly #added = new Map<string, Map<string, string>>();

  /** Reads what town and city have added so far. */
  static async of(core: Core, session: Session, town: Town): Promise<TownCodes> {
    const codes = new TownCodes();
    const own = town.code === core.unit.code ? null : await townOf(session, core.unit.code);
    for (const place of [own, town]) {
      if (place === null || !place.isLoaded) continue;
      // Part by part: a read of the whole table would stop other towns' parts from being attached until we commit.
      const part = townTable(tableOf(core, codesLedger), place.serial, core.layout);
      const rows = await rowsOf<{ id: string; name: string | null }>(
        session,
        `SELECT id, name FROM ${part} WHERE _town = $1 AND removed_at IS NULL`,
        [place.code],
      );
      for (const { id, name } of rows) codes.#add(id, name);
    }
    return codes;
  }

  /** For checks of rows: only codes are asked for there. */
  readonly names: Names = {
    language: 'zh',
    codeName: (table, code) => shipped.get(table)?.get(code) ?? this.#added.get(table)?.get(code) ?? null,
    codeOf: () => null,
    linkTitle: () => null,
    linkOf: () => 'none',
  };

  /** Notes a code that has come in; rows behind it may use it. */
  note({ id, values }: SyncRecord): void {
    this.#add(id, values['name'] ?? null);
  }

  /** True when all codes of a field's column are known. */
  knows(field: AnyField, stored: Stored): boolean {
    const { table } = field;
    if (table === undefined || typeof stored !== 'string') return false;
    const codes = [field.decode(stored)].flat();
    return codes.every((code) => this.names.codeName(table, String(code)) !== null);
  }

  #add(id: string, name: Stored): void {
    const named = codeNamed(id);
    if (named === null || typeof name !== 'string') return;
    const codes = this.#added.get(named.table) ?? new Map<string, string>();
    this.#added.set(named.table, codes.set(named.code, name));
  }
}
