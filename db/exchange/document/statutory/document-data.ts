import type { AnyLedger } from '../../../model/define-ledger.ts';
import type { Value, Values } from '../../../model/field-kind.ts';
import { chinaClock } from '../../../model/office-time.ts';
import { ledgerOf } from '../../../model/registry.ts';
import { fileShelf, type DocumentFile, type FileShelf } from './file-shelf.ts';
import type { Caller, Store, StoredRecord, Where } from '../../../store/api.ts';

/** A code a form offers, with whether the record has it. */
export interface Choice {
  readonly name: string;
  readonly isChosen: boolean;
}

/** A code with its name. */
export interface CodeName {
  readonly code: string;
  readonly name: string;
}

/** One record as a document reads it. A field the ledger does not have is a mistake of the document and throws. */
export interface DocumentRecord {
  readonly id: string;
  readonly title: string;
  /** Display text with its unit; empty when there is no value. Masked where the caller may not see. */
  readonly text: (field: string) => string;
  readonly value: (field: string) => Value;
  /** `2026年11月26日` of a day or instant, in China; empty when there is none. */
  readonly day: (field: string) => string;
  /** `2026年11月26日 9时30分` of an instant. */
  readonly moment: (field: string) => string;
  /** Every valid code of a choice, those chosen marked, for the boxes of a form. */
  readonly choices: (field: string) => readonly Choice[];
  /** The record a link points to; `null` when there is none. */
  readonly linked: (field: string) => DocumentRecord | null;
  /** Files of an attachment field, in their order. */
  readonly files: (field: string) => readonly DocumentFile[];
}

/** What a statutory document is made of. */
export interface DocumentData {
  readonly record: DocumentRecord;
  /** Records of a ledger that are parts of this one (`partOf`), in that ledger's own order. */
  readonly parts: (ledger: string) => readonly DocumentRecord[];
  /** Parts of the record a link field of this one points to: the items of the check list an inspection went by. */
  readonly linkedParts: (field: string, ledger: string) => readonly DocumentRecord[];
  /** Current records of a ledger a filter finds, for counting: nothing of them may be printed but numbers. */
  readonly rows: (ledger: string, where: Where) => readonly Values[];
  /** Title of a record of another ledger; empty when there is none. */
  readonly titleOf: (ledger: string, id: string) => string;
  /** Valid codes of a table. */
  readonly codes: (table: string) => readonly CodeName[];
  /** Whether the records are invented for practice. */
  readonly isPractice: boolean;
  /** Name of the town or street office. */
  readonly town: string;
  /** Today in China, `2026年11月26日`. */
  readonly today: string;
}

/** Parts of one kind a document takes; a case has a handful. */
const MOST_PARTS = 500;

/** What the data are read with. Forms are Chinese whatever the caller's language. */
export interface DataSource {
  readonly store: Store;
  readonly caller: Caller;
  readonly now: Date;
  /** Told of every masked value a document puts on paper in full, so that it can be written to the log. */
  readonly onRevealed?: (value: {
    readonly ledger: string;
    readonly id: string;
    readonly field: string;
  }) => void;
}

