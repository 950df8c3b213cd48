import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { words, type Localized } from '../localized.ts';
import { type Announcement, workCalendar, type WorkCalendar } from './work-calendar.ts';

/**
 * Days off and make-up days from 2004 on, as announced each November by the General Office of the State Council
 * (国务院办公厅关于部分节假日安排的通知), in the reading of the package `chinese-days`. A new year comes with a new version of it.
 */
export function chinaCalendar(): WorkCalendar {
  return workCalendar(chinaAnnouncement());
}

/** What `chinaCalendar` is made of, for calendars that change days of it. */
export function chinaAnnouncement(): Announcement {
  return { holidays: namesByDay(announced.holidays), makeUpDays: namesByDay(announced.workdays) };
}

/** An entry is `English name,Chinese name,statutory days`. */
function namesByDay(entries: Readonly<Record<string, string>>): ReadonlyMap<string, Localized> {
  return new Map(
    Object.entries(entries).map(([day, entry]) => {
      const [en = '', zh = ''] = entry.split(',');
      return [day, words(zh, en)];
    }),
  );
}
