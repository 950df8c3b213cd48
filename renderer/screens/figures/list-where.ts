import { isCriterion, type Criterion, type Where, type WhereEntry } from '../../../db/model/where.ts';
import type { Where as ListWhere } from '../../app/tab-target.ts';

/** The filter of a number as lists take it: the same entries, in arrays of their own. */
export const listWhere = (where: Where): ListWhere =>
  Object.fromEntries(Object.entries(where).map(([field, entry]) => [field, listEntry(entry)]));

type PlainEntry = Exclude<ListWhere[string], { readonly and?: unknown }>;
type InnerEntry = NonNullable<Extract<ListWhere[string], { and?: unknown }>['and']>[number];
type Linking = NonNullable<Extract<InnerEntry, { none?: unknown }>['none']>;

function listEntry(entry: WhereEntry): ListWhere[string] {
  if (!isCriterion(entry)) return plain(entry);
  const { and } = entry;
  // No definition puts more into one another than this.
  return { ...asked(entry), ...(and === undefined ? {} : { and: and.map(innerEntry) }) };
}

const innerEntry = (entry: WhereEntry): InnerEntry => (isCriterion(entry) ? asked(entry) : plain(entry));

function asked(entry: Criterion) {
  const { some, none } = entry;
  return {
    ...ofField(entry),
    ...(some === undefined ? {} : { some: linking(some) }),
    ...(none === undefined ? {} : { none: linking(none) }),
  };
}

/** What is asked of the records that link here; no further links from those. */
const linking = (where: Where): Linking =>
  Object.fromEntries(
    Object.entries(where).map(([field, entry]) => [
      field,
      isCriterion(entry) ? ofField(entry) : plain(entry),
    ]),
  );

function ofField(entry: Criterion) {
  const { and: _, some: __, none: ___, not, ...rest } = entry;
  return { ...rest, ...(not === undefined ? {} : { not: typeof not === 'object' ? [...not] : not }) };
}

const plain = (entry: Exclude<WhereEntry, object> | readonly string[]): PlainEntry =>
  typeof entry === 'object' && entry !== null ? [...entry] : entry;
