import { useEffect, useRef } from 'react';
import { useAsk } from '../../data/index.ts';

/**
 * Asks again when the numbers of the day have changed although no record did: a limit of hours ran out, or a new day
 * began. The window looks every minute (`useDayChange`).
 */
export function useGettingLate(refresh: () => void): void {
  const reminder = useAsk('day.reminder', {}).value;
  const mark = reminder === undefined ? null : `${reminder.today} ${reminder.overdue} ${reminder.dueToday}`;
  const seen = useRef(mark);
  useEffect(() => {
    if (mark === seen.current) return;
    if (seen.current !== null) refresh();
    seen.current = mark;
  }, [mark, refresh]);
}
