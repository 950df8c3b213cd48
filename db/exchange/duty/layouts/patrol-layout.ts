import type { SheetDay, SheetPost } from '../../../roster/duty-sheet.ts';
import { html, type SafeHtml } from '../../document/escape-html.ts';
import { aroundTable_mm, bestFit, type DutyBody } from '../duty-page.ts';
import { dutyWords, shortDay } from '../duty-words.ts';
import { fitType, linesOf } from '../fit-type.ts';
import { linesHtml, namesHtml, namesLines, phoneList, phoneListSize } from '../names-html.ts';
import { pageRoom, waysToSet, type DutyPrintOptions, type SetOptions } from '../print-options.ts';
import { dayName, isShaded, type SheetIndex } from '../sheet-index.ts';

const GRID_mm = 34;
const SHIFT_mm = 20;
const HEAD_mm = 12;
const PADDING_mm = 1.6;
/** A name of three characters at the smallest type stands on one line. */
const NARROWEST_DAY_mm = 10.5;

/**
 * Rows are grids and shifts, columns days; as many days beside each other as the paper holds, the rest in further tables.
 * Phones stand in a list at the end.
 */
export function patrolLayout(index: SheetIndex, options: DutyPrintOptions): DutyBody {
  const listed = { ...options, phones: options.phones === 'cell' ? 'list' : options.phones };
  const ways = waysToSet(listed, { landscape: [true], phones: ['list'] });
  return bestFit(ways, (way) => setPatrol(index, way));
}

function setPatrol(index: SheetIndex, options: SetOptions): DutyBody {
  const { sheet } = index;
  const { landscape } = options;
  const room = pageRoom(options.paper, landscape);
  const parts = partsOf(sheet.days, Math.floor((room.width - GRID_mm - SHIFT_mm) / NARROWEST_DAY_mm));
  const widest = Math.max(1, ...parts.map((part) => part.length));
  const day_mm = (room.width - GRID_mm - SHIFT_mm) / widest - PADDING_mm;
  const shown = { ...options, phones: 'none' } as const;
  const fit = fitType({
    room_mm: room.height - aroundTable_mm(sheet, room.width) - HEAD_mm,
    rows: (size) =>
      sheet.posts.map((post) =>
        Math.max(
          linesOf(placeText(post), GRID_mm - PADDING_mm, size),
          ...sheet.days.map((day) =>
            namesLines(index.seats(day.date, post.id), shown, { width_mm: day_mm, size_pt: size }),
          ),
        ),
      ),
  });
  const list = phoneListSize(sheet.people, room.width);
  return {
    title: sheet.title,
    landscape,
    ...fit,
    content: parts.map((days) => partHtml(index, { days, isOnly: parts.length === 1, widest }, shown)),
    appendix: options.phones === 'list' ? phoneList(sheet.people, { ...options, ...list }) : html``,
  };
}

/** Days in parts of nearly equal length, none longer than `most`. */
function partsOf(days: readonly SheetDay[], most: number): readonly (readonly SheetDay[])[] {
  const count = Math.max(1, Math.ceil(days.length / Math.max(1, most)));
  const each = Math.ceil(days.length / count);
  return Array.from({ length: count }, (_, at) => days.slice(at * each, (at + 1) * each)).filter(
    (part) => part.length > 0,
  );
}

const placeText = ({ place, name }: SheetPost): string =>
  place === null ? name : [place.name, place.area].filter((text) => text !== '').join('\n');

interface Part {
  readonly days: readonly SheetDay[];
  readonly isOnly: boolean;
  readonly widest: number;
}

function partHtml(index: SheetIndex, { days, isOnly, widest }: Part, options: SetOptions): SafeHtml {
  const { language } = options;
  const { posts } = index.sheet;
  const heading = dutyWords.part[language]
    .replace('{from}', shortDay(days[0]?.date ?? '', language))
    .replace('{to}', shortDay(days.at(-1)?.date ?? '', language));
  const share = `calc((100% - ${String(GRID_mm + SHIFT_mm)}mm) / ${String(widest)})`;
  return html`<section>
    ${isOnly ? html`` : html`<h2>${heading}</h2>`}
    <table class="tight">
      <colgroup>
        <col style="width:${GRID_mm}mm" />
        <col style="width:${SHIFT_mm}mm" />
        ${days.map(() => html`<col style="width:${share}" />`)}
      </colgroup>
      <thead>
        <tr>
          <th>${dutyWords.grid[language]}</th>
          <th>${dutyWords.shift[language]}</th>
          ${days.map(
            (day) =>
              html`<th class="${isShaded(day) ? 'rest' : ''}">
                ${linesHtml(`${String(Number(day.date.slice(8)))}\n${shortWeekday(day, options)}`)}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rowsOf(posts).map(
          ({ post, span }) =>
            html`<tr>
              ${span === 0 ? html`` : html`<td class="left" rowspan="${span}">${linesHtml(placeText(post))}</td>`}
              <td>${post.place === null ? post.hours : `${post.name}`}</td>
              ${days.map(
                (day) =>
                  html`<td class="${isShaded(day) ? 'rest' : ''}">
                    ${namesHtml(index.seats(day.date, post.id), options)}
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** Posts with the rows their grid reaches over; 0 = the grid stands in a row above. */
function rowsOf(posts: readonly SheetPost[]): readonly { readonly post: SheetPost; readonly span: number }[] {
  const key = (post: SheetPost | undefined): string => post?.place?.code ?? post?.id ?? '';
  return posts.map((post, at) => {
    if (at > 0 && key(posts[at - 1]) === key(post)) return { post, span: 0 };
    let span = 1;
    while (at + span < posts.length && key(posts[at + span]) === key(post)) span += 1;
    return { post, span };
  });
}

/** A column of a patrol sheet has room for one or two characters: 五, 国庆. */
function shortWeekday(day: SheetDay, options: SetOptions): string {
  if (day.holiday !== null && !day.isMakeUp) return day.holiday.slice(0, 2);
  return dayName({ ...day, isMakeUp: false, holiday: null }, options).replace('星期', '');
}
