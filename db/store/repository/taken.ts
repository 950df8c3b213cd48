import type { TakeSpec } from '../../model/take-spec.ts';
import type { Value, Values } from '../../model/field-kind.ts';
import { tableOf, type Core } from './core.ts';
import type { Kept, LedgerTable } from './ledger-table.ts';

/** The row with what it takes over from records it has just been linked to; see `TakeSpec`. `kept`: the row as it was. */
export function withTaken(
  core: Core,
  table: LedgerTable,
  { row, kept }: { readonly row: Values; readonly kept: Kept | null },
): Values {
  const { ledger } = table;
  return ledger.takes
    .filter(({ link }) => kept === null || kept.values[link] !== row[link])
    .reduce((before, spec) => {
      const id = row[spec.link];
      const offered = typeof id === 'string' ? offeredBy(core, table, { spec, id }) : {};
      const taken = Object.entries(offered).filter(([own]) => (before[own] ?? null) === null);
      return taken.length === 0 ? before : { ...before, ...Object.fromEntries(taken) };
    }, row);
}

/** What a record would take over through a link if all its fields were empty; see `Store.takenThrough`. */
export function takenThrough(
  core: Core,
  ledger: string,
  { link, id }: { readonly link: string; readonly id: string },
): Values {
  const table = tableOf(core, ledger);
  // The first spec of a link that fills a field wins, as it does in `withTaken`.
  return table.ledger.takes
    .filter((spec) => spec.link === link)
    .reduceRight((later, spec) => ({ ...later, ...offeredBy(core, table, { spec, id }) }), {});
}

/** Own field → filled value of the linked record. */
function offeredBy(
  core: Core,
  { ledger }: LedgerTable,
  { spec, id }: { readonly spec: TakeSpec; readonly id: string },
): Values {
  const target = ledger.fields[spec.link]?.target;
  const linked = target === undefined ? null : tableOf(core, target).byId(id);
  if (linked === null) return {};
  const offered = Object.entries(spec.fields).flatMap(([own, theirs = '']): [string, Value][] => {
    const value = linked.values[theirs] ?? null;
    return value === null ? [] : [[own, value]];
  });
  return Object.fromEntries(offered);
}
