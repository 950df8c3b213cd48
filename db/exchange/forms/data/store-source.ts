import type { AnyField } from '../../../model/define-ledger.ts';
import type { FieldPath, GeneralName } from '../../../model/forms/form-names.ts';
import { readToken, type FormTest } from '../../../model/forms/form-token.ts';
import type { Language } from '../../../model/localized.ts';
import { chinaDay } from '../../../model/office-time.ts';
import type { Value } from '../../../model/field-kind.ts';
import type { Caller, Store, StoredRecord } from '../../../store/api.ts';
import type { FormNames } from '../form-names.ts';
import { emptyValue, type FormRow, type FormSource, type FormValue } from '../form-source.ts';
import { relatedRows } from './chosen-rows.ts';
import type { Figures } from './report-figures.ts';

/** What a form is filled from. */
export interface StoreSourceParts {
  readonly store: Store;
  /** Decides language and masking: withheld values go in masked. */
  readonly caller: Caller;
  readonly names: FormNames;
  /** The records chosen: one, or those of the list. */
  readonly rows: readonly FormRow[];
  readonly figures: Figures;
  readonly now: Date;
}

/** Records kept at hand: many rows of a list share their household, house and village. */
const MOST_KEPT = 2000;

const ticks = { yes: '☑', no: '□' } as const;

/** Values of a form from the store: fields, linked records, the office, counts and figures. */
export class StoreSource implements FormSource {
  readonly #parts: StoreSourceParts;
  readonly #kept = new Map<string, StoredRecord | null>();

  constructor(parts: StoreSourceParts) {
    this.#parts = parts;
  }

  value(inner: string, rows: readonly FormRow[]): FormValue {
    const token = readToken(inner);
    switch (token.kind) {
      case 'value':
        return this.#named(token.path, rows);
      case 'tick':
        return textValue(this.#test(token.test, rows) ? ticks.yes : ticks.no);
      case 'figure':
        return this.#parts.figures(token.name) ?? emptyValue;
      case 'count': {
        const { test } = token;
        const counted = this.#parts.rows.filter((row) => test === null || this.#test(test, [row])).length;
        return numberValue(counted);
      }
      default:
        return emptyValue;
    }
  }

  holds(inner: string, rows: readonly FormRow[]): boolean {
    const token = readToken(inner);
    return token.kind === 'if' && this.#test(token.test, rows);
  }

  repeated(name: string, rows: readonly FormRow[]): readonly FormRow[] {
    const { names, store, caller } = this.#parts;
    if (name === '') return this.#parts.rows;
    const part = names.part(
      name,
      rows.map(({ ledger }) => ledger),
    );
    const [of] = rows;
    if (part === null) return [];
    if (part.reference === null || of === undefined) return this.#parts.rows;
    return relatedRows({ store, caller }, part.reference, of.id);
  }

  needsRow(inner: string): boolean {
    return this.#parts.names.needsRow(inner);
  }

  #named(path: string, rows: readonly FormRow[]): FormValue {
    const found = this.#find(path, rows);
    if (found === null) return emptyValue;
    if (found.kind === 'field') return this.#fieldOf(found.row, found.path)?.shown ?? emptyValue;
    return this.#general(found.name, rows);
  }

  #general(name: GeneralName, rows: readonly FormRow[]): FormValue {
    const { store, caller, now } = this.#parts;
    switch (name) {
      case 'today':
        return dayValue(chinaDay(now), caller.language);
      case 'office':
        return textValue(store.info.town.name);
      case 'person':
        return textValue(caller.name);
      case 'number':
        return numberValue(rows[0]?.number ?? null);
    }
  }

  #find(path: string, rows: readonly FormRow[]) {
    const found = this.#parts.names.find(
      path,
      rows.map(({ ledger }) => ledger),
    );
    if (found?.kind !== 'field') return found;
    const row = rows.find(({ ledger }) => ledger === found.of);
    return row === undefined ? null : { kind: 'field' as const, path: found.path, row };
  }

  /** The value at the end of a path; `null` where a link on the way is empty or withheld. */
  #fieldOf(row: FormRow, path: FieldPath): { readonly value: Value; readonly shown: FormValue } | null {
    let record = this.#record(row.ledger.id, row.id);
    let { ledger } = row;
    for (const link of path.links) {
      const id = record?.values[link];
      const target = this.#parts.names.subject.byId.get(ledger.fields[link]?.target ?? '');
      if (typeof id !== 'string' || target === undefined) return null;
      ledger = target;
      record = this.#record(target.id, id);
    }
    if (record === null) return null;
    const value = record.values[path.name] ?? null;
    return { value, shown: shownValue(path.field, value, record.texts[path.name] ?? '') };
  }

  #record(ledger: string, id: string): StoredRecord | null {
    const key = `${ledger} ${id}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const record = this.#parts.store.get(ledger, id, this.#parts.caller);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, record);
    return record;
  }

  #test({ path, text, isNot }: FormTest, rows: readonly FormRow[]): boolean {
    const found = this.#find(path, rows);
    const read = found?.kind === 'field' ? this.#fieldOf(found.row, found.path) : null;
    const shown = read?.shown ?? this.#named(path, rows);
    if (text === null) return (shown.text !== '') !== isNot;
    const isSame =
      plain(shown.text) === plain(text) ||
      (found?.kind === 'field' && read !== null && this.#isCode(found.path.field, read.value, text));
    return isSame !== isNot;
  }

  /** A choice is also met by its code or by another name of it; a set by any of what is in it. */
  #isCode(field: AnyField, value: Value, text: string): boolean {
    const own = typeof value === 'object' && value !== null ? value : [value];
    const codes = own.map((one) => plain(String(one ?? '')));
    if (value === null) return false;
    if (codes.includes(plain(text))) return true;
    const { store, caller } = this.#parts;
    const code = field.table === undefined ? null : store.names(caller.language).codeOf(field.table, text);
    return code !== null && codes.includes(plain(code));
  }
}

const numberValue = (number: number | null): FormValue =>
  number === null ? emptyValue : { text: String(number), number, day: null };

/** A day as offices write it in a text; a cell gets the day itself. */
function dayValue(day: string, language: Language): FormValue {
  const [year = '', month, date] = day.split('-');
  const text = language === 'zh' ? `${year}年${String(Number(month))}月${String(Number(date))}日` : day;
  return { text, number: null, day };
}

const textValue = (text: string): FormValue => ({ text, number: null, day: null });

/** Widths and blanks make no difference between a condition and a value. */
const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const numberKinds: readonly AnyField['kind'][] = ['integer', 'decimal', 'money'];

/** Numbers and days as such; withheld values have only their masked text. */
function shownValue(field: AnyField, value: Value, text: string): FormValue {
  if (field.kind === 'day' && typeof value === 'string') return { text, number: null, day: value };
  if (numberKinds.includes(field.kind) && typeof value === 'number') {
    const digits = field.digits ?? 0;
    return { text, number: Number((value / 10 ** digits).toFixed(digits)), day: null };
  }
  return textValue(text);
}
