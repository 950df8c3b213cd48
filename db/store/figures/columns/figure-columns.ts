import type { Connection } from '../../open/connection.ts';
import type { LedgerTable } from '../../repository/ledger-table.ts';
import { drained, type Steps } from '../../steps.ts';
import { storageErrorOf } from '../../storage-error.ts';
import { ColumnFile } from './column-file.ts';
import { figureLayout, type FigureLayout } from './figure-layout.ts';
import { changedSince, settleColumns } from './settle-columns.ts';

/**
 * Records of a ledger from which on it has columns, and changed ones from which on its columns are brought up to date:
 * so many are read from the table in some ten milliseconds.
 */
const FEWEST_RECORDS = 5000;
/** Changes of all ledgers passed over to find those of one. */
const MOST_PASSED = 20_000;
/** Rows read again before a question is answered, in a multiple of the records a ledger has columns from: half a second. */
const MOST_AT_ONCE = 10;

/** What of a ledger can be counted from its columns. */
export interface Settled {
  readonly layout: FigureLayout;
  readonly file: ColumnFile;
  /** Highest row number in the columns. */
  readonly rows: number;
  /** Rows changed since, in order: they are counted from the table. */
  readonly changed: readonly number[];
}

/**
 * Columns of the ledgers that hold many records. They follow from the table and the log, are written apart from the
 * records, and cost a save nothing: the log tells which rows they do not know yet.
 */
export class FigureColumns {
  readonly #connection: Connection;
  readonly #fewest: number;
  /** Times the columns of a ledger were begun to be brought up to date; only the latest goes on. */
  readonly #runs = new Map<LedgerTable, number>();
  readonly #layouts = new Map<LedgerTable, FigureLayout>();

  constructor(connection: Connection, fewest = FEWEST_RECORDS) {
    this.#connection = connection;
    this.#fewest = fewest;
  }

  layout(table: LedgerTable): FigureLayout {
    const known = this.#layouts.get(table) ?? figureLayout(table);
    this.#layouts.set(table, known);
    return known;
  }

  /**
   * Columns of a ledger, brought up to date first where much has changed; `null` where the table has to be read: where
   * there are few records, and where making columns would keep who asks waiting (`settleSteps` makes them meanwhile).
   */
  settled(table: LedgerTable): Settled | null {
    const there = this.found(table);
    if (there !== null || this.#rowsBehind(table) > MOST_AT_ONCE * this.#fewest) return there;
    drained(this.settleSteps([table]), () => true);
    return this.found(table);
  }

  /**
   * Makes the columns of these ledgers, or brings them up to date, where there are none of the present definitions or much
   * has changed; in slices, counted in records. Nothing is yielded where nothing is to be done.
   */
  *settleSteps(tables: Iterable<LedgerTable>): Steps<void> {
    const behind = [...tables].filter((table) => this.#hasMany(table) && this.found(table) === null);
    const total = behind.reduce((sum, table) => sum + this.#records(table), 0);
    let passed = 0;
    for (const table of behind) {
      const records = this.#records(table);
      for (const { done, total: own } of this.#settle(table))
        yield { done: passed + Math.floor((records * done) / own), total };
      passed += records;
    }
    if (total > 0) yield { done: total, total };
  }

  /** Columns of a ledger as they are; `null` where there are none, or too much has changed since. */
  found(table: LedgerTable): Settled | null {
    const state = this.#state(table);
    if (state === null) return null;
    const last = this.#connection.number('SELECT max(seq) FROM change_log') ?? 0;
    if (last - state.upto > MOST_PASSED) return null;
    const changed = changedSince(this.#connection, table, { after: state.upto, most: this.#fewest });
    if (changed.length >= this.#fewest) return null;
    return {
      layout: this.layout(table),
      file: new ColumnFile(this.#connection, table.no),
      rows: state.rows,
      changed,
    };
  }

  #state(table: LedgerTable): ReturnType<ColumnFile['state']> {
    const state = new ColumnFile(this.#connection, table.no).state();
    return state?.layout === this.layout(table).digest ? state : null;
  }

  #hasMany(table: LedgerTable): boolean {
    return this.#records(table) >= this.#fewest;
  }

  #records({ no }: LedgerTable): number {
    return this.#connection.number('SELECT everything FROM ledger WHERE no = ?', no) ?? 0;
  }

  /** Rows that would be read again, at most: changes of other ledgers count too where there are columns. */
  #rowsBehind(table: LedgerTable): number {
    const state = this.#state(table);
    if (state === null) return this.#records(table);
    return (this.#connection.number('SELECT max(seq) FROM change_log') ?? 0) - state.upto;
  }

  *#settle(table: LedgerTable): Steps<void> {
    const run = (this.#runs.get(table) ?? 0) + 1;
    this.#runs.set(table, run);
    const layout = this.layout(table);
    const goesOn = (): boolean => run === this.#runs.get(table);
    try {
      yield* settleColumns({ connection: this.#connection, table, layout, goesOn });
    } catch (error) {
      // Without room for columns figures are slow, not wrong; whatever else was to be done goes on.
      if (storageErrorOf(error) === null) throw error;
    }
  }
}
