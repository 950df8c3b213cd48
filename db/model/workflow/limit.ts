/**
 * How a time limit is counted. `work-hour` and `work-day` run through office hours of working days only; `day` and `month`
 * are counted as 民法典 §§200–203 says: the first day is not counted, the last ends at midnight, and when it is a day off
 * the period ends with the next working day. `minute` is the clock's.
 */
export type LimitUnit = 'minute' | 'work-hour' | 'work-day' | 'day' | 'month';

/** A time limit, for example three working days. */
export interface Limit {
  /** Whole, above 0. */
  readonly amount: number;
  readonly unit: LimitUnit;
}
