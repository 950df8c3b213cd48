import type { SheetDay, SheetPerson } from '../../../roster/duty-sheet.ts';
import { html, type SafeHtml } from '../../document/escape-html.ts';
import { aroundTable_mm, bestFit, type DutyBody } from '../duty-page.ts';
import { dutyWords, shortDay } from '../duty-words.ts';
import { fitType, linesOf } from '../fit-type.ts';
import { linesHtml, nameHtml } from '../names-html.ts';
import { pageRoom, waysToSet, type DutyPrintOptions, type SetOptions } from '../print-options.ts';
import { dayName, isShaded, weeksOf, type Seat, type SheetIndex } from '../sheet-index.ts';

const NAME_mm = 26;
const PHONE_mm = 30;
const HEAD_mm = 11;
const PADDING_mm = 2;
/** With more people than this every week begins a page of its own. */
const SHARED_PAGE = 8;

type Week = readonly (SheetDay | null)[];

/** A table a week: rows are people, columns Monday to Sunday, cells the shift. Only people with a duty in that week. */
export function weekLayout(index: SheetIndex, options: DutyPrintOptions): DutyBody {
  const ways = waysToSet(options, { landscape: [true, false], phones: ['cell'] });
  return bestFit(ways, (way) => setWeeks(index, way));
}

function setWeeks(index: SheetIndex, options: SetOptions): DutyBody {
  const { sheet } = index;
  const { landscape } = options;
  const room = pageRoom(options.paper, landscape);
  const weeks = weeksOf(sheet.days);
  const phone_mm = options.phones === 'none' ? 0 : PHONE_mm;
  const cell_mm = (room.width - NAME_mm - phone_mm) / 7 - PADDING_mm;
  const heights = weeks.map((week) => ({ week, people: peopleOf(index, week) }));
  const fullest = heights.reduce((most, next) => (next.people.length > most.people.length ? next : most), {
    week: [] as Week,
    people: [] as readonly SheetPerson[],
  });
  const fit = fitType({
    room_mm: room.height - aroundTable_mm(sheet, room.width) - HEAD_mm,
    rows: (size) =>
      fullest.people.map((person) =>
        Math.max(
          ...fullest.week.map((day) =>
            day === null ? 1 : linesOf(shiftText(index, person.id, day), cell_mm, size),
          ),
        ),
      ),
  });
  return {
    title: sheet.title,
    landscape,
    ...fit,
    appendix: html``,
    content: heights.map(({ week, people }, at) =>
      weekHtml(
        index,
        { week, people, number: at + 1, isOwnPage: fullest.people.length > SHARED_PAGE },
        options,
      ),
    ),
  };
}

function peopleOf(index: SheetIndex, week: Week): readonly SheetPerson[] {
  const days = week.filter((day) => day !== null);
  return index.sheet.people.filter(({ id }) => days.some((day) => index.ofPerson(id, day.date).length > 0));
}

const shifts = (index: SheetIndex, person: string, day: SheetDay): readonly Seat[] =>
  index.ofPerson(person, day.date);

function postName(index: SheetIndex, post: string): string {
  return index.sheet.posts.find(({ id }) => id === post)?.name ?? '';
}

const shiftText = (index: SheetIndex, person: string, day: SheetDay): string =>
  shifts(index, person, day)
    .map(({ post }) => postName(index, post))
    .join('、');

interface OneWeek {
  readonly week: Week;
  readonly people: readonly SheetPerson[];
  readonly number: number;
  readonly isOwnPage: boolean;
}

function weekHtml(
  index: SheetIndex,
  { week, people, number, isOwnPage }: OneWeek,
  options: SetOptions,
): SafeHtml {
  const { language, phones } = options;
  const days = week.filter((day) => day !== null);
  const heading = dutyWords.week[language]
    .replace('{n}', String(number))
    .replace('{from}', shortDay(days[0]?.date ?? '', language))
    .replace('{to}', shortDay(days.at(-1)?.date ?? '', language));
  const hasPhone = phones !== 'none';
  return html`<section class="${isOwnPage ? 'part own-page' : 'part'}">
    <h2>${heading}</h2>
    <table>
      <colgroup>
        <col style="width:${NAME_mm}mm" />
        ${hasPhone ? html`<col style="width:${PHONE_mm}mm" />` : html``} ${week.map(() => html`<col />`)}
      </colgroup>
      <thead>
        <tr>
          <th>${dutyWords.person[language]}</th>
          ${hasPhone ? html`<th>${dutyWords.phone[language]}</th>` : html``}
          ${week.map((day) =>
            day === null
              ? html`<th></th>`
              : html`<th class="${isShaded(day) ? 'rest' : ''}">
                  ${linesHtml(`${shortDay(day.date, language)}\n${dayName(day, options)}`)}
                </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${people.map(
          (person) =>
            html`<tr>
              <td>${nameHtml(person.name)}</td>
              ${hasPhone ? html`<td>${person.phone}</td>` : html``}
              ${week.map((day) => (day === null ? html`<td></td>` : cellHtml(index, { person, day }, options)))}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function cellHtml(
  index: SheetIndex,
  { person, day }: { readonly person: SheetPerson; readonly day: SheetDay },
  { language }: SetOptions,
): SafeHtml {
  const seats = shifts(index, person.id, day);
  const isChanged = seats.some((seat) => seat.isChanged);
  return html`<td class="${isShaded(day) ? 'rest' : ''}">
    ${shiftText(index, person.id, day)}${
      isChanged ? html`<span class="mark">${dutyWords.changed[language]}</span>` : html``
    }
  </td>`;
}
