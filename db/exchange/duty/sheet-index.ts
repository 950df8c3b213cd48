import { weekdayOf } from '../../model/calendar/day-arithmetic.ts';
import type { DutySheet, SheetDay, SheetDuty, SheetPerson } from '../../roster/duty-sheet.ts';
import { dutyWords, weekdayName } from './duty-words.ts';
import type { DutyPrintOptions } from './print-options.ts';

/** Somebody on a post on a day, with the person looked up. */
export interface Seat extends SheetDuty {
  readonly who: SheetPerson;
}

/** A sheet with its duties by day and post, and by person and day; the order is that of `people`. */
export interface SheetIndex {
  readonly sheet: DutySheet;
  seats(date: string, post: string): readonly Seat[];
  ofPerson(person: string, date: string): readonly Seat[];
}

/** @throws Error when a duty names a person the sheet does not list: a sheet is made of one store by one function. */
export function indexSheet(sheet: DutySheet): SheetIndex {
  const personById = new Map(sheet.people.map((person) => [person.id, person]));
  const rank = new Map(sheet.people.map((person, at) => [person.id, at]));
  const byPost = new Map<string, Seat[]>();
  const byPerson = new Map<string, Seat[]>();
  const ordered = sheet.duties.toSorted((a, b) => (rank.get(a.person) ?? 0) - (rank.get(b.person) ?? 0));
  for (const duty of ordered) {
    const who = personById.get(duty.person);
    if (who === undefined) throw new Error(`duty of ${duty.person}, who is not on the sheet`);
    const seat = { ...duty, who };
    add(byPost, `${duty.date} ${duty.post}`, seat);
    add(byPerson, `${duty.date} ${duty.person}`, seat);
  }
  return {
    sheet,
    seats: (date, post) => byPost.get(`${date} ${post}`) ?? [],
    ofPerson: (person, date) => byPerson.get(`${date} ${person}`) ?? [],
  };
}

function add(map: Map<string, Seat[]>, key: string, seat: Seat): void {
  const seats = map.get(key);
  if (seats === undefined) map.set(key, [seat]);
  else seats.push(seat);
}

/** What stands for the day of the week: the holiday's name, or the weekday, marked where it is worked instead. */
export function dayName(day: SheetDay, { language }: Pick<DutyPrintOptions, 'language'>): string {
  const weekday = weekdayName(weekdayOf(day.date), language);
  if (day.isMakeUp) return `${weekday}（${dutyWords.makeUp[language]}）`;
  return day.holiday ?? weekday;
}

/** Grey on paper: nobody works on this day. */
export const isShaded = (day: SheetDay): boolean => day.class !== 'workday';

/** Days of the sheet in weeks from Monday to Sunday; `null` where the week reaches over the edge of the sheet. */
export function weeksOf(days: readonly SheetDay[]): readonly (readonly (SheetDay | null)[])[] {
  const weeks: (SheetDay | null)[][] = [];
  for (const day of days) {
    const at = (weekdayOf(day.date) + 6) % 7;
    if (at === 0 || weeks.length === 0) weeks.push(Array.from({ length: 7 }, () => null));
    weeks.at(-1)?.splice(at, 1, day);
  }
  return weeks;
}
