import type { Change } from './change.ts';
import { indicatorChange, indicatorValue, type Indicator } from './indicators.ts';

/** A number with those it is compared with. */
export interface Compared {
  readonly now: number | null;
  readonly before: number | null;
  readonly yearBefore: number | null;
  /** 环比 and 同比; `null` where nothing is compared: records as they stand. */
  readonly change: Change | null;
  readonly yearChange: Change | null;
}

/**
 * An indicator of one line of a table.
 * @param measures ids in the order of the numbers
 * @param numbers by period (this, the one before, a year before; or only this) and by measure
 */
export function compared(
  indicator: Indicator,
  measures: readonly string[],
  numbers: readonly (readonly number[])[],
): Compared {
  const valueAt = (at: number): number | null => {
    const row = numbers[at];
    if (row === undefined || (indicator.isStanding && at > 0)) return null;
    return indicatorValue(indicator, (id) => row[measures.indexOf(id)] ?? 0);
  };
  const [now, before, yearBefore] = [valueAt(0), valueAt(1), valueAt(2)];
  const isCompared = numbers.length > 1 && !indicator.isStanding;
  return {
    now,
    before,
    yearBefore,
    change: isCompared ? indicatorChange(indicator, now, before) : null,
    yearChange: isCompared ? indicatorChange(indicator, now, yearBefore) : null,
  };
}
