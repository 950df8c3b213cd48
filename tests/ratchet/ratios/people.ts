import type { BenchTown } from '../../../db/cli/bench/bench-town.ts';
import type { Values } from '../../../db/model/field-kind.ts';
import type { Cell } from './bare-database.ts';

/** A person of the town as floors and loops take him. */
export interface Person {
  readonly id: string;
  readonly values: Values;
}

/** So many people of the town, from its beginning; all of them unless told. */
export const peopleOf = ({ store, caller }: BenchTown, most = Infinity): readonly Person[] =>
  store.rows('person', {}, caller).slice(0, most);

/** A value as a bare table holds it. */
export function cellOf(value: Values[string] | undefined): Cell {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
