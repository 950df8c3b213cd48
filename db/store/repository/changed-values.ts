import type { Value, Values } from '../../model/field-kind.ts';
import { isSame, type LedgerTable } from './ledger-table.ts';

/** Fields whose values differ. */
export const differing = (table: LedgerTable, before: Values, after: Values): readonly string[] =>
  table.stored.map((stored) => stored.name).filter((name) => !isSame(before[name], after[name]));

/** Old and new value of each field, as the log keeps them. */
export const fieldChanges = (
  names: readonly string[],
  { before, after }: { readonly before: Values; readonly after: Values },
): Readonly<Record<string, readonly [Value, Value]>> =>
  Object.fromEntries(names.map((name) => [name, [before[name] ?? null, after[name] ?? null] as const]));

/** Some of the values of a row. */
export const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]));

/** What this version does not understand, with what a write adds to it; JSON text. */
export function mergedExtra(
  kept: string | null,
  given: Readonly<Record<string, unknown>> | undefined,
): string | null {
  if (given === undefined) return kept;
  const before: unknown = kept === null ? {} : JSON.parse(kept);
  const merged = { ...(typeof before === 'object' ? before : {}), ...given };
  return JSON.stringify(merged);
}

/** What followed from rules that have changed since is taken back to what it was, not to what would follow now. */
export function takenBack({ ledger }: LedgerTable, { values = {} }: { readonly values?: Values }): Values {
  const following = ledger.follows.flatMap(({ fields }) => fields).filter((name) => name in values);
  return Object.fromEntries(following.map((name) => [name, values[name] ?? null]));
}
