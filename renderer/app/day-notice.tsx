import { ClockCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { ask, useAsk } from '../data/index.ts';
import { useText } from '../text/index.ts';
import type { TextKey } from '../text/index.ts';
import { useNavigation } from './navigation.ts';
import { type Reminder, useDayChange, useReminder } from './use-reminder.ts';

/** Day of the last notice, so that it comes once a day and not at every start. */
const seenKey = 'day.notice';

/**
 * The quiet word of the morning: how much is due and late. It comes with the first opening of a day and when the day
 * changes while the program runs, takes no focus, and goes when somebody says so.
 */
export function DayNotice() {
  const { t } = useText();
  const navigation = useNavigation();
  const reminder = useReminder();
  // Read once: what is remembered below is for the next start.
  const seen = useAsk('preference.get', { key: seenKey }).value;
  const [dismissed, setDismissed] = useState('');
  useDayChange();
  const today = reminder?.today;
  const isNew = today !== undefined && seen !== undefined && seen.value !== today;
  useEffect(() => {
    if (isNew) void ask('preference.set', { key: seenKey, value: today });
  }, [isNew, today]);
  if (reminder === null || !isNew || dismissed === today || !isAny(reminder)) return null;
  return (
    <div className="day-notice" role="status">
      <ClockCircleOutlined aria-hidden />
      <span>{t(textOf(reminder), { today: reminder.dueToday, overdue: reminder.overdue })}</span>
      {reminder.told > 0 && <span>{t('day.notice.told', { told: reminder.told })}</span>}
      <Button type="link" size="small" onClick={() => navigation.openScreen('home')}>
        {t('day.notice.look')}
      </Button>
      <Button type="text" size="small" onClick={() => setDismissed(reminder.today)}>
        {t('day.notice.dismiss')}
      </Button>
    </div>
  );
}

const isAny = ({ overdue, dueToday }: Reminder): boolean => overdue + dueToday > 0;

function textOf({ overdue, dueToday }: Reminder): TextKey {
  if (dueToday === 0) return 'day.notice.overdue';
  return overdue === 0 ? 'day.notice.today' : 'day.notice.both';
}
