import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dutySheet } from '../../../duty/duty-sheet-of.ts';
import { monthDays } from '../../../duty/month-days.ts';
import { printedBy } from '../../../exchange/document/printed-at.ts';
import { dutyDocument } from '../../../exchange/duty/duty-document.ts';
import { writeDutyWorkbook } from '../../../exchange/duty/duty-workbook.ts';
import { words } from '../../../model/localized.ts';
import type { DutySheet } from '../../../roster/duty-sheet.ts';
import { dutyLayouts, phonePlaces } from '../../../roster/duty-paper.ts';
import type { Store } from '../../../store/api.ts';
import type { Input, StoreContext } from '../../command.ts';
import { printPdf, type PrintedFile } from '../../print-pdf.ts';
import { Refusal, UsageError } from '../../refusal.ts';
import { monthNamed, monthOption, teamNamed, unitOption } from '../../duty-team.ts';
import { storeCommand } from '../../with-store.ts';

const papers = ['A4', 'A3'] as const;
const ways = ['portrait', 'landscape'] as const;

/** `zw roster print`: a month's roster as PDF (by the window's own layout engine), workbook or calendar. */
export const rosterPrintCommand = storeCommand({
  name: 'roster print',
  summary: words(
    '打印值班表：生成 PDF、工作簿或日历文件',
    'Prints a roster: as PDF, as a workbook, or as a calendar file',
  ),
  positionals: [],
  options: {
    ...unitOption,
    ...monthOption,
    pdf: { type: 'string', value: 'OUT', help: words('PDF 文件', 'PDF file') },
    xlsx: { type: 'string', value: 'OUT', help: words('Excel 工作簿', 'Excel workbook') },
    ics: { type: 'string', value: 'OUT', help: words('日历文件（iCalendar）', 'Calendar file (iCalendar)') },
    layout: {
      type: 'string',
      value: dutyLayouts.join('|'),
      help: words('版式，默认按队伍种类', 'Layout; by default as suits the team'),
    },
    paper: { type: 'string', value: papers.join('|'), help: words('纸张，默认 A4', 'Paper, A4 by default') },
    way: {
      type: 'string',
      value: ways.join('|'),
      help: words('方向，默认按内容', 'Way the paper lies; by default as suits the content'),
    },
    phones: {
      type: 'string',
      value: phonePlaces.join('|'),
      help: words('电话的位置，默认 auto', 'Where telephones stand, auto by default'),
    },
    holiday: { type: 'string', value: 'NAME', help: words('节假日名称', 'Name of the holiday') },
    person: {
      type: 'string',
      value: 'NAME',
      help: words('日历文件只含此人', 'Only this person in the calendar file'),
    },
  },
  prints: '{title, days, duties, files:[{file, pages?, missing?}]}',
  run: async (store, input, context) => {
    const sheet = sheetOf(store, input, context);
    const { pdf, xlsx, ics } = outsOf(input);
    const files: PrintedFile[] = [];
    if (xlsx !== null) {
      await writeDutyWorkbook(xlsx, sheet, context.language);
      files.push({ file: xlsx });
    }
    if (ics !== null) {
      const calendar = { sheet, language: context.language, now: context.now(), ...personOf(sheet, input) };
      const { dutyCalendar } = await import('../../../exchange/duty/duty-calendar.ts');
      writeFileSync(ics, dutyCalendar(calendar));
      files.push({ file: ics });
    }
    if (pdf !== null) {
      const document = documentOf(sheet, input, { context, store });
      for (const { out, ...made } of printPdf([{ ...document, out: pdf }], context))
        files.push({ file: out, ...made });
    }
    return { title: sheet.title, days: sheet.days.length, duties: sheet.duties.length, files };
  },
});

function outsOf(input: Input) {
  const at = (name: string): string | null => {
    const value = input.options[name];
    return typeof value === 'string' ? path.resolve(value) : null;
  };
  const outs = { pdf: at('pdf'), xlsx: at('xlsx'), ics: at('ics') };
  if (Object.values(outs).some((out) => out !== null)) return outs;
  throw new UsageError(words('请给出 --pdf、--xlsx 或 --ics', 'Give --pdf, --xlsx or --ics'));
}

function sheetOf(store: Store, input: Input, { language }: StoreContext): DutySheet {
  const { id } = teamNamed(store, input);
  const days = monthDays(monthNamed(input));
  const sheet = dutySheet(store, { team: id, from: days[0] ?? '', to: days.at(-1) ?? '', language });
  if (sheet === null) throw new Error('the team was there a moment ago');
  if (sheet.duties.length > 0) return sheet;
  throw new Refusal('not-found', words('这个月还没有值班表', 'There is no roster of this month'));
}

function documentOf(
  sheet: DutySheet,
  input: Input,
  { context, store }: { readonly context: StoreContext; readonly store: Store },
) {
  const { language, caller } = context;
  const way = input.options['way'] === undefined ? null : chosen(input, 'way', ways);
  const holiday = input.options['holiday'];
  return dutyDocument(sheet, {
    layout: layoutOf(sheet, input),
    paper: chosen(input, 'paper', papers),
    phones: chosen(input, 'phones', phonePlaces),
    ...(way === null ? {} : { landscape: way === 'landscape' }),
    ...(typeof holiday === 'string' ? { holiday } : {}),
    language,
    printed: printedBy(context.now(), caller),
    isPractice: store.info.practice,
  });
}

const layoutOf = ({ kind }: DutySheet, input: Input) =>
  input.options['layout'] === undefined && kind === 'patrol'
    ? 'patrol'
    : chosen(input, 'layout', dutyLayouts);

function personOf({ people }: DutySheet, input: Input): { readonly person?: string } {
  const name = input.options['person'];
  if (typeof name !== 'string') return {};
  const found = people.filter((one) => one.name === name || one.id === name);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return { person: only.id };
  throw new Refusal(
    'not-found',
    words(`值班表里没有或不止一位“${name}”`, `There is no one, or more than one, called "${name}"`),
  );
}

/** The value of an option with a closed list. @throws UsageError for any other. */
function chosen<const T extends string>(
  input: Input,
  name: string,
  [first, ...rest]: readonly [T, ...T[]],
): T {
  const value = input.options[name] ?? first;
  const found = [first, ...rest].find((one) => one === value);
  if (found !== undefined) return found;
  const known = [first, ...rest].join(', ');
  throw new UsageError(words(`--${name} 只能是 ${known}`, `--${name} is one of ${known}`));
}
