import type { ReactNode } from 'react';
import { compared } from '../../../db/model/figures/compared.ts';
import type { Indicator } from '../../../db/model/figures/indicators.ts';
import type { LineOf } from '../../../db/model/figures/number-where.ts';
import type { Period } from '../../../db/model/figures/period.ts';
import { useText } from '../../text/index.ts';
import { ChangeText } from './change-text.tsx';
import { NumberButton } from './number-button.tsx';
import type { RowsOf } from './open-rows.ts';

export interface CellsProperties {
  readonly indicator: Indicator;
  /** Ids of the measures in the order of the numbers. */
  readonly measures: readonly string[];
  readonly numbers: readonly (readonly number[])[];
  readonly periods: readonly (Period | null)[];
  readonly line: LineOf | null;
  /** What the line is called. */
  readonly name: string;
  readonly onOpen: (rows: RowsOf) => void;
}

/** The cells of one line: this period, the one before and the change, the year before and the change. */
export function ComparedCells(properties: CellsProperties): ReactNode {
  const { t } = useText();
  const { indicator, measures, numbers, periods, line, name, onOpen } = properties;
  const { now, before, yearBefore, change, yearChange } = compared(indicator, measures, numbers);
  const cell = (at: number, value: number | null, title: string) => (
    <td className="figure-cell">
      <NumberButton
        indicator={indicator}
        value={value}
        numberOf={(id) => numbers[at]?.[measures.indexOf(id)] ?? 0}
        name={`${name} ${title}`}
        onOpen={(part) => onOpen({ indicator, span: periods[at] ?? null, line, part })}
      />
    </td>
  );
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
