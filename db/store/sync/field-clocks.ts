import { z } from 'zod';
import type { Stored } from '../../model/field-kind.ts';
import { isLater, type Clock } from '../../model/sync/clock.ts';
import { removedField } from '../../model/sync/removal-race.ts';
import type { Connection, Row } from '../open/connection.ts';

/** Pseudo-field of a value this program does not know. */
export const unknownField = (name: string): string => `$x.${name}`;
/** Stands for every field of a change that is not named. */
const ALL = '*';

/** A change that wrote a value: when, where, by whom, and how it came here. */
export interface Touch {
  readonly clock: Clock;
  readonly author: string;
  /** Position in our log. */
  readonly seq: number;
  /** Node it came from; `null`: made here. */
  readonly source: string | null;
}

const clocksShape = z.record(z.string(), z.tuple([z.number(), z.string()]));

/** Spelling of a change's clocks in the log: one for all fields where they agree. */
export function clocksText(clocks: ReadonlyMap<string, Clock>, rest?: Clock): string {
  const named = new Map(clocks);
  const all = rest ?? [...named.values()][0];
  if (all === undefined) return '{}';
  const own: Record<string, Clock> = { [ALL]: all };
  for (const [field, clock] of named) if (!isEqual(clock, all)) own[field] = clock;
  return JSON.stringify(own);
}

export const isEqual = (a: Clock, b: Clock): boolean => a[0] === b[0] && a[1] === b[1];

/** The clocks a change of another node bears; `null` for our own. */
export const clocksOf = (text: string | null): Readonly<Record<string, Clock>> | null =>
  text === null ? null : clocksShape.parse(JSON.parse(text));

/**
 * True when an arriving value overrules the one that stands. Equal clocks mean the same change, except after a copied
 * file ran twice: then the greater text wins, so that every node decides alike.
 */
export function overrules(
  arriving: { readonly clock: Clock; readonly value: Stored },
  standing: { readonly clock: Clock; readonly value: Stored } | null,
): boolean {
  if (standing === null) return true;
  if (!isEqual(arriving.clock, standing.clock)) return isLater(arriving.clock, standing.clock);
  return arriving.value !== standing.value && textOf(arriving.value) > textOf(standing.value);
}

const textOf = (value: Stored): string => JSON.stringify(value);

/** Logged changes with what `RecordTouches` and the collecting of changes read; to be followed by a condition. */
export const selectTouched = `SELECT c.seq, c.ledger, c.rid, c.record, c.op, c.fields, c.reason, c.clocks, w.at, w.source,
    coalesce(ca.name, a.name) AS author
  FROM change_log c JOIN write_log w ON w.no = c.write JOIN author a ON a.no = w.author
    LEFT JOIN author ca ON ca.no = c.author`;

/** Changes of one record, oldest first; binds ledger number and row number. */
export const selectTouches = `${selectTouched} WHERE c.ledger = ? AND c.rid = ? ORDER BY c.seq`;

/**
 * Who wrote each value of one record, read from the log. A field that was empty when the record was created and never
 * touched since has no clock: whatever arrives for it is later.
 */
export class RecordTouches {
  readonly creation: Touch | null;
  /** Position of the newest change. */
  readonly lastSeq: number;
  readonly #byField = new Map<string, Touch>();
  /** Clocks of creation by field, `*` for the others. */
  readonly #created: Readonly<Record<string, Clock>>;
  readonly #all = new Map<string, Clock[]>();

  constructor(rows: readonly Row[], node: string) {
    let creation: Touch | null = null;
    let created: Readonly<Record<string, Clock>> = {};
    let lastSeq = 0;
    for (const row of rows) {
      const clocks = clocksOf(textOrNull(row['clocks']));
      const own: Clock = [Number(row['at']), node];
      const touch = (field: string): Touch => ({
        clock: clocks === null ? own : (clocks[field] ?? clocks[ALL] ?? own),
        author: String(row['author']),
        seq: Number(row['seq']),
        source: textOrNull(row['source']),
      });
      lastSeq = Number(row['seq']);
      if (row['op'] === 'create') {
        creation = touch(ALL);
        created = clocks ?? { [ALL]: own };
        for (const field of Object.keys(created)) if (field !== ALL) this.#note(field, touch(field));
      } else for (const field of fieldsOf(row)) this.#note(field, touch(field));
    }
    this.creation = creation;
    this.lastSeq = lastSeq;
    this.#created = created;
  }

  /** Who wrote the value that stands; `value` is that value. */
  of(field: string, value: Stored | undefined): Touch | null {
    const touched = this.#byField.get(field);
    if (touched !== undefined) return touched;
    return value === null || value === undefined || field === removedField ? null : this.creation;
  }

  /** Fields that were written after the record was created, or with another clock. */
  touched(): IterableIterator<string> {
    return this.#byField.keys();
  }

  /** True when a change with this clock has written the field here before: its value is in the history. */
  knows(field: string, clock: Clock): boolean {
    const atCreation = this.#created[field] ?? this.#created[ALL];
    if (atCreation !== undefined && isEqual(atCreation, clock)) return true;
    return (this.#all.get(field) ?? []).some((known) => isEqual(known, clock));
  }

  /** Newest change of any value, other than `field`, that a node which knew us up to `seen` had not seen. */
  unseenBy(peer: string, seen: number): readonly string[] {
    const fields: string[] = [];
    for (const [field, touch] of this.#byField) {
      if (field !== removedField && isUnseen(touch, peer, seen)) fields.push(field);
    }
    return fields;
  }

  #note(field: string, touch: Touch): void {
    this.#byField.set(field, touch);
    const all = this.#all.get(field);
    if (all === undefined) this.#all.set(field, [touch.clock]);
    else all.push(touch.clock);
  }
}

/** True when a node that knew our changes up to `seen` did not know this one. */
export const isUnseen = (touch: Touch, peer: string, seen: number): boolean =>
  touch.source !== peer && touch.seq > seen;

/** Reads who wrote the values of a record. */
export const touchesOf = (
  connection: Connection,
  of: { readonly ledgerNo: number; readonly rid: number; readonly node: string },
): RecordTouches => new RecordTouches(connection.rows(selectTouches, of.ledgerNo, of.rid), of.node);

/** Fields a logged change wrote. */
function fieldsOf(row: Row): readonly string[] {
  if (row['op'] === 'remove' || row['op'] === 'restore') return [removedField];
  const text = row['fields'];
  if (typeof text !== 'string') return [];
  const fields: unknown = JSON.parse(text);
  if (typeof fields !== 'object' || fields === null) return [];
  return Object.entries(fields).flatMap(([field, change]: [string, unknown]) =>
    field === '$extra' ? changedUnknown(change) : [field],
  );
}

const extraShape = z.tuple([z.string().nullable(), z.string().nullable()]);

/** Names of the unknown values that differ between two contents of `extra`. */
function changedUnknown(change: unknown): readonly string[] {
  const [before, after] = extraShape.parse(change).map(extraValues);
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter((name) => before?.[name] !== after?.[name]).map(unknownField);
}

const unknownShape = z.record(z.string(), z.union([z.string(), z.number(), z.null()]).catch(null));

/** Values this program does not know, as a row keeps them. */
export const extraValues = (extra: string | null): Readonly<Record<string, Stored>> =>
  extra === null ? {} : unknownShape.parse(JSON.parse(extra));

const textOrNull = (stored: Row[string] | undefined): string | null =>
  typeof stored === 'string' ? stored : null;
