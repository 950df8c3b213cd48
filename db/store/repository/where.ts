import type { AnyField } from '../../model/define-ledger.ts';
import { findRegions } from '../../model/divisions/find-regions.ts';
import type { Stored, Value } from '../../model/field-kind.ts';
import { isTimed } from '../../model/define-ledger.ts';
import { chinaDayEnd, chinaDayStart } from '../../model/office-time.ts';
import {
  fieldsOf,
  isCriterion,
  linkKey,
  namedLink,
  removedKey,
  type Criterion,
  type NamedLink,
  type Where,
} from '../../model/where.ts';
import type { Bound } from '../open/connection.ts';
import { keyKinds, memberKey } from '../../model/derive/search-keys.ts';
import { contentWords, normalText } from '../../model/derive/search-words.ts';
import type { LedgerTable } from './ledger-table.ts';

/** A filter as SQL. Identifiers come from the registry only, values are bound. */
export interface Filter {
  /** Condition, never empty. */
  readonly sql: string;
  /** The same without the lifetime of records, for rows already known to be current; never empty. */
  readonly fieldsSql: string;
  readonly bound: readonly Bound[];
  /** Fields it looks at; a write that touches none of them cannot change the list (removals aside). */
  readonly fields: readonly string[];
  /** Columns compared with a value or a range, which an index can answer. */
  readonly narrowing: readonly string[];
  /** Nothing but "current records". */
  readonly isPlain: boolean;
  /** Set when the list is just the current records holding one code; counted in the search index. */
  readonly soleMember: string | null;
}

/** A filter names a field the ledger does not have, or cannot filter by. */
export class WhereError extends Error {
  readonly field: string;

  constructor(ledger: string, field: string) {
    super(`ledger ${ledger} cannot be filtered by ${field}`);
    this.name = 'WhereError';
    this.field = field;
  }
}

interface Part {
  readonly sql: string;
  readonly bound: readonly Bound[];
  readonly narrows: boolean;
  /** Key of `search_key` that gives the same rows. */
  readonly member?: string;
}

/** Compiles a `Where`. */
export function compileWhere(table: LedgerTable, where: Where): Filter {
  const lifetime = lifetimeOf(where[removedKey]);
  const isCurrent = lifetime === CURRENT;
  const fields = Object.keys(where).filter((name) => name !== removedKey);
  const parts = fields.map((name) => compileNamed({ table, name, isCurrent }, where[name] ?? null));
  const all = parts.flat();
  const fieldConditions = all.map((part) => `(${part.sql})`);
  const conditions = [...(lifetime === '' ? [] : [lifetime]), ...fieldConditions];
  return {
    sql: conditions.length === 0 ? '1' : conditions.join(' AND '),
    fieldsSql: fieldConditions.length === 0 ? '1' : fieldConditions.join(' AND '),
    bound: all.flatMap((part) => part.bound),
    fields: fieldsOf(where),
    narrowing: fields.filter((_, i) => parts[i]?.some((part) => part.narrows)),
    isPlain: isCurrent && all.length === 0,
    soleMember: isCurrent && all.length === 1 ? (all[0]?.member ?? null) : null,
  };
}

/** Condition of current records; the same words as in the partial indexes, which are used only then. */
const CURRENT = 'removed_at IS NULL';

function lifetimeOf(wanted: Where[string] | undefined): string {
  if (wanted === 'any') return '';
  return wanted === true ? 'removed_at IS NOT NULL' : CURRENT;
}

function compileNamed(subject: Omit<Subject, 'field'>, wanted: Value | Criterion): readonly Part[] {
  const link = namedLink(subject.name);
  if (link !== null) return compileLinked(subject.table, link, wanted);
  const field = subject.table.ledger.fields[subject.name];
  if (field === undefined || field.storage === null)
    throw new WhereError(subject.table.ledger.id, subject.name);
  return compileField({ ...subject, field }, wanted);
}

