import { referencesTo } from '../../model/derive/references.ts';
import type { Core } from '../repository/core.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';

/** A field of a current record that points to another record. */
export interface LinkTo {
  readonly table: LedgerTable;
  readonly rid: number;
  readonly id: string;
  readonly field: string;
}

/** Every link of current records to one record. Steps and answers are of the case they were taken with, whatever becomes of it. */
export function linksTo(core: Core, ledger: string, id: string): readonly LinkTo[] {
  const workflow = core.tables.get(ledger)?.ledger.workflow;
  const own = [workflow?.steps, workflow?.superior?.replies];
  const ledgers = [...core.tables.values()].map((table) => table.ledger);
  return referencesTo(ledger, ledgers).flatMap(({ ledger: from, field }) => {
    const table = core.tables.get(from.id);
    if (table === undefined || from.fields[field]?.storage === null || own.includes(from.id)) return [];
    return core.connection
      .rows(`SELECT rid, id FROM ${from.id} WHERE ${field} = ? AND removed_at IS NULL ORDER BY rid`, id)
      .map((row) => ({ table, rid: Number(row['rid']), id: String(row['id']), field }));
  });
}
