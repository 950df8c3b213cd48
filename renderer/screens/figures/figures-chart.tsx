import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { numberText } from '../../../db/model/figures/figure-text.ts';
import type { Indicator } from '../../../db/model/figures/indicators.ts';
import type { MarkPlace } from './chart-card.tsx';

register([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  AriaComponent,
  CanvasRenderer,
]);

/** Steps of the axis of amounts: rates end at 100 %, and of whole things there is no part. */
const amountSteps = {
  rate: { max: 1, interval: 0.25 },
  ratio: {},
  count: { minInterval: 1 },
  sum: { minInterval: 1 },
} as const;
/** Told apart by lightness too, for whoever sees no colours. */
const colours = ['#1f5fa9', '#9dbde3'] as const;
const CURVE_PX = 262;
/** Height of a line of bars; names stand beside them, where long ones have room. */
const BARS_PX = 26;
/** Legend, axis and margins. */
const AROUND_PX = 64;
const NAME_PX = 132;
const LEAST_LINES = 3;

/** One mark of the chart along its axis. */
export interface Mark {
  readonly name: string;
  /** Values by series; `null` = nothing to draw. */
  readonly values: readonly (number | null)[];
}

interface Properties {
  readonly kind: 'bar' | 'line';
  readonly indicator: Indicator;
  readonly series: readonly string[];
  readonly marks: readonly Mark[];
  readonly label: string;
  /** @param at where it was clicked, in pixels of the canvas */
  readonly onOpen: (mark: number, series: number, at: MarkPlace) => void;
}

/** Lines compared as bars, or periods as a curve; a mark opens its rows. */
export function FiguresChart({ kind, indicator, series, marks, label, onOpen }: Properties) {
  const box = useRef<HTMLDivElement>(null);
  const newest = useRef(onOpen);
  useEffect(() => {
    newest.current = onOpen;
  });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const height = kind === 'line' ? CURVE_PX : AROUND_PX + BARS_PX * Math.max(marks.length, LEAST_LINES);
    element.style.height = `${String(height)}px`;
    const chart = init(element, undefined, { renderer: 'canvas', height });
    chart.setOption(optionOf({ kind, indicator, series, marks }));
    chart.on('click', ({ dataIndex, seriesIndex, event }) =>
      newest.current(dataIndex, seriesIndex ?? 0, { x: event?.offsetX ?? 0, y: event?.offsetY ?? 0 }),
    );
    const watch = new ResizeObserver(() => chart.resize({ width: element.clientWidth, height }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [kind, indicator, series, marks]);
  return <div className="figures-canvas" ref={box} role="img" aria-label={label} />;
}

function optionOf({
  kind,
  indicator,
  series,
  marks,
}: Pick<Properties, 'kind' | 'indicator' | 'series' | 'marks'>) {
  const text = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: '#1f2933' };
  const written = (value: unknown): string =>
    typeof value === 'number' ? numberText(indicator, value) : '—';
  const amounts = {
    type: 'value' as const,
    splitNumber: 4,
    ...amountSteps[indicator.kind],
    axisLabel: {
      ...text,
      hideOverlap: true,
      formatter: (value: number) => numberText({ ...indicator, digits: indicator.digits }, value),
    },
  };
  const names = {
    type: 'category' as const,
    data: marks.map(({ name }) => name),
    axisTick: { show: false },
    axisLabel: {
      ...text,
      interval: 0,
      hideOverlap: kind === 'line',
      width: NAME_PX,
      overflow: 'truncate' as const,
    },
  };
  return {
    animation: false,
    textStyle: text,
    grid: { left: 8, right: 16, top: series.length > 1 ? 32 : 12, bottom: 4, containLabel: true },
    ...(series.length > 1 ? { legend: { top: 2, right: 8, itemHeight: 10, textStyle: text } } : {}),
    // A tooltip of HTML would carry inline styles, which the page's policy refuses.
    tooltip: {
      renderMode: 'richText' as const,
      trigger: 'axis' as const,
      axisPointer: { type: kind === 'bar' ? ('shadow' as const) : ('line' as const) },
      valueFormatter: written,
    },
    ...(kind === 'bar'
      ? { xAxis: amounts, yAxis: { ...names, inverse: true } }
      : { xAxis: names, yAxis: amounts }),
    series: series.map((name, at) => ({
      type: kind,
      name,
      barMaxWidth: 16,
      barGap: '10%',
      symbolSize: 8,
      itemStyle: { color: colours[at % colours.length] },
      lineStyle: { color: colours[at % colours.length], width: 2 },
      cursor: 'pointer',
      data: marks.map(({ values }) => values[at] ?? null),
    })),
  };
}