/** Records of another ledger that link to this one; of sensitive ones a list would tell who is in them. */
function compileLinked(table: LedgerTable, named: NamedLink, wanted: Value | Criterion): readonly Part[] {
  const other = table.linking(named);
  if (other === null || other.ledger.sensitive || !isCriterion(wanted))
    throw new WhereError(table.ledger.id, linkKey(named));
  const { some, none, and = [] } = wanted;
  const part = (how: 'IN' | 'NOT IN', where: Where): Part => {
    const { sql, bound } = compileWhere(other, where);
    const linked = `SELECT ${named.link} FROM ${named.ledger} WHERE ${named.link} IS NOT NULL AND ${sql}`;
    return { sql: `id ${how} (${linked})`, bound, narrows: false };
  };
  return [
    ...(some === undefined ? [] : [part('IN', some)]),
    ...(none === undefined ? [] : [part('NOT IN', none)]),
    ...and.flatMap((entry) => compileLinked(table, named, entry)),
  ];
}

interface Subject {
  readonly table: LedgerTable;
  readonly name: string;
  readonly field: AnyField;
  /** Only current records are asked for; the search index holds no others. */
  readonly isCurrent: boolean;
}

function compileField(subject: Subject, wanted: Value | Criterion): readonly Part[] {
  if (isCriterion(wanted)) return compileCriterion(subject, wanted);
  if (wanted === null) return [blank(subject, true)];
  const isList = typeof wanted === 'object';
  const values: readonly Value[] = isList ? wanted : [wanted];
  if (values.length === 0) return [{ sql: '0', bound: [], narrows: false }];
  if (subject.field.kind === 'multi-choice') return [holdsAny(subject, values)];
  if (holdsArray(subject.field)) return [namesAny(subject, values)];
  const bound = values.map((value) => storedOf(subject.field, value));
  const sql = isList ? `${subject.name} IN (${bound.map(() => '?').join(', ')})` : `${subject.name} = ?`;
  return [{ sql, bound, narrows: true }];
}

function compileCriterion(subject: Subject, wanted: Criterion): readonly Part[] {
  const { name, field } = subject;
  const parts: Part[] = [];
  if (wanted.contains !== undefined && wanted.contains !== '') parts.push(contains(subject, wanted.contains));
  if (wanted.starts !== undefined && wanted.starts !== '') {
    // The highest code point closes the range; LIKE would not use the index.
    const bound = [wanted.starts, `${wanted.starts}\u{10ffff}`];
    parts.push({ sql: `${name} >= ? AND ${name} < ?`, bound, narrows: true });
  }
  if (wanted.from !== undefined) {
    parts.push({ sql: `${name} >= ?`, bound: [boundOf(field, wanted.from, 'from')], narrows: true });
  }
  if (wanted.to !== undefined) {
    parts.push({ sql: `${name} <= ?`, bound: [boundOf(field, wanted.to, 'to')], narrows: true });
  }
  if (wanted.blank !== undefined) parts.push(blank(subject, wanted.blank));
  if (wanted.not !== undefined) parts.push(noneOf(subject, wanted.not));
  parts.push(
    ...orders(subject, wanted),
    ...(wanted.and ?? []).flatMap((entry) => compileField(subject, entry)),
  );
  return parts;
}

/** Empty is another value than any. */
function noneOf({ name, field }: Subject, unwanted: Exclude<Criterion['not'], undefined>): Part {
  const values = typeof unwanted === 'object' ? unwanted : [unwanted];
  if (values.length === 0) return { sql: '1', bound: [], narrows: false };
  if (holdsArray(field)) {
    const held = values.map(() => `instr(${name}, ?) = 0`).join(' AND ');
    const bound = values.map((value) => JSON.stringify(value));
    return { sql: `${name} IS NULL OR (${held})`, bound, narrows: false };
  }
  const bound = values.map((value) => storedOf(field, value));
  if (bound.length === 1) return { sql: `${name} IS NOT ?`, bound, narrows: false };
  const places = bound.map(() => '?').join(', ');
  return { sql: `${name} IS NULL OR ${name} NOT IN (${places})`, bound, narrows: false };
}

function orders(subject: Subject, { notAfter, after }: Criterion): readonly Part[] {
  return [
    ...(notAfter === undefined ? [] : [compared(subject, '<=', notAfter)]),
    ...(after === undefined ? [] : [compared(subject, '>', after)]),
  ];
}

