import type { DutySheet, SheetDay } from '../../../roster/duty-sheet.ts';
import { html } from '../../document/escape-html.ts';
import type { DutyBody } from '../duty-page.ts';
import { dutyWords } from '../duty-words.ts';
import type { DutyPrintOptions } from '../print-options.ts';
import type { SheetIndex } from '../sheet-index.ts';
import { listLayout } from './list-layout.ts';

/** The days off of one holiday as a list under a title of its own: 虎门镇2026年国庆节值班安排表. */
export function holidayLayout(index: SheetIndex, options: DutyPrintOptions): DutyBody {
  const { sheet } = index;
  const name = options.holiday ?? holidaysOf(sheet.days)[0];
  const days = sheet.days.filter((day) => !day.isMakeUp && day.holiday === name);
  const [first] = days;
  if (name === undefined || first === undefined) {
    const body = listLayout(index, options, []);
    return { ...body, content: [html`<p>${dutyWords.noHoliday[options.language]}</p>`] };
  }
  const title = dutyWords.holidayTitle[options.language]
    .replace('{unit}', () => officeOf(sheet))
    .replace('{year}', first.date.slice(0, 4))
    .replace('{holiday}', () => fullName(name));
  return { ...listLayout(index, options, days), title };
}

/** Names of the holidays in the sheet's days, in their order. */
export const holidaysOf = (days: readonly SheetDay[]): readonly string[] => [
  ...new Set(days.flatMap((day) => (day.holiday === null || day.isMakeUp ? [] : [day.holiday]))),
];

/** What stands before the year in the sheet's own title (虎门镇 of 虎门镇2026年10月值班表), else the unit. */
const officeOf = ({ title, unit }: DutySheet): string => /^(.+?)\d{4}年/.exec(title)?.[1] ?? unit;

/** The calendar says 中秋, a title 中秋节. */
const fullName = (holiday: string): string =>
  ['清明', '端午', '中秋'].includes(holiday) ? `${holiday}节` : holiday;
