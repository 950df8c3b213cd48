import { Segmented, Skeleton } from 'antd';
import { lazy, Suspense, useContext, useMemo, useState } from 'react';
import { compared } from '../../../db/model/figures/compared.ts';
import { indicatorValue } from '../../../db/model/figures/indicators.ts';
import { periodOf, type Period } from '../../../db/model/figures/period.ts';
import { ActiveTabContext } from '../../app/navigation.ts';
import { useAskInSight } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import type { Mark } from './figures-chart.tsx';
import type { FiguresState } from './figures-state.ts';
import type { FigureTable, RowsOf } from './open-rows.ts';

/** The charts' library is heavy; it comes with the first chart. */
const FiguresChart = lazy(async () => ({ default: (await import('./figures-chart.tsx')).FiguresChart }));

/** Bars that can be told apart in the width of the chart. */
const MOST_BARS = 12;

interface Properties {
  readonly state: FiguresState;
  readonly table: FigureTable;
  readonly measures: readonly string[];
  readonly periods: readonly (Period | null)[];
  readonly nameOf: (period: Period | null) => string;
  readonly onOpen: (rows: RowsOf) => void;
}

/** The chosen indicator as a picture: its fullest lines beside those of the period before, or its course over time. */
export function ChartPanel(properties: Properties) {
  const { t } = useText();
  const { state } = properties;
  const [look, setLook] = useState<'compare' | 'trend'>('compare');
  const canTrend = state.period !== null && !state.indicator.isStanding;
  const shown = canTrend ? look : 'compare';
  return (
    <section className="figures-chart" aria-label={t('figures.chart')}>
      {canTrend && (
        <Segmented<'compare' | 'trend'>
          size="small"
          value={shown}
          options={(['compare', 'trend'] as const).map((one) => ({
            value: one,
            label: t(`figures.chart.${one}`),
          }))}
          onChange={setLook}
          aria-label={t('figures.chart')}
        />
      )}
      <Suspense fallback={<Skeleton active />}>
        {shown === 'trend' && state.period !== null ? (
          <Trend {...properties} period={state.period} />
        ) : (
          <Comparison {...properties} />
        )}
      </Suspense>
    </section>
  );
}

function Comparison({ state, table, measures, periods, nameOf, onOpen }: Properties) {
  const { t, label } = useText();
  const { indicator, by } = state;
  const { lines, marks } = useMemo(() => {
    const valued = table.lines.map((line) => ({ line, of: compared(indicator, measures, line.numbers) }));
    const fullest = valued.toSorted((a, b) => (b.of.now ?? -1) - (a.of.now ?? -1)).slice(0, MOST_BARS);
    const kept = valued.filter((one) => fullest.includes(one));
    return {
      lines: kept.map(({ line }) => line),
      marks: kept.map(({ line, of }): Mark => ({ name: line.label, values: [of.now, of.before] })),
    };
  }, [table, indicator, measures]);
  const series = useMemo(
    () =>
      periods.length > 1 && !indicator.isStanding
        ? [nameOf(periods[0] ?? null), nameOf(periods[1] ?? null)]
        : [t('figures.standing')],
    [periods, indicator, nameOf, t],
  );
  if (by === null) return null;
  return (
    <>
      <FiguresChart
        kind="bar"
        indicator={indicator}
        series={series}
        marks={marks}
        label={t('figures.chart.label', { indicator: label(indicator.label) })}
        onOpen={(mark, at) => {
          const line = lines[mark];
          if (line !== undefined)
            onOpen({ indicator, span: periods[at] ?? null, line: { by, key: line.key } });
        }}
      />
      {table.lines.length > MOST_BARS && (
        <p className="soft">{t('figures.chart.more', { count: MOST_BARS })}</p>
      )}
    </>
  );
}

function Trend({ state, measures, nameOf, onOpen, period }: Properties & { readonly period: Period }) {
  const { t, label } = useText();
  const { ledger, indicator } = state;
  const isInSight = useContext(ActiveTabContext);
  const { value } = useAskInSight(
    'figure.trend',
    { ledger: ledger.id, where: {}, period: period.id },
    isInSight,
  );
  const periods = useMemo(() => (value?.periods ?? []).map(periodOf), [value]);
  const marks = useMemo(
    () =>
      periods.map((one, at): Mark => {
        const row = value?.numbers[at] ?? [];
        return {
          name: one?.id ?? '',
          values: [indicatorValue(indicator, (id) => row[measures.indexOf(id)] ?? 0)],
        };
      }),
    [periods, value, indicator, measures],
  );
  const series = useMemo(() => [nameOf(period)], [nameOf, period]);
  if (value === undefined) return <Skeleton active />;
  return (
    <FiguresChart
      kind="line"
      indicator={indicator}
      series={series}
      marks={marks}
      label={t('figures.chart.label', { indicator: label(indicator.label) })}
      onOpen={(mark) => onOpen({ indicator, span: periods[mark] ?? null, line: null })}
    />
  );
}
