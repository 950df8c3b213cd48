import type { SheetDay } from '../../../roster/duty-sheet.ts';
import { html, type SafeHtml } from '../../document/escape-html.ts';
import { aroundTable_mm, bestFit, type DutyBody } from '../duty-page.ts';
import { dutyWords, shortDay, weekdayName } from '../duty-words.ts';
import { fitType } from '../fit-type.ts';
import { namesHtml, namesLines, phoneList, phoneListSize } from '../names-html.ts';
import { pageRoom, waysToSet, type DutyPrintOptions, type SetOptions } from '../print-options.ts';
import { isShaded, weeksOf, type SheetIndex } from '../sheet-index.ts';

const HEAD_mm = 7;
const PADDING_mm = 3;
/** Monday first, as offices write weeks (GB/T 7408). */
const order = [1, 2, 3, 4, 5, 6, 0] as const;

/** Rows are weeks, columns Monday to Sunday; each day says who is on which post. Phones, when asked for, stand in a list. */
export function calendarLayout(index: SheetIndex, options: DutyPrintOptions): DutyBody {
  const listed = { ...options, phones: options.phones === 'cell' ? 'list' : options.phones };
  const ways = waysToSet(listed, { landscape: [true, false], phones: ['none'] });
  return bestFit(ways, (way) => setCalendar(index, way));
}

function setCalendar(index: SheetIndex, options: SetOptions): DutyBody {
  const { sheet } = index;
  const { landscape } = options;
  const room = pageRoom(options.paper, landscape);
  const weeks = weeksOf(sheet.days);
  const text_mm = room.width / 7 - PADDING_mm;
  const list = phoneListSize(options.phones === 'list' ? sheet.people : [], room.width);
  const dayLines = (day: SheetDay, size: number): number =>
    1 +
    sheet.posts.reduce(
      (sum, post) =>
        sum +
        namesLines(index.seats(day.date, post.id), options, {
          width_mm: text_mm,
          size_pt: size,
          before_em: post.name.length + 1,
        }),
      0,
    );
  const fit = fitType({
    room_mm: room.height - aroundTable_mm(sheet, room.width) - HEAD_mm - list.height_mm,
    rows: (size) =>
      weeks.map((week) => Math.max(...week.map((day) => (day === null ? 1 : dayLines(day, size))))),
  });
  return {
    title: sheet.title,
    landscape,
    ...fit,
    content: [tableHtml(index, weeks, options)],
    appendix: options.phones === 'list' ? phoneList(sheet.people, { ...options, ...list }) : html``,
  };
}

function tableHtml(
  index: SheetIndex,
  weeks: readonly (readonly (SheetDay | null)[])[],
  options: SetOptions,
): SafeHtml {
  return html`<table class="calendar">
    <thead>
      <tr>
        ${order.map((weekday) => html`<th>${weekdayName(weekday, options.language)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${weeks.map(
        (week) =>
          html`<tr>
            ${week.map((day) => (day === null ? html`<td></td>` : dayHtml(index, day, options)))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function dayHtml(index: SheetIndex, day: SheetDay, options: SetOptions): SafeHtml {
  const filled = index.sheet.posts.filter((post) => index.seats(day.date, post.id).length > 0);
  const number = Number(day.date.slice(8));
  const label = number === 1 ? shortDay(day.date, options.language) : String(number);
  return html`<td class="${isShaded(day) ? 'rest' : ''}">
    <span class="number"><span>${label}</span><span>${occasion(day, options)}</span></span>
    ${filled.map(
      (post) =>
        html`<span class="post"
          ><b>${post.name}：</b>${namesHtml(index.seats(day.date, post.id), options)}</span
        >`,
    )}
  </td>`;
}

/** The holiday, or what a working weekend makes up for; empty on any other day. */
function occasion({ holiday, isMakeUp }: SheetDay, { language }: SetOptions): string {
  if (holiday === null) return '';
  return isMakeUp ? dutyWords.makeUpFor[language].replace('{holiday}', () => holiday) : holiday;
}
