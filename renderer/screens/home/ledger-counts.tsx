import { Button } from 'antd';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useNavigation } from '../../app/navigation.ts';
import { ledgerOf, useAsk } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { EmptyState, Figure, Panel } from '../../ui/index.ts';

/** The ledgers people ask the size of; all others stand in the navigation. */
const mainLedgers = [
  'person',
  'household',
  'room',
  'rental_house',
  'unit',
  'facility',
  'grid',
  'issue',
] as const;

/** How much the town holds, in two columns; an empty town is told how to begin. */
export function LedgerCounts() {
  const { t } = useText();
  const ledgers = mainLedgers.map(ledgerOf).filter((ledger) => ledger !== undefined);
  return (
    <Panel title={t('day.counts')}>
      <div className="home-counts">
        {ledgers.map((ledger) => (
          <Count key={ledger.id} ledger={ledger} />
        ))}
      </div>
    </Panel>
  );
}

/** What stands first in a town without people and houses; nothing in any other. */
export function EmptyTown() {
  const { t } = useText();
  const navigation = useNavigation();
  const people = useAsk('record.total', { ledger: 'person', where: {} }).value;
  const houses = useAsk('record.total', { ledger: 'room', where: {} }).value;
  if (people?.total !== 0 || houses?.total !== 0) return null;
  return (
    <div className="home-empty">
      <EmptyState title={t('home.empty.title')} body={t('home.empty.body')}>
        <Button type="primary" onClick={() => navigation.openImport()}>
          {t('home.import')}
        </Button>
      </EmptyState>
    </div>
  );
}

function Count({ ledger }: { readonly ledger: AnyLedger }) {
  const { label, counter } = useText();
  const navigation = useNavigation();
  const { value } = useAsk('record.total', { ledger: ledger.id, where: {} });
  return (
    <Figure
      label={label(ledger.label)}
      value={value?.total}
      isExact={value?.exact ?? true}
      unit={counter(ledger.counter)}
      onClick={() => navigation.openList(ledger.id)}
    />
  );
}
