import type { FigureAnswer, Total } from '../api.ts';
import { linkKey } from '../../model/where.ts';
import type { Bound } from '../open/connection.ts';

/** Place in a sorted list: value of the sort column and row number. */
export interface Place {
  readonly key: string | number | null;
  readonly rid: number;
}

/** A remembered place: the row with which this many rows of the list are passed. */
interface Anchor {
  readonly rows: number;
  readonly place: Place;
}

/** Remembered places of one list, by `rows`. */
export interface Anchors {
  readonly places: Anchor[];
  /** The list is shorter than this, once its end was met; else `Infinity`. */
  end: number;
}

interface Entry<T> {
  readonly ledger: string;
  /** Fields it looks at; those of other ledgers with the ledger's name before them, see `fieldsOf`. */
  readonly fields: readonly string[];
  readonly kept: T;
}

/** Lists remembered at once: a handful of tabs with a few filters each. */
const MOST_LISTS = 64;
/** Counts of dues remembered at once: three spans of every due of every ledger, of today and of yesterday. */
const MOST_COUNTED = 2000;

/** Tables of figures remembered at once: a monthly report asks for some sixty. */
const MOST_FIGURES = 256;

/**
 * Figures, totals and anchors of lists already asked for. A write drops what it may have changed: everything of its ledger
 * when records come or go, else only lists that filter or sort by a changed field.
 */
export class ListCache {
  readonly #counted = new Map<string, Entry<unknown>>();
  readonly #totals = new Map<string, Entry<Total>>();
  readonly #anchors = new Map<string, Entry<Anchors>>();
  readonly #figures = new Map<string, Entry<FigureAnswer>>();

  static key(ledger: string, sql: string, bound: readonly Bound[]): string {
    return JSON.stringify([ledger, sql, bound]);
  }

  total(key: string): Total | null {
    return this.#totals.get(key)?.kept ?? null;
  }

  keepTotal(
    key: string,
    ledger: string,
    list: { readonly fields: readonly string[]; readonly total: Total },
  ): Total {
    forgetOldest(this.#totals, MOST_LISTS);
    this.#totals.set(key, { ledger, fields: list.fields, kept: list.total });
    return list.total;
  }

  /** Anchors of a list, empty ones at first. */
  anchors(key: string, ledger: string, fields: readonly string[]): Anchors {
    const known = this.#anchors.get(key);
    if (known !== undefined) return known.kept;
    const fresh: Anchors = { places: [], end: Infinity };
    forgetOldest(this.#anchors, MOST_LISTS);
    this.#anchors.set(key, { ledger, fields, kept: fresh });
    return fresh;
  }

  figures(key: string): FigureAnswer | null {
    return this.#figures.get(key)?.kept ?? null;
  }

  keepFigures(
    key: string,
    ledger: string,
    table: { readonly fields: readonly string[]; readonly answer: FigureAnswer },
  ): FigureAnswer {
    forgetOldest(this.#figures, MOST_FIGURES);
    this.#figures.set(key, { ledger, fields: table.fields, kept: table.answer });
    return table.answer;
  }

  /**
   * Something counted over a ledger, counted anew after a change of these fields. Apart from the totals: the first page
   * asks for some hundred of them at once.
   */
  counted<T>(
    key: string,
    of: { readonly ledger: string; readonly fields: readonly string[] },
    count: () => T,
  ): T {
    const known = this.#counted.get(key);
    // The same key was put in by the same question, whose answer is of this type.
    if (known !== undefined) return known.kept as T;
    const kept = count();
    forgetOldest(this.#counted, MOST_COUNTED);
    this.#counted.set(key, { ...of, kept });
    return kept;
  }

  forgetAll(): void {
    this.#counted.clear();
    this.#totals.clear();
    this.#anchors.clear();
    this.#figures.clear();
  }

  /** Records of a ledger were changed in these fields; `null`: records came or went. */
  changed(ledger: string, fields: readonly string[] | null): void {
    drop(this.#counted, ledger, fields);
    drop(this.#totals, ledger, fields);
    drop(this.#anchors, ledger, fields);
    drop(this.#figures, ledger, fields);
  }
}

/** Makes room for one more. */
function forgetOldest(map: Map<string, unknown>, most: number): void {
  const oldest = map.keys().next();
  if (map.size >= most && oldest.done !== true) map.delete(oldest.value);
}

function drop<T>(map: Map<string, Entry<T>>, ledger: string, fields: readonly string[] | null): void {
  const change = { ledger, fields, before: linkKey({ ledger, link: '' }) };
  for (const [key, entry] of map) if (isTouched(entry, change)) map.delete(key);
}

/** Records of a ledger changed in these fields, or came and went. `before`: what its fields are named with elsewhere. */
interface LedgerChange {
  readonly ledger: string;
  readonly fields: readonly string[] | null;
  readonly before: string;
}

/** Asked of every entry at every save, so it makes no lists. */
function isTouched({ ledger, fields: looked }: Entry<unknown>, change: LedgerChange): boolean {
  const { fields, before } = change;
  const isOwn = ledger === change.ledger;
  if (fields === null) return isOwn || looked.some((field) => field.startsWith(before));
  return looked.some(
    (field) =>
      (isOwn && fields.includes(field)) ||
      (field.startsWith(before) && fields.includes(field.slice(before.length))),
  );
}