/** The data of a record; `null` when there is no such record. */
export function documentData(source: DataSource, ledger: AnyLedger, id: string): DocumentData | null {
  const caller: Caller = { ...source.caller, language: 'zh' };
  const { store } = source;
  const found = store.get(ledger.id, id, caller);
  if (found === null) return null;
  const shelf = fileShelf(store, caller);
  const read = (stored: StoredRecord): DocumentRecord => readable(stored, { ...source, caller, shelf });
  const partsOf = (
    whole: { readonly ledger: AnyLedger; readonly id: string },
    name: string,
  ): readonly DocumentRecord[] => {
    const part = ledgerOf(name);
    const link = part.partOf;
    if (link === undefined || part.fields[link]?.target !== whole.ledger.id)
      throw new Error(`${name} is no part of ${whole.ledger.id}`);
    const { rows } = store.page({ ledger: name, where: { [link]: whole.id }, limit: MOST_PARTS }, caller);
    return rows.flatMap((row) => {
      const stored = store.get(name, row.id, caller);
      return stored === null ? [] : [read(stored)];
    });
  };
  return {
    record: read(found),
    parts: (name) => partsOf({ ledger, id }, name),
    linkedParts: (field, name) => {
      const target = ledger.fields[field]?.target;
      const value = found.values[field];
      if (target === undefined) throw new Error(`${ledger.id}.${field} is no link`);
      return typeof value === 'string' ? partsOf({ ledger: ledgerOf(target), id: value }, name) : [];
    },
    rows: (name, where) =>
      store
        .rows(ledgerOf(name).id, where, caller)
        .filter(({ isRemoved }) => !isRemoved)
        .map(({ values }) => values),
    titleOf: (name, other) => store.names('zh').linkTitle(name, other) ?? '',
    codes: (table) => itemsOf(table, store).filter((item) => item.valid_to === undefined),
    isPractice: store.info.practice,
    town: store.info.town.name,
    today: dayText(chinaClock(source.now)),
  };
}

type Reading = Pick<DataSource, 'store' | 'caller' | 'onRevealed'> & { readonly shelf: FileShelf };

function readable(stored: StoredRecord, reading: Reading): DocumentRecord {
  const ledger = ledgerOf(stored.ledger);
  const fieldOf = (name: string) => {
    const field = ledger.fields[name];
    if (field === undefined) throw new Error(`${ledger.id} has no field ${name}`);
    return field;
  };
  const clock = (name: string): string => {
    const { kind } = fieldOf(name);
    const value = stored.values[name] ?? null;
    if (typeof value !== 'string') return '';
    return kind === 'instant' ? chinaClock(new Date(value)) : value;
  };
  return {
    id: stored.id,
    title: stored.title,
    text: (name) => {
      const unit = fieldOf(name).unit?.zh ?? '';
      const text = stored.texts[name] ?? '';
      if (fieldOf(name).masked === true && reading.caller.seesMasked && text !== '')
        reading.onRevealed?.({ ledger: ledger.id, id: stored.id, field: name });
      return text === '' ? '' : text + unit;
    },
    value: (name) => {
      fieldOf(name);
      return stored.values[name] ?? null;
    },
    day: (name) => dayText(clock(name)),
    moment: (name) => momentText(clock(name)),
    choices: (name) => choicesOf(fieldOf(name).table ?? '', stored.values[name] ?? null, reading),
    files: (name) => {
      const hashes = fieldOf(name).kind === 'attachment' ? (stored.values[name] ?? []) : null;
      if (hashes === null) throw new Error(`${ledger.id}.${name} holds no files`);
      return typeof hashes === 'object' ? hashes.flatMap((hash) => reading.shelf.file(hash) ?? []) : [];
    },
    linked: (name) => {
      const { target } = fieldOf(name);
      const value = stored.values[name];
      if (target === undefined || typeof value !== 'string') return null;
      const other = reading.store.get(target, value, reading.caller);
      return other === null ? null : readable(other, reading);
    },
  };
}

function choicesOf(table: string, value: Value, { store }: Reading): readonly Choice[] {
  const items = itemsOf(table, store);
  const isChosen = (code: string): boolean =>
    typeof value === 'object' && value !== null ? value.includes(code) : value === code;
  return items
    .filter(({ code, valid_to: end }) => end === undefined || isChosen(code))
    .map(({ code, name }) => ({ name, isChosen: isChosen(code) }));
}

const itemsOf = (table: string, store: Store) =>
  store.codes.list('zh').find(({ id }) => id === table)?.items ?? [];

/** `2026年11月26日` of an ISO day or clock. */
function dayText(clock: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(clock) ?? [];
  return year === undefined ? '' : `${year}年${String(Number(month))}月${String(Number(day))}日`;
}

function momentText(clock: string): string {
  const [, hour, minute] = /T(\d\d):(\d\d)/.exec(clock) ?? [];
  const day = dayText(clock);
  return hour === undefined ? day : `${day} ${String(Number(hour))}时${minute ?? ''}分`;
}
