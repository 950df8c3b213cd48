import type { Values } from '../../model/field-kind.ts';
import type { WriteOutcome } from '../api.ts';
import type { SyncStore } from '../api/sync.ts';
import { numbered } from '../repository/numbering.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { write } from '../repository/write.ts';
import type { SyncParts } from './sync-parts.ts';

type Request = Parameters<SyncStore['twins']['renumber']>[1];

/**
 * The fields of its natural key that a ledger writes from the running number of a record; `null` where the key is
 * something else, or the record has no number.
 */
export function writtenNumber({ ledger }: LedgerTable, values: Values): readonly string[] | null {
  const { numbering, naturalKey } = ledger;
  if (numbering === undefined || typeof values[numbering.field] !== 'number') return null;
  const written = naturalKey.filter((name) => {
    const made = ledger.fill({ ...values, [name]: null })[name] ?? null;
    return made !== null && (values[name] ?? null) !== null && name !== numbering.field;
  });
  return written.length === 0 ? null : written;
}

/**
 * Gives a record the next number in place of the one that another office gave to another record without knowing: the
 * earlier one keeps it, so that the row of numbers has neither gaps nor doubles. An ordinary change, which travels.
 */
export function renumber(
  { core }: SyncParts,
  of: { readonly table: LedgerTable; readonly id: string },
  { writeId, caller }: Request,
): WriteOutcome {
  const { table, id } = of;
  const kept = table.byId(id);
  if (kept === null) return { ok: false, problem: { code: 'not-found', index: 0 } };
  const { numbering } = table.ledger;
  const written = writtenNumber(table, kept.values);
  if (numbering === undefined || written === null)
    return { ok: false, problem: { code: 'not-found', index: 0 } };
  const cleared = Object.fromEntries([numbering.field, ...written].map((name) => [name, null]));
  const next = numbered(core, table, { ...kept.values, ...cleared })[numbering.field] ?? null;
  const values = { ...cleared, [numbering.field]: next };
  return write(core, {
    writeId,
    caller,
    // A decision between two offices; as an edit it would be refused.
    acts: true,
    writes: [{ ledger: table.ledger.id, id, op: 'update', values }],
  });
}
