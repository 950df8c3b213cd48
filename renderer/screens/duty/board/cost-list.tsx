import { formatCount, useText } from '../../../text/index.ts';
import type { Board } from './board-cells.ts';

/** What wishes that are not met cost, rule by rule; nothing where none does. */
export function CostList({ costs }: { readonly costs: Board['costs'] }) {
  const { t } = useText();
  if (costs.length === 0) return null;
  return (
    <>
      <h3>{t('duty.costs')}</h3>
      <dl className="duty-costs">
        {costs.map(({ rule, text, cost }) => (
          <div key={rule}>
            <dt>{text}</dt>
            <dd>{formatCount(Math.round(cost * 10) / 10)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
