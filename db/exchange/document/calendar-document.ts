import { dayAfter, weekdayOf, yearOf } from '../../model/calendar/day-arithmetic.ts';
import { daysFrom } from '../../model/calendar/days-off.ts';
import { words, type Language, type Localized } from '../../model/localized.ts';
import { html, SafeHtml } from './escape-html.ts';
import { pageHtml, type PrintDocument } from './page-html.ts';

/** A day as it stands on paper. */
interface SheetDay {
  readonly day: string;
  readonly kind: 'working' | 'make-up' | 'weekend' | 'holiday';
  readonly name: Localized | null;
  /** False in a year whose holidays are not announced. */
  readonly isKnown: boolean;
  /** What is due, by module. */
  readonly dues: readonly { readonly label: string; readonly count: number }[];
  /** Who is on duty, by team; of the first there is room. */
  readonly duty: readonly { readonly team: string; readonly names: readonly string[] }[];
}

/** What the sheet of a month is made of. */
export interface CalendarSheet {
  readonly language: Language;
  readonly town: string;
  /** `2026-12`. */
  readonly month: string;
  /** The days of the month. */
  readonly days: readonly SheetDay[];
  readonly printed: string;
  readonly isPractice: boolean;
}

const phrases = {
  title: words('{year}年{month}月工作日历', 'Calendar, {month}/{year}'),
  more: words('另{kinds}类', '{kinds} more'),
  off: words('休', 'off'),
  on: words('班', 'work'),
  duty: words('值班：', 'Duty: '),
  others: words('等{count}人', ' and others, {count} in all'),
  comma: words('、', ', '),
  unknown: words('{year}年放假安排尚未公布，按双休日排', 'Holidays of {year} not announced yet'),
  counts: words('数字为当日到期的件数', 'Numbers: what is due that day'),
} as const;

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** People of a team named in a cell of a month of five weeks, or of six; a patrol has dozens, who stand in its roster. */
const NAMES = { five: 4, six: 2 } as const;
/** Lines of a cell for what is due, so that a month of five weeks, or of six, fits one sheet. */
const LINES = { five: 4, six: 3 } as const;

const styles = new SafeHtml(`
.month th { text-align: center; padding: 0.8mm; }
.month td { height: 21mm; padding: 0.6mm 1.5mm; font-size: 7.5pt; line-height: 1.25; white-space: normal; }
.month .date { display: flex; justify-content: space-between; font-size: 10pt; font-weight: bold; }
.month .date span { font-size: 8.5pt; }
.month .off { background: #eee; }
.month .outside { background: none; border-color: #aaa; }
.month .names { max-height: 2.5em; overflow: hidden; }
.month .six .names { max-height: 1.25em; }
.month .line { display: flex; justify-content: space-between; gap: 2mm; }
`);

/** A month on one A4 sheet laid across: days off grey, dues by module, who is on duty. */
export function calendarDocument(sheet: CalendarSheet): PrintDocument {
  const { language, month, days, town, printed } = sheet;
  const title = phrases.title[language]
    .replace('{year}', month.slice(0, 4))
    .replace('{month}', String(Number(month.slice(5))));
  const unknown = days.some(({ isKnown }) => !isKnown);
  const doubt = phrases.unknown[language].replace('{year}', String(yearOf(`${month}-01`)));
  return pageHtml(
    {
      language,
      title,
      town,
      subject: '',
      facts: [phrases.counts[language], ...(unknown ? [doubt] : []), printed],
      footer: `${town}　${title}　${printed}`,
      landscape: true,
      isPractice: sheet.isPractice,
    },
    [
      html`<style>
        ${styles}
      </style>`,
      monthTable(sheet),
    ],
  );
}

function monthTable({ days, language }: CalendarSheet): SafeHtml {
  const byDay = new Map(days.map((day) => [day.day, day]));
  const first = days[0]?.day ?? '';
  const last = days.at(-1)?.day ?? '';
  const from = dayAfter(first, -((weekdayOf(first) + 6) % 7));
  const all = daysFrom(from, dayAfter(last, (7 - weekdayOf(last)) % 7));
  const weeks = Array.from({ length: all.length / 7 }, (_, week) => all.slice(week * 7, week * 7 + 7));
  const cell: Cell = { language, isTight: weeks.length > 5 };
  return html`<table class="month">
    <thead>
      <tr>
        ${weekdays[language].map((name) => html`<th>${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${weeks.map(
        (week) =>
          html`<tr class="${cell.isTight ? 'six' : ''}">
            ${week.map((day) => dayCell(byDay.get(day), cell))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

interface Cell {
  readonly language: Language;
  /** A month of six weeks. */
  readonly isTight: boolean;
}

function dayCell(day: SheetDay | undefined, { language, isTight }: Cell): SafeHtml {
  if (day === undefined) return html`<td class="outside"></td>`;
  const isOff = day.kind === 'weekend' || day.kind === 'holiday';
  const mark = day.kind === 'holiday' ? phrases.off : day.kind === 'make-up' ? phrases.on : null;
  const kind = mark === null ? '' : `${day.name?.[language] ?? ''} ${mark[language]}`;
  return html`<td class="${isOff ? 'off' : ''}">
    <div class="date">${Number(day.day.slice(8))}<span>${kind}</span></div>
    ${dueLines(shortened(day.dues, isTight ? LINES.six : LINES.five, language))}
    ${day.duty
      .slice(0, 1)
      .map(
        ({ names }) =>
          html`<div class="names">
            ${phrases.duty[language]}${namesTold(names, isTight ? NAMES.six : NAMES.five, language)}
          </div>`,
      )}
  </td>`;
}

type DueLine = SheetDay['dues'][number];

const dueLines = (dues: readonly DueLine[]): readonly SafeHtml[] =>
  dues.map(({ label, count }) => html`<div class="line"><span>${label}</span><b>${count}</b></div>`);

/** The largest counts, and the others as one where there are more than lines. */
function shortened(dues: readonly DueLine[], lines: number, language: Language): readonly DueLine[] {
  if (dues.length <= lines) return dues;
  const inOrder = dues.toSorted((a, b) => b.count - a.count);
  const rest = inOrder.slice(lines - 1);
  const label = phrases.more[language].replace('{kinds}', String(rest.length));
  return [...inOrder.slice(0, lines - 1), { label, count: rest.reduce((sum, { count }) => sum + count, 0) }];
}

function namesTold(names: readonly string[], most: number, language: Language): string {
  const told = names.slice(0, most).join(phrases.comma[language]);
  const others = phrases.others[language].replace('{count}', String(names.length));
  return names.length > most ? `${told}${others}` : told;
}
