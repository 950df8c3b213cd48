import { CalendarOutlined, ImportOutlined, PlusOutlined, SaveOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useNavigation } from '../../app/navigation.ts';
import { ledgerOf, useAction } from '../../data/index.ts';
import { formatBytes, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';

/** Ledgers a clerk adds to all day; their buttons stand first. */
const dailyLedgers = ['person', 'residence', 'issue', 'rental_house'] as const;

/** The work one starts most often. */
export function QuickActions() {
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
      <Button icon={<CalendarOutlined aria-hidden />} onClick={() => navigation.openScreen('calendar')}>
        {t('day.calendar')}
      </Button>
      <Button icon={<SaveOutlined aria-hidden />} loading={backup.isBusy} onClick={() => void backUp()}>
        {t('home.backup')}
      </Button>
      {backup.failure && <FailureNotice failure={backup.failure} />}
    </section>
  );
}
