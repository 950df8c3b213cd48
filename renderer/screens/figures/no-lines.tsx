import { useText } from '../../text/index.ts';
import type { FiguresState } from './figures-state.ts';

type Properties = Pick<FiguresState, 'ledger' | 'indicator' | 'linesBy'>;

/** Why an indicator that counts in several ledgers has no lines by this field, and by which it has. */
export function NoLines({ ledger, indicator, linesBy }: Properties) {
  const { t, label } = useText();
  const fields = linesBy.map((name) => label(ledger.fields[name]?.label ?? { zh: name, en: name }));
  return (
    <p className="soft figures-nothing">
      {t('figures.lines-by', {
        indicator: label(indicator.label),
        fields: fields.join(t('figures.lines-by.and')),
      })}
    </p>
  );
}
