import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { words, type Language } from '../localized.ts';
import type { Clock } from './clocks.ts';
import { explainDeadline } from './explain-deadline.ts';

const extended = words(
  '第{n}次延期，原期限届满后续算：',
  'Extension {n}, counted from the former deadline: ',
);

/** Why a clock ends when it does, or what it has left while it stands still: one sentence. */
export function explainClock(clock: Clock, calendar: WorkCalendar, language: Language): string {
  const pauses = clock.pauses.map(([from, to]) => ({ from: new Date(from), to: new Date(to) }));
  const open = clock.stopped === null ? [] : [{ from: new Date(clock.stopped) }];
  const counted = {
    limit: clock.limit,
    from: new Date(clock.from),
    pauses: [...pauses, ...open],
    ...(clock.granted === undefined ? {} : { granted: clock.granted }),
  };
  const prefix =
    clock.added.length === 0 ? '' : extended[language].replace('{n}', String(clock.added.length));
  return prefix + explainDeadline(counted, calendar, language);
}
