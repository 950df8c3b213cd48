import type { Stored, Value } from '../../model/field-kind.ts';
import { arrivingValue, fault, type Fault } from '../../model/sync/arriving-row.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';

/** Why a row is not taken, and what would have to come first. */
export interface WaitingFault extends Fault {
  /** Records it points to that are not here. */
  readonly missing?: readonly (readonly [ledger: string, id: string])[];
}

/** Values of an arriving record: those of fields this program knows, decoded, and the others as they are. */
export interface ArrivingValues {
  readonly known: Readonly<Record<string, Value>>;
  readonly unknown: Readonly<Record<string, Stored>>;
}

/** Reads the columns of an arriving record; a value no field of this kind can hold is a fault of the row. */
export function arrivingValues(table: LedgerTable, record: SyncRecord): ArrivingValues | Fault {
  const known: Record<string, Value> = {};
  const unknown: Record<string, Stored> = {};
  for (const [name, stored] of Object.entries(record.values)) {
    const field = table.ledger.fields[name];
    if (field === undefined || field.storage === null) {
      unknown[name] = stored;
      continue;
    }
    const value = stored === null ? null : arrivingValue(field, stored);
    if (value === undefined) return fault('value-unreadable', name);
    known[name] = value;
  }
  return { known, unknown };
}
