import type { Values } from '../../model/field-kind.ts';
import type { Connection } from '../open/connection.ts';
import type { LedgerTable } from './ledger-table.ts';

/**
 * Row number of the current record with the natural key of these values; `null` when there is none, when the ledger
 * has no natural key, or when a part of the key is empty (such a record matches nothing). Of records that share a key
 * (`twinColumn`) it is the oldest.
 */
export function keyHolder(connection: Connection, table: LedgerTable, values: Values): number | null {
  const key = table.ledger.naturalKey;
  if (key.length === 0) return null;
  const bound = key.map((name) => table.encode(name, values[name]));
  if (bound.includes(null)) return null;
  return connection.number(table.keySql, ...bound);
}
