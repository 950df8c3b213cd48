/**
 * - `counter`: does not scatter; the same on every run and machine, so that one more is a loss and one less a gain.
 * - `ratio`: processor time of the product over that of a floor taken in the same run; scatters within its tolerance.
 */
type FigureKind = 'counter' | 'ratio';

/** One measured number. Smaller is better, always. */
export interface Measured {
  /** `group.what.unit`; begins with the name of its group. */
  readonly name: string;
  readonly kind: FigureKind;
  readonly value: number;
  /** What is counted: `statements`, `bytes`; for a ratio what the floor is. */
  readonly unit: string;
  /** What it was counted over, for the reader: `214 keystrokes`. */
  readonly of: string;
  /** What somebody loses when it gets worse, in one sentence. */
  readonly means: string;
  /** Of a ratio that was measured many times: the share by which a single run may lie above. */
  readonly tolerance?: number;
}
