import { dayAfter } from '../../../db/model/calendar/day-arithmetic.ts';
import type { Input } from '../../../electron/contract/calls.ts';

/** Which lines of the log are shown. */
export type LookFilter = Omit<Input<'look.page'>, 'before' | 'limit'>;

/** Spans of days offered by name. */
export const spans = ['today', 'week', 'month', 'all'] as const;
export type Span = (typeof spans)[number];

const DAYS_BACK = { today: 0, week: 6, month: 29 } as const;

/** First and last day of a span, today included. */
export const daysOf = (span: Span, today: string): Pick<LookFilter, 'from' | 'to'> =>
  span === 'all' ? {} : { from: dayAfter(today, -DAYS_BACK[span]), to: today };

/** The span the days make; `null` for days typed in. */
export const spanOf = ({ from, to }: LookFilter, today: string): Span | null =>
  spans.find((span) => {
    const days = daysOf(span, today);
    return days.from === from && days.to === to;
  }) ?? null;

/** The filter a tab was opened with: nothing, or `ledger/record`. */
export function filterOfPart(part: string | null): LookFilter {
  const [ledger, record] = part?.split('/') ?? [];
  return ledger === undefined || record === undefined ? {} : { ledger, record };
}

/** With other values; one that is `undefined` goes. A record is one of its ledger and goes with it. */
export function changed(
  filter: LookFilter,
  values: { readonly [K in keyof LookFilter]?: LookFilter[K] | undefined },
): LookFilter {
  const all = { ...filter, ...('ledger' in values ? { record: undefined } : {}), ...values };
  // Only what is `undefined` is left out, which every entry of a filter may be.
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
