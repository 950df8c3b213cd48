import { Popover } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { numberText, type RateParts } from '../../../db/model/figures/figure-text.ts';
import { indicatorValue } from '../../../db/model/figures/indicators.ts';
import type { LineOf, Measure } from '../../../db/model/figures/number-where.ts';
import type { Period } from '../../../db/model/figures/period.ts';
import { ratePartsOf } from '../../../db/model/figures/rate-parts.ts';
import { useText } from '../../text/index.ts';
import type { FiguresState } from './figures-state.ts';
import { shownParts, useOpenPart, type RowsOf, type ShownPart } from './open-rows.ts';
import { enterCard, RateCard } from './rate-card.tsx';

/** A mark of the chart that was clicked, and where, in pixels of the canvas. */
interface Clicked {
  readonly name: string;
  readonly numbers: readonly number[];
  readonly period: Period | null;
  readonly line: LineOf | null;
  readonly at: MarkPlace;
}

export interface MarkPlace {
  readonly x: number;
  readonly y: number;
}

interface Asked {
  readonly at: MarkPlace;
  readonly name: string;
  readonly text: string;
  readonly parts: RateParts<ShownPart>;
}

/** Opens a mark of the chart: the rows of a count, the card of a rate, which stands in the canvas' box. */
export function useChartCard(
  { ledger, indicator }: Pick<FiguresState, 'ledger' | 'indicator'>,
  measures: readonly Measure[],
  onOpen: (rows: RowsOf) => void,
): { readonly open: (clicked: Clicked) => void; readonly card: ReactNode } {
  const { language, label } = useText();
  const openPart = useOpenPart();
  const [asked, setAsked] = useState<Asked | null>(null);
  const open = ({ name, numbers, period, line, at }: Clicked) => {
    const place = { base: {}, span: period, line };
    const parts = shownParts(ratePartsOf({ ledger, indicator, language }, { measures, numbers }, place));
    if (parts === null) return onOpen({ indicator, span: period, line });
    const value = indicatorValue(indicator, (id) => numbers[measures.findIndex((one) => one.id === id)] ?? 0);
    setAsked({ at, name: `${label(indicator.label)} ${name}`, text: numberText(indicator, value), parts });
  };
  const box = useRef<HTMLDivElement>(null);
  const close = () => setAsked(null);
  const card = asked !== null && (
    <Popover
      open
      trigger="click"
      onOpenChange={close}
      afterOpenChange={() => enterCard(box.current)}
      content={
        <RateCard
          ref={box}
          {...asked}
          definition={indicator.definition === null ? null : label(indicator.definition)}
          onOpen={openPart}
          onClose={close}
        />
      }
    >
      <span className="figures-mark" style={{ left: asked.at.x, top: asked.at.y }} />
    </Popover>
  );
  return { open, card };
}
