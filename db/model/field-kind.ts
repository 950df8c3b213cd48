import type { z } from 'zod';
import type { Language } from './localized.ts';
import type { ReasonCode } from './reasons.ts';

/** What a field holds in memory and on the wire. `null` = known to be empty. */
export type Value = string | number | boolean | readonly string[] | null;

/** What a column holds in the database file (STRICT tables). */
export type Stored = string | number | null;

/** The values of one record by field name; fields not given are left alone by a write. */
export type Values = Readonly<Record<string, Value>>;

/** Every kind of field the product knows. A kind is one file in `fields/`. */
export type KindName =
  | 'text'
  | 'long-text'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'day'
  | 'instant'
  | 'yes-no'
  | 'choice'
  | 'multi-choice'
  | 'resident-id'
  | 'credit-code'
  | 'phone'
  | 'link'
  | 'address'
  | 'grid'
  | 'region'
  | 'point'
  | 'attachment'
  | 'computed';

/** How a value can be found: which B-tree or full-text index its tokens go to. */
type TokenKind =
  /** Han text, indexed as character bigrams for "contains" search. */
  | 'text'
  /** A person's or unit's name: as text, and by full pinyin, initials and surname readings. */
  | 'name'
  /** An identifier found by its head or its tail: id number, phone, grid code, credit code. */
  | 'code';

/** One searchable piece of a record; `value` is already normalised (half-width, upper-case, no blanks in codes). */
export interface SearchToken {
  readonly token: TokenKind;
  readonly value: string;
}

/** Why a text could not be read as a value. `args` fill the placeholders of the reason's sentence. */
export interface Unreadable {
  readonly ok: false;
  readonly code: ReasonCode;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** Outcome of reading a sheet cell or a pasted text. An empty cell reads as `value: null`. */
export type Reading<T> = { readonly ok: true; readonly value: T | null } | Unreadable;

/**
 * Names that live in the database, handed to the pure kinds by the data process:
 * code tables (editable, with validity dates) and titles of linked records.
 */
export interface Names {
  readonly language: Language;
  /** Name of a code, also of one no longer valid; `null` when the table has no such code. */
  codeName(table: string, code: string): string | null;
  /** Last day (`YYYY-MM-DD`) of a code that is out of use; `null` while it is valid. */
  codeEnd?(table: string, code: string): string | null;
  /** Code for a name, an alias or the code itself, as found in sheets; `null` when unknown. */
  codeOf(table: string, text: string): string | null;
  /** Title of a linked record; `null` when it is not here. */
  linkTitle(ledger: string, id: string): string | null;
  /** Record a sheet cell means, by natural key or unique title. */
  linkOf(ledger: string, text: string): { readonly id: string } | 'none' | 'several';
}

/**
 * Everything the product knows about one kind of value; adding a kind is adding one of these and its widgets.
 * `T` is the value in memory. All functions are pure.
 */
export interface FieldKind<T> {
  readonly kind: KindName;
  /** Column type; `null` for a computed field, which has no column. */
  readonly storage: 'TEXT' | 'INTEGER' | 'REAL' | null;
  /** Accepts exactly the values that may be stored; made at the first call. Messages are reason codes (see `reasons.ts`). */
  readonly check: () => z.ZodType<T>;
  /**
   * Quick yes to a value `check` accepts; a no says nothing. For kinds whose values differ in every row: a check that can
   * tell its reasons takes several times as long, and nearly all values of a million rows are right.
   */
  readonly fits?: (value: unknown) => boolean;
  /** Value to column. */
  readonly encode: (value: T) => Stored;
  /** Column to value; the column holds what `encode` made. */
  readonly decode: (stored: string | number) => T;
  /** Text for grid cells, printed forms, sheets. Full, never masked. */
  readonly toText: (value: T, names: Names) => string;
  /** Reads a sheet cell, a pasted text or a typed text, forgiving what offices really write. */
  readonly fromText: (cell: string, names: Names) => Reading<T>;
  /** Search tokens; absent = not searchable. Used only where the field says `search: true`. */
  readonly tokens?: (value: T) => readonly SearchToken[];
  /** Text shown to who may not see the value: keeps what is needed to tell two records apart. */
  readonly mask?: (value: T) => string;
  /** How two edits of this field on two nodes become one: newest wins, or the union of both sets. */
  readonly merge: 'newest' | 'union';
  /** What statistics may do with it. */
  readonly totals: 'none' | 'count-by' | 'sum';
  /** Text of the cell sorts as the value does when `false`; `true` = numbers, aligned right. */
  readonly numeric: boolean;
  /** Code table the value comes from (choice kinds). */
  readonly table?: string;
  /** Ledger the value points into (link kinds). */
  readonly target?: string;
  /** Longest text in characters (text kinds) or largest number as written (number kinds). */
  readonly max?: number;
  /** Smallest number as written. */
  readonly min?: number;
  /** Decimal places as written; the value counts the smallest unit (12.50 with 2 digits is 1250). */
  readonly digits?: number;
  /** Counts stand among measured values, so a whole one is read without its zero decimals: 13, not 13.00. */
  readonly hasCounts?: boolean;
  /** How much or how many: read on the screen with the thousands separated. Years and numbers of things are not. */
  readonly isQuantity?: boolean;
  /** A name of a person or unit: searched and sorted by pinyin. */
  readonly name?: boolean;
  /** An identifier, kept upper-case and without blanks. */
  readonly code?: boolean;
  /** Value of a computed field from the other values of its row. */
  readonly compute?: (row: Values) => Value;
}
