import type { SheetDay } from '../../../roster/duty-sheet.ts';
import { html, type SafeHtml } from '../../document/escape-html.ts';
import { aroundTable_mm, bestFit, type DutyBody } from '../duty-page.ts';
import { dutyWords, shortDay } from '../duty-words.ts';
import { fitType, linesOf } from '../fit-type.ts';
import { namesHtml, namesLines, phoneList, phoneListSize } from '../names-html.ts';
import { pageRoom, waysToSet, type DutyPrintOptions, type SetOptions } from '../print-options.ts';
import { dayName, isShaded, type SheetIndex } from '../sheet-index.ts';

const DATE_mm = 20;
const WEEKDAY_mm = 21;
const REMARK_mm = 22;
/** More posts than this are laid across. */
const PORTRAIT_POSTS = 4;
const HEAD_mm = 7;
/** Left and right of a cell's text. */
const PADDING_mm = 2;

/** Rows are days: 日期 | 星期 | 带班领导 | 值班干部 | … | 备注. One page where the type can be made small enough. */
export function listLayout(
  index: SheetIndex,
  options: DutyPrintOptions,
  days: readonly SheetDay[],
): DutyBody {
  const isWide = index.sheet.posts.length > PORTRAIT_POSTS;
  const ways = waysToSet(options, { landscape: [isWide, !isWide], phones: ['cell', 'list'] });
  return bestFit(ways, (way) => setList(index, way, days));
}

function setList(index: SheetIndex, options: SetOptions, days: readonly SheetDay[]): DutyBody {
  const { sheet } = index;
  const { posts } = sheet;
  const { landscape } = options;
  const room = pageRoom(options.paper, landscape);
  const hasRemarks = days.some((day) => day.remark !== '');
  const column_mm =
    (room.width - DATE_mm - WEEKDAY_mm - (hasRemarks ? REMARK_mm : 0)) / Math.max(1, posts.length);
  const list = phoneListSize(options.phones === 'list' ? sheet.people : [], room.width);
  const fit = fitType({
    room_mm: room.height - aroundTable_mm(sheet, room.width) - HEAD_mm - list.height_mm,
    rows: (size) =>
      days.map((day) =>
        Math.max(
          linesOf(dayName(day, options), WEEKDAY_mm - PADDING_mm, size),
          linesOf(day.remark, REMARK_mm - PADDING_mm, size),
          ...posts.map((post) =>
            namesLines(index.seats(day.date, post.id), options, {
              width_mm: column_mm - PADDING_mm,
              size_pt: size,
            }),
          ),
        ),
      ),
  });
  return {
    title: sheet.title,
    landscape,
    ...fit,
    content: [tableHtml(index, { options, days, hasRemarks })],
    appendix: options.phones === 'list' ? phoneList(sheet.people, { ...options, ...list }) : html``,
  };
}

interface Table {
  readonly options: SetOptions;
  readonly days: readonly SheetDay[];
  readonly hasRemarks: boolean;
}

function tableHtml(index: SheetIndex, { options, days, hasRemarks }: Table): SafeHtml {
  const { language } = options;
  const { posts } = index.sheet;
  return html`<table>
    <colgroup>
      <col style="width:${DATE_mm}mm" />
      <col style="width:${WEEKDAY_mm}mm" />
      ${posts.map(() => html`<col />`)} ${hasRemarks ? html`<col style="width:${REMARK_mm}mm" />` : html``}
    </colgroup>
    <thead>
      <tr>
        <th>${dutyWords.date[language]}</th>
        <th>${dutyWords.weekday[language]}</th>
        ${posts.map((post) => html`<th>${post.name}</th>`)}
        ${hasRemarks ? html`<th>${dutyWords.remark[language]}</th>` : html``}
      </tr>
    </thead>
    <tbody>
      ${days.map(
        (day) =>
          html`<tr class="${isShaded(day) ? 'rest' : ''}">
            <td>${shortDay(day.date, language)}</td>
            <td class="${day.holiday === null ? '' : 'holiday'}">${dayName(day, options)}</td>
            ${posts.map((post) => html`<td>${namesHtml(index.seats(day.date, post.id), options)}</td>`)}
            ${hasRemarks ? html`<td>${day.remark}</td>` : html``}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
