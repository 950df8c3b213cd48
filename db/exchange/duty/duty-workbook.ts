import type { DutySheet, SheetPost } from '../../roster/duty-sheet.ts';
import { widthFor } from '../sheet/write/column-width.ts';
import type { CellOut, ColumnOut, SheetOut } from '../sheet/write/sheet-out.ts';
import { writeWorkbook } from '../sheet/write/write-workbook.ts';
import { dutyWords } from './duty-words.ts';
import type { DutyPrintOptions } from './print-options.ts';
import { dayName, indexSheet, type Seat, type SheetIndex } from './sheet-index.ts';

type Language = DutyPrintOptions['language'];

/**
 * A roster as a workbook: sheet 1 a row per day as on paper (it can be corrected and read in again), sheet 2 a row per
 * duty, for whoever wants to filter and count. Names and phones are text cells, days real days.
 */
export async function writeDutyWorkbook(file: string, sheet: DutySheet, language: Language): Promise<void> {
  const index = indexSheet(sheet);
  await writeWorkbook(file, [daysSheet(index, language), dutiesSheet(index, language)]);
}

const textColumn = (texts: readonly string[]): ColumnOut => ({ width: widthFor(texts, 60), isText: true });

function daysSheet(index: SheetIndex, language: Language): SheetOut {
  const { sheet } = index;
  const head = [
    dutyWords.date[language],
    dutyWords.weekday[language],
    ...sheet.posts.map(postTitle),
    dutyWords.remark[language],
  ];
  const rows = sheet.days.map((day) => [
    day.date,
    dayName(day, { language }),
    ...sheet.posts.map((post) => index.seats(day.date, post.id).map(cellText).join('、')),
    day.remark,
  ]);
  const columns = head.map((title, at) => textColumn([title, ...rows.map((row) => row[at] ?? '')]));
  return {
    name: sheet.title,
    columns: columns.map((column, at) => (at === 0 ? { width: DAY_WIDTH } : column)),
    frozenRows: 1,
    rows: [
      head.map(titleCell),
      ...rows.map((row) => row.map((text, at) => (at === 0 ? { day: text } : text))),
    ],
  };
}

const DAY_WIDTH = 13;

/** Title of a post's column: a post of a patrol is named with its grid. */
export const postTitle = ({ name, place }: SheetPost): string =>
  place === null ? name : `${place.name} ${name}`;

const cellText = ({ who }: Seat): string => (who.phone === '' ? who.name : `${who.name} ${who.phone}`);

const titleCell = (text: string): CellOut => ({ text, style: 'header' });

const dutyColumns = {
  post: { zh: '岗位', en: 'Post' },
  hours: { zh: '时间', en: 'Hours' },
  changed: { zh: '调班', en: 'Swapped' },
  sheet: { zh: '逐条', en: 'Duties' },
} as const;

function dutiesSheet(index: SheetIndex, language: Language): SheetOut {
  const { sheet } = index;
  const head = [
    dutyWords.date[language],
    dutyWords.weekday[language],
    dutyWords.grid[language],
    dutyColumns.post[language],
    dutyColumns.hours[language],
    dutyWords.person[language],
    dutyWords.phone[language],
    dutyColumns.changed[language],
  ];
  const rows = sheet.days.flatMap((day) =>
    sheet.posts.flatMap((post) =>
      index
        .seats(day.date, post.id)
        .map(({ who, isChanged }): readonly CellOut[] => [
          { day: day.date },
          dayName(day, { language }),
          post.place?.name ?? '',
          post.name,
          post.hours,
          who.name,
          who.phone,
          isChanged ? dutyWords.changed[language] : '',
        ]),
    ),
  );
  const texts = (at: number): readonly string[] =>
    rows.map((row) => (typeof row[at] === 'string' ? row[at] : ''));
  return {
    name: dutyColumns.sheet[language],
    columns: head.map((title, at) => (at === 0 ? { width: DAY_WIDTH } : textColumn([title, ...texts(at)]))),
    frozenRows: 1,
    isFiltered: true,
    rows: [head.map(titleCell), ...rows],
  };
}
