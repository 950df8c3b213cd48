import type { ReactNode } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { useText } from '../../text/index.ts';

/** An interval without an end. */
export type OpenInterval = Output<'interval.open'>[number];

/** `现在：银龙路10号102 自 2024-03-01 起`. */
export function CurrentInterval({ interval }: { readonly interval: OpenInterval }): ReactNode {
  const { t } = useText();
  const place = interval.place === '' ? t('move.unnamed') : interval.place;
  return (
    <p className="move-now">
      <span className="move-place" title={place}>
        {t('move.now', { place })}
      </span>
      <span className="move-since">{t('move.since', { from: interval.from })}</span>
    </p>
  );
}
