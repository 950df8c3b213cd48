import { refilled } from '../../model/derive/refill.ts';
import type { Values } from '../../model/field-kind.ts';
import type { NumberSpec } from '../../model/number-spec.ts';
import { tableOf, type Core } from './core.ts';
import type { LedgerTable } from './ledger-table.ts';

/** A new record with its running number, where its ledger gives one; see `model/number-spec.ts`. Inside the write's transaction. */
export function numbered(core: Core, table: LedgerTable, values: Values): Values {
  const { ledger } = table;
  if (ledger.numbering === undefined) return values;
  const { field, within } = ledger.numbering;
  const marked = withMark(core, table, { values, spec: ledger.numbering });
  const filled = refilled(ledger, marked, null);
  const isGiven = (filled[field] ?? null) !== null;
  if (isGiven || within.some((name) => (filled[name] ?? null) === null)) return marked;
  // Ended records count too: their numbers stay theirs.
  const highest = core.connection.number(
    `SELECT max(${field}) FROM ${ledger.id} WHERE ${within.map((name) => `${name} = ?`).join(' AND ')}`,
    ...within.map((name) => ledger.fields[name]?.encode(filled[name]) ?? null),
  );
  return { ...marked, [field]: (highest ?? 0) + 1 };
}

function withMark(
  core: Core,
  { ledger }: LedgerTable,
  { values, spec }: { readonly values: Values; readonly spec: NumberSpec },
): Values {
  const { mark } = spec;
  const target = mark === undefined ? undefined : ledger.fields[mark.link]?.target;
  if (mark === undefined || target === undefined) return values;
  const id = values[mark.link];
  if ((values[mark.to] ?? null) !== null || typeof id !== 'string') return values;
  return { ...values, [mark.to]: tableOf(core, target).byId(id)?.values[mark.from] ?? null };
}
