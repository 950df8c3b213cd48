import type { AnyField } from '../../model/define-ledger.ts';
import type { Stored, Value } from '../../model/field-kind.ts';
import type { Criterion, Where } from '../api.ts';
import { removedKey } from '../api.ts';
import type { Bound } from '../open/connection.ts';
import { contentWords, normalText } from '../search/words.ts';
import { rowNumberBase, rowNumbersPerLedger } from '../search/row-number.ts';
import type { LedgerTable } from './ledger-table.ts';

/** A filter as SQL. Identifiers come from the registry only, values are bound. */
export interface Filter {
  /** Condition, never empty. */
  readonly sql: string;
  readonly bound: readonly Bound[];
  /** Fields it looks at; a write that touches none of them cannot change the list (removals aside). */
  readonly fields: readonly string[];
  /** Columns compared with a value or a range, which an index can answer. */
  readonly narrowing: readonly string[];
  /** Nothing but "current records". */
  readonly isPlain: boolean;
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
}

/** Compiles a `Where`. */
export function compileWhere(table: LedgerTable, where: Where): Filter {
  const parts: Part[] = [];
  const fields: string[] = [];
  const narrowing: string[] = [];
  let removed = 'removed_at IS NULL';
  for (const [name, wanted] of Object.entries(where)) {
    if (name === removedKey) {
      removed = wanted === 'any' ? '' : wanted === true ? 'removed_at IS NOT NULL' : removed;
      continue;
    }
    const field = table.ledger.fields[name];
    if (field === undefined || field.storage === null) throw new WhereError(table.ledger.id, name);
    fields.push(name);
    const compiled = compileField({ table, name, field }, wanted);
    if (compiled.some((part) => part.narrows)) narrowing.push(name);
    parts.push(...compiled);
  }
  const conditions = [...(removed === '' ? [] : [removed]), ...parts.map((part) => `(${part.sql})`)];
  return {
    sql: conditions.length === 0 ? '1' : conditions.join(' AND '),
    bound: parts.flatMap((part) => part.bound),
    fields,
    narrowing,
    isPlain: parts.length === 0 && removed === 'removed_at IS NULL',
  };
}

interface Subject {
  readonly table: LedgerTable;
  readonly name: string;
  readonly field: AnyField;
}

const isCriterion = (wanted: Value | Criterion): wanted is Criterion =>
  typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted);

function compileField(subject: Subject, wanted: Value | Criterion): readonly Part[] {
  if (isCriterion(wanted)) return compileCriterion(subject, wanted);
  if (wanted === null) return [blank(subject, true)];
  const isList = typeof wanted === 'object';
  const values: readonly Value[] = isList ? wanted : [wanted];
  if (values.length === 0) return [{ sql: '0', bound: [], narrows: false }];
  if (holdsArray(subject.field)) return [holdsAny(subject, values)];
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
  if (wanted.not !== undefined) {
    parts.push(
      holdsArray(field)
        ? {
            sql: `${name} IS NULL OR instr(${name}, ?) = 0`,
            bound: [JSON.stringify(wanted.not)],
            narrows: false,
          }
        : { sql: `${name} IS NOT ?`, bound: [storedOf(field, wanted.not)], narrows: false },
    );
  }
  return parts;
}

const blank = ({ name }: Subject, isBlank: boolean): Part => ({
  sql: isBlank ? `${name} IS NULL` : `${name} IS NOT NULL`,
  bound: [],
  narrows: false,
});

/** Multi-choice and attachment columns hold JSON arrays of texts. */
const holdsArray = (field: AnyField): boolean => field.kind === 'multi-choice' || field.kind === 'attachment';

function holdsAny({ name }: Subject, values: readonly Value[]): Part {
  return {
    sql: values.map(() => `instr(${name}, ?) > 0`).join(' OR '),
    bound: values.map((value) => JSON.stringify(value)),
    narrows: false,
  };
}

/** Text inside a field: through the search index where the field is in it, checked on the column always. */
function contains({ table, name, field }: Subject, text: string): Part {
  const check = `instr(lower(${name}), lower(?)) > 0`;
  const words = field.search === true && isIndexedText(field) ? contentWords(normalText(text)) : [];
  if (words.length === 0) return { sql: check, bound: [text], narrows: false };
  const first = rowNumberBase(table.no);
  return {
    sql: `rid IN (SELECT rowid - ${first} FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN ${first} AND ${
      first + rowNumbersPerLedger - 1
    }) AND ${check}`,
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

/** A day given as the upper bound of an instant means its whole day. */
function boundOf(field: AnyField, value: string | number, side: 'from' | 'to'): Bound {
  if (field.kind === 'instant' && side === 'to' && typeof value === 'string' && value.length === 10) {
    return `${value}T23:59:59.999Z`;
  }
  return value;
}
