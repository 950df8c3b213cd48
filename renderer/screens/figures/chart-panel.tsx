import { Segmented, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { asSaid } from '../../../db/model/divisions/name-forms.ts';
import { compared } from '../../../db/model/figures/compared.ts';
import { indicatorValue } from '../../../db/model/figures/indicators.ts';
import type { Measure } from '../../../db/model/figures/number-where.ts';
import { periodOf, type Period } from '../../../db/model/figures/period.ts';
import { useShown } from '../../app/use-shown.ts';
import { useText } from '../../text/index.ts';
import { useChartCard } from './chart-card.tsx';
import type { Mark } from './figures-chart.tsx';
import type { FiguresState } from './figures-state.ts';
import { NoLines } from './no-lines.tsx';
import type { FigureTable, RowsOf } from './open-rows.ts';
import { later } from '../../ui/index.ts';

/** The charts' library is heavy; it comes with the first chart. */
const FiguresChart = later(async () => (await import('./figures-chart.tsx')).FiguresChart, WaitingChart);

/** Bars that can be told apart in the width of the chart. */
const MOST_BARS = 12;

interface Properties {
  readonly state: FiguresState;
  readonly table: FigureTable;
  readonly measures: readonly Measure[];
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
      {shown === 'trend' && state.period !== null ? (
        <Trend {...properties} period={state.period} />
      ) : (
        <Comparison {...properties} />
      )}
    </section>
  );
}

function Comparison({ state, table, measures, periods, nameOf, onOpen }: Properties) {
  const { t, label } = useText();
  const { indicator, by } = state;
  const { open, card } = useChartCard(state, measures, onOpen);
  const { lines, marks } = useMemo(() => {
    const ids = measures.map(({ id }) => id);
    // What has no line of its own stands together, and would make all others small.
    const single = table.lines.filter(({ key }) => typeof key !== 'object' || key === null);
    const valued = single.map((line) => ({ line, of: compared(indicator, ids, line.numbers) }));
    const fullest = valued.toSorted((a, b) => (b.of.now ?? -1) - (a.of.now ?? -1)).slice(0, MOST_BARS);
    const kept = valued.filter((one) => fullest.includes(one));
    return {
      lines: kept.map(({ line }) => line),
      // Below a bar is little room.
      marks: kept.map(({ line, of }): Mark => ({ name: asSaid(line.label), values: [of.now, of.before] })),
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
  if (!state.linesBy.includes(by)) return <NoLines {...state} />;
  if (marks.every(({ values }) => values.every((value) => value === null)))
    return <p className="soft figures-nothing">{t('figures.chart.nothing')}</p>;
  return (
    <>
      <div className="figures-canvas-box">
        <FiguresChart
          kind="bar"
          indicator={indicator}
          series={series}
          marks={marks}
          label={t('figures.chart.label', { indicator: label(indicator.label) })}
          onOpen={(mark, series, at) => {
            const line = lines[mark];
            if (line === undefined) return;
            const period = periods[series] ?? null;
            const name = `${line.label} ${nameOf(period)}`.trim();
            open({ name, numbers: line.numbers[series] ?? [], period, line: { by, key: line.key }, at });
          }}
        />
        {card}
      </div>
      {table.lines.length > lines.length && (
        <p className="soft">{t('figures.chart.more', { count: lines.length })}</p>
      )}
    </>
  );
}

function Trend({ state, measures, nameOf, onOpen, period }: Properties & { readonly period: Period }) {
  const { t, label } = useText();
  const { ledger, indicator } = state;
  const { open, card } = useChartCard(state, measures, onOpen);
  const { value } = useShown('figure.trend', { ledger: ledger.id, where: {}, period: period.id });
  const periods = useMemo(() => (value?.periods ?? []).map(periodOf), [value]);
  const marks = useMemo(() => {
    const ids = measures.map(({ id }) => id);
    return periods.map((one, at): Mark => {
      const row = value?.numbers[at] ?? [];
      const number = indicatorValue(indicator, (id) => row[ids.indexOf(id)] ?? 0);
      return { name: one?.id ?? '', values: [number] };
    });
  }, [periods, value, indicator, measures]);
  const series = useMemo(() => [nameOf(period)], [nameOf, period]);
  if (value === undefined) return <Skeleton active />;
  return (
    <div className="figures-canvas-box">
      <FiguresChart
        kind="line"
        indicator={indicator}
        series={series}
        marks={marks}
        label={t('figures.chart.label', { indicator: label(indicator.label) })}
        onOpen={(mark, _, at) => {
          const clicked = periods[mark] ?? null;
          open({
            name: nameOf(clicked),
            numbers: value.numbers[mark] ?? [],
            period: clicked,
            line: null,
            at,
          });
        }}
      />
      {card}
    </div>
  );
}

function WaitingChart() {
  return <Skeleton active />;
}
