import type { ReactNode } from 'react';
import { useText } from '../text/index.ts';
import type { InputProps } from './widget.ts';

/** Shows a `computed` field; it is worked out by the data process when the record is saved. */
export function ComputedInput({ id, text }: InputProps): ReactNode {
  const { t } = useText();
  return (
    <output id={id} className="widget-computed">
      {text ?? t('widget.computedLater')}
    </output>
  );
}
