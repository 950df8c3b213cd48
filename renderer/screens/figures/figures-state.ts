import { useMemo, useState } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { figureOf } from '../../../db/model/figures/figure-of.ts';
import { indicatorsOf, type Indicator } from '../../../db/model/figures/indicators.ts';
import {
  periodAfter,
  periodAt,
  periodOf,
  type Period,
  type PeriodKind,
} from '../../../db/model/figures/period.ts';
import { sharedDimensions } from '../../../db/model/figures/shared-fields.ts';
import { ledgerOf, orderedLedgers } from '../../data/index.ts';
import { today } from '../../text/index.ts';

/** Length of the period, or all records as they stand. */
export type Reach = PeriodKind | 'all';

/** What is shown, and how to change it. */
export interface FiguresState {
  readonly ledger: AnyLedger;
  readonly reach: Reach;
  /** `null`: all records. */
  readonly period: Period | null;
  readonly by: string | null;
  readonly indicator: Indicator;
  /** Fields the indicator has lines by; not all where it counts in other ledgers too. */
  readonly linesBy: readonly string[];
  readonly choose: (ledger: string) => void;
  readonly setReach: (reach: Reach) => void;
  readonly step: (by: 1 | -1) => void;
  readonly setBy: (field: string) => void;
  readonly setIndicator: (id: string) => void;
}

/** Ledger a visit without a wish begins with. */
const FIRST = 'issue';

interface Chosen {
  readonly ledger: string;
  readonly reach: Reach;
  readonly period: string;
  readonly by: string | null;
  readonly indicator: string;
}

/** State of the tables; a ledger without a period field is always shown as it stands. */
export function useFiguresState(ledgerId: string | null): FiguresState {
  const [chosen, setChosen] = useState<Chosen>(() => ({
    ledger: ledgerId ?? FIRST,
    reach: 'month',
    period: periodAt('month', today()).id,
    by: null,
    indicator: 'count',
  }));
  const change = (part: Partial<Chosen>) => setChosen((before) => ({ ...before, ...part }));
  const [anyLedger] = orderedLedgers;
  const ledger = ledgerOf(chosen.ledger) ?? anyLedger;
  if (ledger === undefined) throw new Error('there are no ledgers');
  const { timed, dimensions, indicators } = useMemo(() => {
    const figures = figureOf(ledger);
    return { timed: figures.period, dimensions: figures.dimensions, indicators: indicatorsOf(ledger) };
  }, [ledger]);
  const [count, ...others] = indicators;
  if (count === undefined) throw new Error('every ledger counts its records');
  const isWhole = timed === null || chosen.reach === 'all';
  const period = useMemo(() => (isWhole ? null : periodOf(chosen.period)), [isWhole, chosen.period]);
  const indicator = others.find(({ id }) => id === chosen.indicator) ?? count;
  return {
    ledger,
    reach: timed === null ? 'all' : chosen.reach,
    period,
    by: chosen.by !== null && dimensions.includes(chosen.by) ? chosen.by : firstDimension(ledger, dimensions),
    indicator,
    linesBy: sharedDimensions(ledger, indicator.others),
    choose: (id) => change({ ledger: id, by: null, indicator: 'count' }),
    setReach: (reach) =>
      change(reach === 'all' ? { reach } : { reach, period: periodAt(reach, period?.from ?? today()).id }),
    step: (by) => {
      if (period !== null) change({ period: periodAfter(period, by).id });
    },
    setBy: (field) => change({ by: field }),
    setIndicator: (id) => change({ indicator: id }),
  };
}

/** Villages first: that is what is asked most. */
const firstDimension = ({ fields }: AnyLedger, dimensions: readonly string[]): string | null =>
  dimensions.find((name) => fields[name]?.target === 'division') ?? dimensions[0] ?? null;
