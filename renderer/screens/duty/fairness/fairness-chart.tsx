import { BarChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useText } from '../../../text/index.ts';
import { countOf, shownClasses, written } from './fairness-rows.ts';
import type { FairPerson } from './fairness-rows.ts';

register([
  BarChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  AriaComponent,
  CanvasRenderer,
]);

/** Told apart by lightness too, for whoever sees no colours and for grey printers. */
const colours = { workday: '#9dbde3', restday: '#1f5fa9', holiday: '#c47a12', spring: '#7a1020' } as const;
const ROW_PX = 26;
const HEAD_PX = 72;
/** Above the bars stand the legend and the scale. */
const TOP_PX = 60;

interface Properties {
  readonly people: readonly FairPerson[];
  readonly onOpen: (person: FairPerson) => void;
}

/** Duties of each person by class of day as bars, the fair share as a mark; a bar opens the duties behind it. */
export function FairnessChart({ people, onOpen }: Properties) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const newest = useRef({ people, onOpen });
  useEffect(() => {
    newest.current = { people, onOpen };
  });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const height = HEAD_PX + people.length * ROW_PX;
    const chart = init(element, undefined, { renderer: 'canvas', height });
    chart.setOption(optionOf(people, t));
    // Anywhere in the line of a person, name and gaps between bars included.
    chart.getZr().on('click', ({ offsetX, offsetY }) => {
      const at = chart.convertFromPixel({ seriesIndex: 0 }, [offsetX, offsetY]);
      const person = newest.current.people[Math.round(Number(at[1]))];
      if (person !== undefined && offsetY > TOP_PX) newest.current.onOpen(person);
    });
    const watch = new ResizeObserver(() => chart.resize({ width: element.clientWidth, height }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [people, t]);
  return (
    <div className="duty-chart">
      <div ref={box} role="img" aria-label={t('duty.fairness.chart.label')} />
    </div>
  );
}

function optionOf(people: readonly FairPerson[], t: ReturnType<typeof useText>['t']) {
  const text = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13, color: '#1f2933' };
  return {
    animation: false,
    textStyle: text,
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    legend: { top: 4, left: 8, textStyle: text },
    // A tooltip of HTML would carry inline styles, which the page's policy refuses.
    tooltip: {
      renderMode: 'richText' as const,
      trigger: 'axis' as const,
      axisPointer: { type: 'shadow' as const },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? written(value) : ''),
    },
    xAxis: { type: 'value' as const, minInterval: 1, axisLabel: text, position: 'top' as const },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: people.map(({ name }) => name),
      axisLabel: { ...text, interval: 0, width: 120, overflow: 'truncate' as const },
    },
    series: [
      ...shownClasses.map((counter) => ({
        type: 'bar' as const,
        name: t(`duty.counter.${counter}`),
        stack: 'duties',
        barWidth: 14,
        itemStyle: { color: colours[counter] },
        data: people.map((person) => countOf(person.done, counter)),
      })),
      {
        type: 'scatter' as const,
        name: t('duty.fairness.share.name'),
        symbol: 'rect',
        symbolSize: [3, 20],
        itemStyle: { color: '#1f2933' },
        data: people.map((person) => countOf(person.share, 'total')),
      },
    ],
  };
}
