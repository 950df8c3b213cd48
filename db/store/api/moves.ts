import type { Values } from '../../model/field-kind.ts';
import type { MoveAction } from '../../model/interval-spec.ts';
import type { Finding } from '../../model/reasons.ts';
import type { Caller } from './caller.ts';
import type { WriteProblem } from './writes.ts';

/** An interval of a subject that has no end yet, as it is told to the user. */
export interface OpenInterval {
  readonly id: string;
  readonly version: number;
  readonly from: string;
  /** Name of the place; empty when it has none. */
  readonly place: string;
}

/** What is to be done with the intervals of a subject (`interval` of the ledger's definition). */
export interface MoveQuestion {
  /** A ledger with intervals. */
  readonly ledger: string;
  /** Record the intervals belong to. */
  readonly subject: string;
  readonly action: MoveAction;
  /** Fields of the action, the day among them. */
  readonly values: Values;
  /** The open interval the user saw; another one open now is refused. Left out: whatever is open. */
  readonly seen?: { readonly id: string; readonly version: number } | null;
  /** The subject's own record ends too (death). */
  readonly endsSubject?: boolean;
  readonly caller: Caller;
}
export interface MoveRequest extends MoveQuestion {
  /** Made by the client (uuid); repeating a request returns the first outcome and changes nothing. */
  readonly writeId: string;
  /** Id of the interval that is opened, made by the client (uuid). */
  readonly newId: string;
}

/** What a move would do. */
export interface MovePreview {
  /** Broken rules with their field, `null` = the move as a whole; with an error it is refused. */
  readonly findings: readonly Finding[];
  /** Values given, and those that follow from linked records. */
  readonly filled: Values;
  /** In the caller's language: `2026-11-24 从 A 迁往 B`. */
  readonly sentence: string;
  /** Fields of the subject's own row that change with it, as texts the caller may see. */
  readonly subject: readonly { readonly field: string; readonly old: string; readonly now: string }[];
}
export type MoveLook =
  | { readonly ok: true; readonly preview: MovePreview }
  | { readonly ok: false; readonly problem: WriteProblem };
