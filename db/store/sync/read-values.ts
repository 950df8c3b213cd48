import { ZodError } from 'zod';
import type { AnyField } from '../../model/define-ledger.ts';
import type { Stored, Value } from '../../model/field-kind.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';

/** Why a row is not taken. */
export interface Fault {
  readonly field: string | null;
  readonly reason: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** Records it points to that are not here. */
  readonly missing?: readonly (readonly [ledger: string, id: string])[];
}

export const fault = (reason: string, field: string | null = null): Fault => ({ field, reason, args: {} });

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
    const value = stored === null ? null : decoded(field, stored);
    if (value === undefined) return fault('value-unreadable', name);
    known[name] = value;
  }
  return { known, unknown };
}

/** `undefined` when the column cannot hold this, or not in this spelling. */
function decoded(field: AnyField, stored: string | number): Value | undefined {
  if ((field.storage === 'TEXT') !== (typeof stored === 'string')) return undefined;
  if (field.storage === 'INTEGER' && !Number.isSafeInteger(stored)) return undefined;
  try {
    // A kind decodes to its own value type, and all of these are values.
    const value = field.decode(stored) as Value;
    return value !== null && field.encode(value) === stored ? value : undefined;
  } catch (error) {
    if (error instanceof ZodError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
