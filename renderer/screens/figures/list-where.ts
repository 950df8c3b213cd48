import { isCriterion, type Where, type WhereEntry } from '../../../db/model/where.ts';
import type { Where as ListWhere } from '../../app/tab-target.ts';

/** The filter of a number as lists take it: the same entries, in arrays of their own. */
export const listWhere = (where: Where): ListWhere =>
  Object.fromEntries(Object.entries(where).map(([field, entry]) => [field, listEntry(entry)]));

type PlainEntry = Exclude<ListWhere[string], { readonly and?: unknown }>;

function listEntry(entry: WhereEntry): ListWhere[string] {
  if (!isCriterion(entry)) return plain(entry);
  const { and, not, ...rest } = entry;
  return {
    ...rest,
    ...(not === undefined ? {} : { not: typeof not === 'object' ? [...not] : not }),
    // No definition puts more into one another than this.
    ...(and === undefined ? {} : { and: and.map(innerEntry) }),
  };
}

type InnerEntry = NonNullable<Extract<ListWhere[string], { and?: unknown }>['and']>[number];

function innerEntry(entry: WhereEntry): InnerEntry {
  if (!isCriterion(entry)) return plain(entry);
  const { and: _, not, ...rest } = entry;
  return { ...rest, ...(not === undefined ? {} : { not: typeof not === 'object' ? [...not] : not }) };
}

const plain = (entry: Exclude<WhereEntry, object> | readonly string[]): PlainEntry =>
  typeof entry === 'object' && entry !== null ? [...entry] : entry;
