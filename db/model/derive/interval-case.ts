import type { AnyLedger } from '../define-ledger.ts';
import type { Names, Values } from '../field-kind.ts';
import type { IntervalSpec, MoveAction } from '../interval-spec.ts';
import { isOpen, moveDay, opens } from './interval-fields.ts';
import { linkedPlaces } from './interval-linked.ts';

/** A current record with its values in full. */
export interface Held {
  readonly id: string;
  readonly version: number;
  readonly values: Values;
}

/** What is to be done with the intervals of a subject. */
export interface Move {
  readonly action: MoveAction;
  /** Fields of `moveFields`; the day among them. A field given as `null` stays empty. */
  readonly values: Values;
  /** The open interval the user saw, `null` = none; left out, whatever is open is taken. */
  readonly seen?: Pick<Held, 'id' | 'version'> | null;
  /** The subject's own record ends with its last interval (death). Only with actions that end one. */
  readonly endsSubject?: boolean;
}

/** What the planner must know; it looks nothing up by itself. */
export interface MoveFacts {
  /** All current intervals of the subject, in any order. */
  readonly intervals: readonly Held[];
  readonly subject: Held & { readonly ledger: AnyLedger };
  /** Id the opened interval will have, made by the client. */
  readonly newId: string;
  /** Today in the office's calendar, `YYYY-MM-DD`. */
  readonly today: string;
  readonly names: Names;
  /** A record a place links to; `null` when it is not here. */
  readonly linked: (
    ledger: string,
    id: string,
  ) => { readonly ledger: AnyLedger; readonly values: Values } | null;
}

/** A move with everything that is decided about it before its rows are planned. */
export interface MoveCase {
  readonly ledger: AnyLedger;
  readonly interval: IntervalSpec;
  readonly move: Move;
  readonly facts: MoveFacts;
  /** Values given, and those that follow from linked records. */
  readonly values: Values;
  /** Intervals of the same history that are open; more than one is a mistake made elsewhere. */
  readonly open: readonly Held[];
  readonly current: Held | null;
  /** Intervals of the same history but the current one. */
  readonly others: readonly Held[];
  readonly day: string | null;
  /** A change on the first day of the current interval: the same interval, told better. */
  readonly isCorrection: boolean;
}

/** Puts a move and the facts together. */
export function moveCase(
  ledger: AnyLedger,
  interval: IntervalSpec,
  { move, facts }: { readonly move: Move; readonly facts: MoveFacts },
): MoveCase {
  const values = opens(move.action) ? linkedPlaces(interval, { ledger, move, facts }) : move.values;
  const history = facts.intervals.filter((held) =>
    (interval.within ?? []).every((name) => (held.values[name] ?? null) === (values[name] ?? null)),
  );
  const open = history.filter((held) => isOpen(interval, held.values));
  const current = open[0] ?? null;
  const day = values[moveDay(interval, move.action)];
  return {
    ledger,
    interval,
    move,
    facts,
    values,
    open,
    current,
    others: history.filter((held) => held !== current),
    day: typeof day === 'string' ? day : null,
    isCorrection: move.action === 'change' && current !== null && current.values[interval.from] === day,
  };
}
