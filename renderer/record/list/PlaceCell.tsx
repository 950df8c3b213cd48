import type { CustomCellRendererProps } from 'ag-grid-react';
import { useEffect, type ReactNode } from 'react';
import { withoutTown } from '../../../db/model/derive/place.ts';
import { useTown } from '../../data/index.ts';
import type { Row } from './use-rows.ts';

/** An address without province, city and own town, which every row would repeat; whole in the tooltip and when copied. */
export function PlaceCell({ value, setTooltip }: CustomCellRendererProps<Row>): ReactNode {
  const whole = String(value ?? '');
  const short = withoutTown(whole, useTown());
  const isShortened = short !== whole;
  useEffect(() => {
    // The grid's own rule (only where the cell cuts the text) stays for those that are whole.
    if (isShortened) setTooltip(whole, () => true);
  }, [whole, isShortened, setTooltip]);
  return short;
}
