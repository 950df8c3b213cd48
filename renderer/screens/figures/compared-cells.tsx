import type { ReactNode } from 'react';
import { compared } from '../../../db/model/figures/compared.ts';
import type { Indicator } from '../../../db/model/figures/indicators.ts';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { LineOf, Measure } from '../../../db/model/figures/number-where.ts';
import type { Period } from '../../../db/model/figures/period.ts';
import { ratePartsOf } from '../../../db/model/figures/rate-parts.ts';
import { useText } from '../../text/index.ts';
import { ChangeText } from './change-text.tsx';
import { NumberButton } from './number-button.tsx';
import { shownParts, type RowsOf } from './open-rows.ts';

export interface CellsProperties {
  readonly ledger: AnyLedger;
  readonly indicator: Indicator;
  /** In the order of the numbers. */
  readonly measures: readonly Measure[];
  readonly numbers: readonly (readonly number[])[];
  readonly periods: readonly (Period | null)[];
  readonly line: LineOf | null;
  /** What the line is called. */
  readonly name: string;
  readonly onOpen: (rows: RowsOf) => void;
}

/** The cells of one line: this period, the one before and the change, the year before and the change. */
export function ComparedCells(properties: CellsProperties): ReactNode {
  const { t, language } = useText();
  const { ledger, indicator, measures, numbers, periods, line, name, onOpen } = properties;
  const ids = measures.map(({ id }) => id);
  const { now, before, yearBefore, change, yearChange } = compared(indicator, ids, numbers);
  const cell = (at: number, value: number | null, title: string) => {
    const place = { base: {}, span: periods[at] ?? null, line };
    const counted = { measures, numbers: numbers[at] ?? [] };
    return (
      <td className="figure-cell">
        <NumberButton
          indicator={indicator}
          value={value}
          parts={shownParts(ratePartsOf({ ledger, indicator, language }, counted, place))}
          name={`${name} ${title}`}
          onOpen={() => onOpen({ indicator, span: place.span, line })}
        />
      </td>
    );
  };
  if (periods.length < 2) return cell(0, now, t('figures.standing'));
  if (indicator.isStanding)
    return (
      <>
        {cell(0, now, t('figures.now'))}
        {[1, 2, 3, 4].map((place) => (
          <td key={place} className="figure-cell soft">
            —
          </td>
        ))}
      </>
    );
  return (
    <>
      {cell(0, now, t('figures.now'))}
      {cell(1, before, t('figures.before'))}
      <td className="figure-cell">
        <ChangeText change={change} />
      </td>
      {cell(2, yearBefore, t('figures.year-before'))}
      <td className="figure-cell">
        <ChangeText change={yearChange} />
      </td>
    </>
  );
}

/** Heads of these cells, with the periods they are of. */
export function ComparedHeads({
  periods,
  nameOf,
}: {
  readonly periods: readonly (Period | null)[];
  readonly nameOf: (period: Period | null) => string;
}): ReactNode {
  const { t } = useText();
  if (periods.length < 2) return <th scope="col">{t('figures.standing')}</th>;
  const [now = null, before = null, yearBefore = null] = periods;
  return (
    <>
      <Head title={t('figures.now')} of={nameOf(now)} />
      <Head title={t('figures.before')} of={nameOf(before)} />
      <Head title={t('figures.change')} of="" />
      <Head title={t('figures.year-before')} of={nameOf(yearBefore)} />
      <Head title={t('figures.year-change')} of="" />
    </>
  );
}

function Head({ title, of }: { readonly title: string; readonly of: string }) {
  return (
    <th scope="col">
      {title}
      {of !== '' && <small>{of}</small>}
    </th>
  );
}
