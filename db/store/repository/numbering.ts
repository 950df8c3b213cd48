import { refilled } from '../../model/derive/refill.ts';
import type { Values } from '../../model/field-kind.ts';
import type { NumberSpec } from '../../model/number-spec.ts';
import type { Finding } from '../../model/reasons.ts';
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

/** An edited record whose number was only waiting for what is given now: the year of a day that was not known yet. */
export function numberedNow(
  core: Core,
  table: LedgerTable,
  of: { readonly before: Values; readonly after: Values },
): Values {
  const { numbering } = table.ledger;
  const isWaiting = numbering?.within.some((name) => (of.before[name] ?? null) === null) === true;
  return isWaiting ? numbered(core, table, of.after) : of.after;
}

/** Fields a number was given by, and the number, where an edit would change them: it would stand twice, or leave a gap. */
export function renumbered(
  { ledger: { numbering } }: LedgerTable,
  of: { readonly before: Values; readonly changed: readonly string[] },
): readonly Finding[] {
  if (numbering === undefined || (of.before[numbering.field] ?? null) === null) return [];
  const fixed = [numbering.field, ...numbering.within];
  return of.changed
    .filter((field) => fixed.includes(field))
    .map((field) => ({ field, code: 'number-given', level: 'error' }));
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
