import { Tag } from 'antd';
import { formatCount, useText } from '../../../text/index.ts';
import { totals } from '../send-plan.ts';
import type { PreviewLedger } from '../send-plan.ts';

const counted = ['created', 'changed', 'removed', 'invalid'] as const;

/** What leaves, by ledger and by what was done; the sums below. */
export function PreviewTable({ ledgers }: { readonly ledgers: readonly PreviewLedger[] }) {
  const { t } = useText();
  const sums = totals(ledgers);
  return (
    <div className="plain-table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('exchange.send.column.ledger')}</th>
            {counted.map((name) => (
              <th key={name} scope="col" className="number">
                {t(`exchange.send.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ledgers.map((ledger) => (
            <tr key={ledger.ledger}>
              <th scope="row">
                {ledger.label}
                {ledger.isSensitive && <Tag className="sensitive-mark">{t('exchange.send.sensitive')}</Tag>}
              </th>
              {counted.map((name) => (
                <td key={name} className={cellClass(name, ledger[name])}>
                  {ledger[name] === 0 ? '' : formatCount(ledger[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('exchange.send.total')}</th>
            {counted.map((name) => (
              <td key={name} className={cellClass(name, sums[name])}>
                {formatCount(sums[name])}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const cellClass = (name: (typeof counted)[number], value: number): string =>
  name === 'invalid' && value > 0 ? 'number due' : 'number';
