import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { numberText } from '../../../db/model/figures/figure-text.ts';
import type { Indicator } from '../../../db/model/figures/indicators.ts';

register([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  AriaComponent,
  CanvasRenderer,
]);

/** Told apart by lightness too, for whoever sees no colours. */
const colours = ['#1f5fa9', '#9dbde3'] as const;
const HEIGHT_PX = 262;
/** Room of a name below its bars, pixels. */
const NAME_PX = 84;

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
  readonly onOpen: (mark: number, series: number) => void;
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
    const chart = init(element, undefined, { renderer: 'canvas', height: HEIGHT_PX });
    chart.setOption(optionOf({ kind, indicator, series, marks }));
    chart.on('click', ({ dataIndex, seriesIndex }) => newest.current(dataIndex, seriesIndex ?? 0));
    const watch = new ResizeObserver(() => chart.resize({ width: element.clientWidth, height: HEIGHT_PX }));
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
    xAxis: {
      type: 'category' as const,
      data: marks.map(({ name }) => name),
      axisLabel: {
        ...text,
        interval: 0,
        hideOverlap: true,
        width: NAME_PX,
        overflow: 'truncate' as const,
        rotate: marks.length > 8 ? 40 : 0,
      },
    },
    yAxis: {
      type: 'value' as const,
      ...(indicator.kind === 'rate' ? { max: 1 } : { minInterval: 1 }),
      axisLabel: {
        ...text,
        formatter: (value: number) => numberText({ ...indicator, digits: indicator.digits }, value),
      },
    },
    series: series.map((name, at) => ({
      type: kind,
      name,
      barMaxWidth: 22,
      symbolSize: 8,
      itemStyle: { color: colours[at % colours.length] },
      lineStyle: { color: colours[at % colours.length], width: 2 },
      cursor: 'pointer',
      data: marks.map(({ values }) => values[at] ?? null),
    })),
  };
}
