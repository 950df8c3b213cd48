import type { ComponentType } from 'react';
import type { AnyField } from '../../db/model/define-ledger.ts';
import type { Unreadable, Value } from '../../db/model/field-kind.ts';
import type { Input } from '../../electron/contract/calls.ts';

/** One entry of a list's filter: a value (equal), an array (any of) or a criterion. */
export type FilterEntry = Input<'record.page'>['where'][string];
/** A criterion of a filter: contains, starts, from, to, blank, not. */
export type FilterCriterion = Extract<FilterEntry, { blank?: boolean | undefined }>;

/** A typed text that could not be read; `live` = show it while the field still has the focus. */
export interface TypedProblem {
  readonly unreadable: Unreadable;
  readonly text: string;
  readonly live: boolean;
}

/** What a form hands to the input of any field. */
export interface InputProps {
  /** DOM id of the control, so that the label points to it. */
  readonly id: string;
  readonly ledger: string;
  readonly name: string;
  readonly field: AnyField;
  readonly value: Value;
  /** Display text of `value` where the form knows it (title of a linked record, computed text). */
  readonly text: string | undefined;
  readonly onChange: (value: Value) => void;
  /** Reports a text that is no value yet; `null` once it is. */
  readonly onProblem: (problem: TypedProblem | null) => void;
  readonly invalid: boolean;
  /** Id of the message or help under the field. */
  readonly describedBy: string | undefined;
}

/** What a list hands to the filter of any field. */
export interface FilterProps {
  readonly ledger: string;
  readonly name: string;
  readonly field: AnyField;
  readonly value: FilterEntry | undefined;
  /** `undefined` clears the filter of this field. */
  readonly onChange: (entry: FilterEntry | undefined) => void;
}

/** Everything the window knows about showing one field kind. */
export interface Widget {
  readonly Input: ComponentType<InputProps>;
  /** `null` = lists cannot filter by this kind. */
  readonly Filter: ComponentType<FilterProps> | null;
  /** First width of a grid column, pixels. */
  readonly width: number;
  /** Digits of the cell stand under each other (numbers, days, ids, phones). */
  readonly tabular: boolean;
  /** Takes the whole line of a form. */
  readonly wide: boolean;
  /** A pasted text becomes a value by `fromText`; links are looked up, attachments cannot be pasted. */
  readonly paste: 'text' | 'lookup' | 'none';
}
