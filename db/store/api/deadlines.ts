import type { DeadlineTurn } from '../../model/workflow/moved-deadlines.ts';
import type { Caller } from './caller.ts';
import type { Progress } from './upkeep.ts';

/** A day that came to be worked or off since deadlines were last settled. */
interface ChangedDay {
  readonly day: string;
  readonly isWorked: boolean;
}

/** One deadline a change of the calendar concerns. Instants are UTC. */
export interface DeadlineLine {
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Name of the state the case is in. */
  readonly state: string;
  readonly person: string;
  /** Field that holds the deadline. */
  readonly field: string;
  readonly turn: DeadlineTurn;
  /** `null` while its clock stands still. */
  readonly was: string | null;
  /** Deadline from now on; of a kept one, what it would have been. */
  readonly due: string | null;
  readonly wasLate: boolean;
  readonly isLate: boolean;
  /** What changed and what follows, in one sentence. */
  readonly reason: string;
  /** The deadline from now on, reckoned out. */
  readonly explanation: string;
}

/** What a change of the calendar means for deadlines that were given out. */
export interface DeadlineChange {
  /** Earliest first; `null` where it is not known by which calendar deadlines were last settled. */
  readonly days: readonly ChangedDay[] | null;
  /** Deadlines that would move, or have more or less time left. */
  readonly count: number;
  /** Deadlines that stay, since they would already be past. */
  readonly kept: number;
  /** The first of them, those to be moved first, by ledger and old deadline; cases the caller may not open are left out. */
  readonly lines: readonly DeadlineLine[];
}

/** What a move did. */
export interface MovedCount {
  readonly moved: number;
  readonly kept: number;
}

/** Deadlines of open cases and the calendar they were reckoned by. */
export interface DeadlineStore {
  /**
   * What follows from all changes of the calendar since deadlines were last settled, in slices; nothing is written.
   * @param lines how many lines are wanted, 0 for counts alone
   * @param all looks at all open cases whatever is known of changes
   */
  lookSteps(
    of: { readonly lines: number; readonly all?: boolean },
    caller: Caller,
  ): Generator<Progress, DeadlineChange, undefined>;
  /** Moves them as one batch, which `undoBatch` takes back: each case with its step, reason and explanation. Then they are settled. */
  moveSteps(
    batch: string,
    of: { readonly all?: boolean },
    caller: Caller,
  ): Generator<Progress, MovedCount, undefined>;
  /** Remembers the calendar as it is: deadlines stay as they are until it changes again. */
  settle(): void;
}
