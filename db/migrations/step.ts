/** Values SQLite gives and takes. */
type Cell = string | number | Uint8Array | null;
export type StoredRow = Readonly<Record<string, Cell>>;

/**
 * What a frozen step may use. It speaks SQL of its own time and knows nothing of today's definitions.
 * Everything runs inside the one transaction of the migration.
 */
export interface StepTools {
  run(sql: string, ...bound: readonly Cell[]): void;
  rows(sql: string, ...bound: readonly Cell[]): readonly StoredRow[];
  /** Rewrites rows of a table one by one, in entry order; return only columns that change, `null` for "as it is". */
  eachRow(table: string, change: (row: StoredRow) => StoredRow | null): void;
}

/**
 * One change of stored data that cannot be derived from the definitions. Never edited after release: files that
 * went through it exist, and a step that now does something else would leave two kinds of them.
 */
export interface Step {
  /** Numbered in tens; also the database's `user_version` after the step. */
  readonly version: number;
  /** What it does and why, one sentence. */
  readonly note: string;
  /** Tables whose number of rows the step changes; of all others it must stay the same. */
  readonly changesRowsOf: readonly string[];
  readonly up: (tools: StepTools) => void;
}
