import { townCalendar } from '../model/calendar/town-calendar.ts';
import type { WorkCalendar } from '../model/calendar/work-calendar.ts';
import { dutyCalendarDay } from '../model/ledgers/duty-calendar-day.ts';
import type { Store } from '../store/api.ts';
import { rowsOf } from './kept-rows.ts';

/** The working days of a file's office: what it entered in 节假日安排, else what the program ships. */
export const calendarOf = (store: Store): WorkCalendar => townCalendar(rowsOf(store, dutyCalendarDay, {}));
