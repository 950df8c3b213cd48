import { chinaAhead_ms } from '../model/office-time.ts';

const HOUR_MS = 3_600_000;

/** The moment a duty of a day begins; `start` is China's wall clock, `HH:MM`. */
export const beginOf = (date: string, start: string): Date =>
  new Date(Date.parse(`${date}T${start}:00.000Z`) - chinaAhead_ms);

/** The moment it ends. */
export const endOf = (date: string, start: string, hours: number): Date =>
  new Date(beginOf(date, start).getTime() + hours * HOUR_MS);

/** Hours of a post as people write them: 08:30–17:30, 08:30–次日08:30. */
export function hoursText(start: string, hours: number, nextDay: string): string {
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  const minutes = Math.round(hour * 60 + minute + hours * 60);
  const days = Math.floor(minutes / 1440);
  const clock = [Math.floor(minutes / 60) % 24, minutes % 60];
  const end = clock.map((part) => String(part).padStart(2, '0')).join(':');
  return `${start}–${days > 0 ? nextDay : ''}${end}`;
}
