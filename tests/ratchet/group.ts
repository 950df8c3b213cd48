import type { CountingDriver } from './counters/counting-driver.ts';
import type { Measured } from './figure.ts';

/** Where a group of figures is measured. */
export interface Place {
  /** Empty, for this group alone. */
  readonly folder: string;
}

/** Counters measured together; their names begin with the name of the group. Time stands still, and the driver is counted. */
export interface CounterGroup {
  readonly name: string;
  readonly kind: 'counter';
  readonly measure: (
    place: Place & { readonly driver: CountingDriver },
  ) => Promise<readonly Measured[]> | readonly Measured[];
}

/** One ratio: the product and its floor, taken by turns. */
export interface RatioGroup {
  readonly name: string;
  readonly kind: 'ratio';
  /** What the floor is. */
  readonly floor: string;
  readonly means: string;
  readonly prepare: (place: Place) => Promise<Contest> | Contest;
}

/** A product path and its floor, ready to be run again and again. */
export interface Contest {
  /** What one run is; said with the figure. */
  readonly of: string;
  readonly product: Side;
  readonly floor: Side;
  /** Pairs, where runs leave something behind; else as many as fit into some seconds. */
  readonly pairs?: number;
  readonly end?: () => void;
}

/** One side of a contest. */
export interface Side {
  readonly run: () => unknown;
  /**
   * Runs that are timed as one. Left out where a run leaves nothing behind: then as many as make a sample long enough. To be
   * given where it does, so that each measurement does the same.
   */
  readonly runs?: number;
  /** Put right before each sample, and not timed. */
  readonly before?: () => unknown;
  /** Takes what `run` answers instead of the processor time of this process: what another process needed. */
  readonly isAnswered?: true;
}

export type Group = CounterGroup | RatioGroup;
