import type { AnyLedger } from '../../model/define-ledger.ts';

/** A record a repeated part stands for. */
export interface FormRow {
  readonly ledger: AnyLedger;
  readonly id: string;
  /** Its number in the list, from 1. */
  readonly number: number;
}

/** What a token comes to. `number` and `day` are there when a cell may hold a real number or day. */
export interface FormValue {
  readonly text: string;
  readonly number: number | null;
  /** `YYYY-MM-DD` */
  readonly day: string | null;
}

/** Where a form gets its values from. `rows` are the records a token stands in, innermost first. */
export interface FormSource {
  value(inner: string, rows: readonly FormRow[]): FormValue;
  /** Whether a `{?…}` or `{^…}` part is kept. */
  holds(inner: string, rows: readonly FormRow[]): boolean;
  /** The records of a `{#…}` part. */
  repeated(name: string, rows: readonly FormRow[]): readonly FormRow[];
  /** True when the token speaks of a record of the list the form is filled with. */
  needsRow(inner: string): boolean;
}

export const emptyValue: FormValue = { text: '', number: null, day: null };
