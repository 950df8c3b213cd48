import { Button } from 'antd';
import { useNavigation } from '../../app/navigation.ts';
import { useAsk } from '../../data/index.ts';
import { formatCount, useText } from '../../text/index.ts';
import { Panel } from '../../ui/index.ts';
import { CheckDeadlines } from '../deadlines/check-deadlines.tsx';

/** The holiday calendar of the office, and the deadlines a change of it concerns. */
export function CalendarPanel() {
  const { t } = useText();
  const navigation = useNavigation();
  const count = useAsk('deadline.look', { lines: 0 }).value?.count ?? 0;
  return (
    <Panel title={t('settings.calendar')} actions={<CheckDeadlines />}>
      <p className="soft settings-words">{t('settings.calendar.body')}</p>
      {count > 0 && <p className="settings-words">{t('deadlines.notice', { count: formatCount(count) })}</p>}
      <Button size="small" onClick={() => navigation.openList('duty_calendar_day')}>
        {t('settings.calendar.days')}
      </Button>
    </Panel>
  );
}
