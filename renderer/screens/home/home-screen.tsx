import { ImportOutlined, PlusOutlined, SaveOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useNavigation } from '../../app/navigation.ts';
import { areaGroups, ledgerOf, useAction, useAsk } from '../../data/index.ts';
import type { AreaGroup } from '../../data/index.ts';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { formatBytes, formatCount, formatLongDay, today, useText } from '../../text/index.ts';
import { EmptyState, FailureNotice, Panel } from '../../ui/index.ts';
import { DutyNow } from './duty-now.tsx';
import { ExchangeFigures } from './exchange-figures.tsx';
import { RecentBatches } from './recent-batches.tsx';
import './home.css';

/** Ledgers a clerk adds to all day; their buttons stand first. */
const dailyLedgers = ['person', 'residence', 'issue', 'rental_house'] as const;

/** First page of the day: what the town holds, what was done last, and the work one starts most often. */
export function HomeScreen() {
  const { t, language } = useText();
  return (
    <div className="home">
      <div className="home-head">
        <h1>{formatLongDay(today(), language)}</h1>
        <p className="soft">
          {t('home.find')}
          {t('home.find.hint')}
        </p>
      </div>
      <QuickActions />
      <ExchangeFigures />
      <DutyNow />
      <Panel title={t('home.counts')}>
        <Counts />
      </Panel>
      <RecentBatches />
    </div>
  );
}

function QuickActions() {
  const { t, one } = useText();
  const { message } = App.useApp();
  const navigation = useNavigation();
  const backup = useAction('store.backup');
  const ledgers = dailyLedgers.map(ledgerOf).filter((ledger) => ledger !== undefined);
  const backUp = async () => {
    const made = await backup.run({});
    if (made !== null) void message.success(t('home.backup.done', { size: formatBytes(made.bytes) }));
  };
  return (
    <section className="home-actions" aria-label={t('home.quick')}>
      {ledgers.map((ledger, index) => (
        <Button
          key={ledger.id}
          type={index === 0 ? 'primary' : 'default'}
          icon={<PlusOutlined aria-hidden />}
          onClick={() => navigation.openNew(ledger.id)}
        >
          {t('home.register', { ledger: one(ledger.label) })}
        </Button>
      ))}
      <Button icon={<ImportOutlined aria-hidden />} onClick={() => navigation.openImport()}>
        {t('home.import')}
      </Button>
      <Button icon={<SaveOutlined aria-hidden />} loading={backup.isBusy} onClick={() => void backUp()}>
        {t('home.backup')}
      </Button>
      {backup.failure && <FailureNotice failure={backup.failure} />}
    </section>
  );
}

function Counts() {
  const { t } = useText();
  const navigation = useNavigation();
  const people = useAsk('record.total', { ledger: 'person', where: {} }).value;
  const houses = useAsk('record.total', { ledger: 'room', where: {} }).value;
  const isEmpty = people?.total === 0 && houses?.total === 0;
  return (
    <>
      {isEmpty && (
        <EmptyState title={t('home.empty.title')} body={t('home.empty.body')}>
          <Button type="primary" onClick={() => navigation.openImport()}>
            {t('home.import')}
          </Button>
        </EmptyState>
      )}
      <div className="home-areas">
        {areaGroups.map((group) => (
          <Area key={group.id} group={group} />
        ))}
      </div>
    </>
  );
}

function Area({ group }: { readonly group: AreaGroup }) {
  const { label } = useText();
  return (
    <div role="group" className="home-area" aria-label={label(group.label)}>
      <h3>{label(group.label)}</h3>
      {group.ledgers.map((ledger) => (
        <LedgerLine key={ledger.id} ledger={ledger} />
      ))}
    </div>
  );
}

/** One ledger with its count; opens the list. */
function LedgerLine({ ledger }: { readonly ledger: AnyLedger }) {
  const { label, language } = useText();
  const navigation = useNavigation();
  const { value } = useAsk('record.total', { ledger: ledger.id, where: {} });
  return (
    <button type="button" onClick={() => navigation.openList(ledger.id)}>
      <span>{label(ledger.label)}</span>
      <strong>
        {value === undefined ? '' : formatCount(value.total)}
        {value?.exact === false && '+'}
      </strong>
      <small>{language === 'zh' ? ledger.counter.zh : ''}</small>
    </button>
  );
}