/** Two days or instants of a record; where one is a day, the instant's day in China counts. */
function compared({ table, name, field }: Subject, how: '<=' | '>', other: string): Part {
  const against = table.ledger.fields[other];
  if (against === undefined || !isTimed(against) || !isTimed(field))
    throw new WhereError(table.ledger.id, other);
  const isMixed = against.kind !== field.kind;
  const dayOf = (column: string, { kind }: AnyField): string =>
    isMixed && kind === 'instant' ? `date(${column}, '+8 hours')` : column;
  const sql = `${dayOf(name, field)} ${how} ${dayOf(other, against)}`;
  return { sql, bound: [], narrows: false };
}

const blank = ({ name }: Subject, isBlank: boolean): Part => ({
  sql: isBlank ? `${name} IS NULL` : `${name} IS NOT NULL`,
  bound: [],
  narrows: false,
});

/** Multi-choice and attachment columns hold JSON arrays of texts. */
const holdsArray = (field: AnyField): boolean => field.kind === 'multi-choice' || field.kind === 'attachment';

/** Attachments: a record naming any of these files. */
const namesAny = ({ name }: Subject, values: readonly Value[]): Part => ({
  sql: values.map(() => `instr(${name}, ?) > 0`).join(' OR '),
  bound: values.map((value) => JSON.stringify(value)),
  narrows: false,
});

/** More rows than this are found sooner by walking the list in its order. */
const MOST_MEMBERS = 10_000;

function holdsAny({ table, name, isCurrent }: Subject, values: readonly Value[]): Part {
  const sql = values.map(() => `instr(${name}, ?) > 0`).join(' OR ');
  const bound = values.map((value) => JSON.stringify(value));
  if (!isCurrent) return { sql, bound, narrows: false };
  const keys = values.map((value) => memberKey(name, String(value)));
  const [only] = keys;
  const member = keys.length === 1 && only !== undefined ? { member: only } : {};
  if (table.countMembers(keys, MOST_MEMBERS + 1) > MOST_MEMBERS)
    return { sql, bound, narrows: false, ...member };
  const places = keys.map(() => '?').join(', ');
  const found = `SELECT rid FROM search_key WHERE kind = ${keyKinds.member} AND ledger = ${table.no} AND key IN (${places})`;
  return { sql: `rid IN (${found}) AND (${sql})`, bound: [...keys, ...bound], narrows: true, ...member };
}

/** Text inside a field: through the search index where the field is in it, checked on the column always. */
function contains({ table, name, field, isCurrent }: Subject, text: string): Part {
  const check = `instr(lower(${name}), lower(?)) > 0`;
  if (field.kind === 'region') {
    const codes = findRegions(text).map(({ code }) => code);
    const sql = `${name} IN (SELECT value FROM json_each(?)) OR ${check}`;
    return { sql, bound: [JSON.stringify(codes), text], narrows: false };
  }
  const words =
    isCurrent && field.search === true && isIndexedText(field) ? contentWords(normalText(text)) : [];
  if (words.length === 0) return { sql: check, bound: [text], narrows: false };
  const fts = table.plan.words?.name;
  if (fts === undefined) return { sql: check, bound: [text], narrows: false };
  return {
    sql: `rid IN (SELECT rowid FROM ${fts} WHERE ${fts} MATCH ?) AND ${check}`,
    bound: [words.map((word) => `"${word}"`).join(' '), text],
    narrows: true,
  };
}

const isIndexedText = (field: AnyField): boolean =>
  field.tokens !== undefined && (field.kind === 'text' || field.kind === 'long-text') && field.code !== true;

function storedOf(field: AnyField, value: Value): Stored {
  if (typeof value === 'boolean') return field.storage === 'INTEGER' ? Number(value) : String(value);
  if (value === null || typeof value === 'object')
    throw new Error('a list or nothing cannot be compared with a column');
  return value;
}

/** A day given as the bound of an instant means its whole day, which begins and ends in China. */
function boundOf(field: AnyField, value: string | number, side: 'from' | 'to'): Bound {
  if (field.kind !== 'instant' || typeof value !== 'string' || value.length !== 10) return value;
  return side === 'from' ? chinaDayStart(value) : chinaDayEnd(value);
}
