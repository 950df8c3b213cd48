import type { DaySpan, DueDays } from '../../model/calendar/due-days.ts';
import type { Localized } from '../../model/localized.ts';
import type { Caller } from './caller.ts';
import type { Where } from './lists.ts';

/** Names one entry of a ledger's `dues` or `wants`. */
export interface DueRef {
  readonly ledger: string;
  /** Position in the list of the definition. */
  readonly place: number;
}

/** What one person has to do of one due. */
export interface DueShare {
  /** Stored value of the person field, for filters; `null` where nobody is named. */
  readonly person: string | null;
  /** That person as people read it; empty where nobody is named. */
  readonly name: string;
  readonly overdue: number;
  readonly today: number;
  readonly week: number;
}

/** One due of a ledger, counted; the whole is the sum of the shares. Entries with nothing due are left out. */
export interface DueTally extends DueRef {
  readonly shares: readonly DueShare[];
  /** False when counting stopped at a bound: numbers are then lower bounds. */
  readonly isExact: boolean;
}

/** Records that lack something they must have, by person. */
export interface WantTally extends DueRef {
  readonly shares: readonly {
    readonly person: string | null;
    readonly name: string;
    readonly missing: number;
  }[];
  readonly isExact: boolean;
}

/** How many records are due on a day. */
export interface DueDayCount extends DueRef {
  readonly day: string;
  readonly count: number;
  /** How many of them are late at the moment asked about. */
  readonly late: number;
}

export interface DueDaysQuery {
  readonly span: DaySpan;
  /** The moment lateness is told at, UTC ISO text. */
  readonly now: string;
}

export interface DueRowQuery extends DueRef {
  readonly span: DaySpan;
  /** Stored values of the person field, any of them. Absent: everybody's. */
  readonly people?: readonly (string | null)[];
  /** 1..500 */
  readonly limit: number;
}

/** A record that is due. */
export interface DueRow extends DueRef {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Day in China it is due. */
  readonly day: string;
  /** Moment it is due, UTC ISO text, where the ledger keeps one; else `null`. */
  readonly at: string | null;
  readonly person: string;
}

/** Late steps of one state that have reached a level and not the next, by who is to act. */
export interface EscalationTally {
  readonly ledger: string;
  /** Code of the state. */
  readonly state: string;
  /** From 1, mildest first, of `levels`. */
  readonly level: number;
  readonly levels: number;
  /** Who is to be told. */
  readonly to: Localized;
  /** Filter of the list that shows them, good for the moment asked about. */
  readonly where: Where;
  /** Field that names who is to act. */
  readonly personField: string | null;
  readonly shares: readonly {
    readonly person: string | null;
    readonly name: string;
    readonly count: number;
  }[];
  readonly isExact: boolean;
}

export interface EscalationRowQuery {
  readonly ledger: string;
  readonly state: string;
  readonly level: number;
  /** The moment lateness is counted at. */
  readonly at: Date;
  readonly people?: readonly (string | null)[];
  /** 1..500 */
  readonly limit: number;
}

/** A case whose step is so late that somebody is to be told. */
export interface EscalationRow {
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Name of the state. */
  readonly state: string;
  /** Field that holds the deadline. */
  readonly field: string;
  readonly level: number;
  readonly levels: number;
  /** Deadline that passed, UTC. */
  readonly due: string;
  /** Moment the level was reached, UTC. */
  readonly since: string;
  readonly person: string;
}

/**
 * What the ledgers say must be done by a day (`dues`) and must be there (`wants`), over the whole file. Counts are
 * remembered until a record of the ledger changes in a field they look at. Ledgers the caller may not open are left out.
 */
export interface DueStore {
  tallies(days: DueDays, caller: Caller): readonly DueTally[];
  wants(caller: Caller): readonly WantTally[];
  /** Counts by day, days without any left out. */
  byDay(query: DueDaysQuery, caller: Caller): readonly DueDayCount[];
  /** Earliest first. */
  rows(query: DueRowQuery, caller: Caller): readonly DueRow[];
  /** Late steps of cases by who is to be told at a moment, as workflows say in `escalates`; counted from an index. */
  escalations(at: Date, caller: Caller): readonly EscalationTally[];
  /** Late longest first. */
  escalationRows(query: EscalationRowQuery, caller: Caller): readonly EscalationRow[];
}
