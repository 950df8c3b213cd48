import type { Value } from './field-kind.ts';

/**
 * Filter of a list: all entries must hold. A bare value means equal, an array means any of. A key is a field of the ledger,
 * or names the records of another one that link to this record (`linkKey`), of which `some` or `none` is asked.
 */
export type Where = Readonly<Record<string, Value | Criterion>>;

/** What is asked of one field; all that is given must hold. */
export interface Criterion {
  readonly contains?: string;
  readonly starts?: string;
  /** Inclusive bounds; days compare as text. A day given for an instant is that whole day in China. */
  readonly from?: string | number;
  readonly to?: string | number;
  readonly blank?: boolean;
  /** Another value than this, or than any of these; empty counts as another. */
  readonly not?: string | number | boolean | readonly string[];
  /** Name of another day or instant field: both are filled and this one is not later. */
  readonly notAfter?: string;
  /** Name of another day or instant field: both are filled and this one is later. */
  readonly after?: string;
  /** Of the other ledger's current records that link to this one: at least one fulfils this. */
  readonly some?: Where;
  /** And none of them fulfils this. */
  readonly none?: Where;
  /** Further entries about the same field that must hold too. */
  readonly and?: readonly (Value | Criterion)[];
}

/** One entry of a filter. */
export type WhereEntry = Where[string];

/** Key of `Where` that lists removed records too (`'any'`) or only them (`true`). Default: current records only. */
export const removedKey = '$removed';

/** A ledger and its link to another. */
export interface NamedLink {
  readonly ledger: string;
  readonly link: string;
}

/** Key of `Where` for the records of a ledger that name this one in a link: `grid_staff.grid`. */
export const linkKey = ({ ledger, link }: NamedLink): string => `${ledger}.${link}`;

/** The link a key of `Where` names; `null`: it names a field of the ledger itself. */
export function namedLink(key: string): NamedLink | null {
  const [ledger = '', link] = key.split('.');
  return link === undefined ? null : { ledger, link };
}

/** Tells a criterion from a value. */
export const isCriterion = (wanted: WhereEntry): wanted is Criterion =>
  typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted);

/** The filter both of these make together. `isSet`: the field holds several codes, of which a filter wants any. */
export function both(a: Where, b: Where, isSet: (field: string) => boolean): Where {
  const joined: Record<string, WhereEntry> = { ...a };
  for (const [field, entry] of Object.entries(b)) {
    const there = joined[field];
    joined[field] = there === undefined ? entry : bothEntries(there, entry, isSet(field));
  }
  return joined;
}

function bothEntries(a: WhereEntry, b: WhereEntry, isSet: boolean): WhereEntry {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  if (isCriterion(a) && isCriterion(b)) {
    const isApart = Object.keys(a).every((key) => !(key in b));
    return isApart ? { ...a, ...b } : together(a, b);
  }
  if (isSet || a === null || b === null) return together(a, b);
  if (isCriterion(a)) return isCriterion(b) ? together(a, b) : listWithin(b, a);
  return listWithin(a, b);
}

/** Both entries under `and`, which never holds another: a filter is one level deep on the wire. */
const together = (a: WhereEntry, b: WhereEntry): Criterion => ({ and: [...apart(a), ...apart(b)] });

function apart(entry: WhereEntry): readonly WhereEntry[] {
  if (!isCriterion(entry) || entry.and === undefined) return [entry];
  const { and, ...own } = entry;
  return Object.keys(own).length === 0 ? and : [own, ...and];
}

/** Those of the values that fit another entry too. */
function listWithin(values: Exclude<Value, null>, other: Exclude<WhereEntry, null>): WhereEntry {
  const all = valuesOf(values);
  if (!isCriterion(other)) {
    const others = valuesOf(other);
    return listOf(all.filter((value) => others.includes(value)));
  }
  const { not = [], blank = false, ...rest } = other;
  if (Object.keys(rest).length > 0) return together(values, other);
  const unwanted = valuesOf(not);
  return blank ? [] : listOf(all.filter((value) => !unwanted.includes(value)));
}

function listOf(values: readonly (string | number | boolean)[]): WhereEntry {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values.map(String);
}

/** Fields a filter looks at, those it compares with included; those of other ledgers with the ledger's name before them. */
export function fieldsOf(where: Where): readonly string[] {
  const found = Object.entries(where).flatMap(([key, entry]) => [
    key,
    ...comparedWith(entry),
    ...beyond(key, entry),
  ]);
  return [...new Set(found)].filter((field) => field !== removedKey);
}

/** Fields looked at in the records that link here. */
function beyond(key: string, entry: WhereEntry): readonly string[] {
  const named = namedLink(key);
  if (named === null || !isCriterion(entry)) return [];
  const { some = {}, none = {}, and = [] } = entry;
  const there = [some, none].flatMap(fieldsOf).map((field) => linkKey({ ...named, link: field }));
  return [...there, ...and.flatMap((one) => beyond(key, one))];
}

function comparedWith(entry: WhereEntry): readonly string[] {
  if (!isCriterion(entry)) return [];
  const { notAfter, after, and = [] } = entry;
  return [notAfter, after].flatMap((name) => name ?? []).concat(and.flatMap(comparedWith));
}

/** Two fields of a record a filter compares. */
export interface Comparison {
  readonly field: string;
  readonly how: 'notAfter' | 'after';
  readonly other: string;
}

/** The comparisons of two fields in a filter. */
export const comparisonsOf = (where: Where): readonly Comparison[] =>
  Object.entries(where).flatMap(([field, entry]) => comparisonsIn(field, entry));

function comparisonsIn(field: string, entry: WhereEntry): readonly Comparison[] {
  if (!isCriterion(entry)) return [];
  const { notAfter, after, and = [] } = entry;
  return [
    ...(notAfter === undefined ? [] : [{ field, how: 'notAfter' as const, other: notAfter }]),
    ...(after === undefined ? [] : [{ field, how: 'after' as const, other: after }]),
    ...and.flatMap((one) => comparisonsIn(field, one)),
  ];
}

const valuesOf = (entry: Exclude<Value, null>): readonly (string | number | boolean)[] =>
  typeof entry === 'object' ? entry : [entry];
