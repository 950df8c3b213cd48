import { useEffect } from 'react';
import type { Output } from '../../electron/contract/calls.ts';
import { useAsk, useAskInSight } from '../data/index.ts';

/** What is late and due today, in numbers. */
export type Reminder = Output<'day.reminder'>;

/** How often the program looks whether the day has changed. */
const LOOK_AGAIN_MS = 60_000;

/** The numbers of the day, asked again some moments after records changed; `null` until known. */
export function useReminder(): Reminder | null {
  return useAskInSight('day.reminder', {}, true).value ?? null;
}

/** Keeps the numbers up to date while nothing changes but the day; stands once in the window. */
export function useDayChange(): void {
  const { refresh } = useAsk('day.reminder', {});
  useEffect(() => {
    const timer = setInterval(refresh, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [refresh]);
}
