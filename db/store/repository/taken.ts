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
      const [id, target] = [row[spec.link], ledger.fields[spec.link]?.target];
      const linked = typeof id === 'string' && target !== undefined ? tableOf(core, target).byId(id) : null;
      return linked === null ? before : { ...before, ...takenFrom(linked.values, spec, before) };
    }, row);
}

function takenFrom(linked: Values, { fields }: TakeSpec, row: Values): Values {
  const taken = Object.entries(fields).flatMap(([own, theirs = '']): [string, Value][] => {
    const value = linked[theirs] ?? null;
    return value === null || (row[own] ?? null) !== null ? [] : [[own, value]];
  });
  return Object.fromEntries(taken);
}
