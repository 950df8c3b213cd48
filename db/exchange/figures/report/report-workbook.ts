import type { Language } from '../../../model/localized.ts';
import type { CellOut, SheetOut } from '../../sheet/write/sheet-out.ts';
import { writeWorkbook } from '../../sheet/write/write-workbook.ts';
import { besideNumbers, headCell, numberCell, noteCell, titleCell } from '../figure-cells.ts';
import type { MonthlyReport, ReportGroup, ReportNumber, ReportRow } from './monthly-report.ts';
import { groupNumbers, reportWords } from './report-words.ts';

const COLUMNS = [{ width: 30 }, { width: 8 }, ...[12, 12, 14, 12, 14].map((width) => ({ width }))];

/** The monthly report as a workbook: the seven groups with numbers that can be reckoned on, the overview, and what is counted. */
export async function writeReportWorkbook(
  file: string,
  report: MonthlyReport,
  language: Language,
): Promise<void> {
  const head = [titleCell(`${report.town} ${report.periods[0]} ${report.title}`)];
  const facts = [reportWords.reckoned[language].replace('{at}', report.reckonedAt)];
  const practice = report.isPractice ? [[reportWords.practice[language]]] : [];
  const sheetOf = (name: string, groups: readonly ReportGroup[]): SheetOut => ({
    name,
    columns: COLUMNS,
    frozenRows: 0,
    rows: [
      head,
      facts,
      ...practice,
      ...groups.flatMap((group, at) => groupRows(group, at, { report, language })),
    ],
  });
  const definitions: SheetOut = {
    name: reportWords.definitions[language],
    columns: [{ width: 100 }],
    frozenRows: 0,
    rows: [...report.definitions, reportWords.standing[language]].map((text) => [noteCell(text)]),
  };
  await writeWorkbook(file, [
    sheetOf(report.title, report.groups),
    sheetOf(reportWords.cover[language], report.cover),
    definitions,
  ]);
}

interface Context {
  readonly report: MonthlyReport;
  readonly language: Language;
}

function groupRows(group: ReportGroup, at: number, { report, language }: Context): readonly CellOut[][] {
  const number = groupNumbers[language][at] ?? '';
  const label = reportWords.group[language].replace('{n}', number).replace('{label}', group.label);
  const [now, before, yearBefore] = report.periods;
  const titles = [
    label,
    reportWords.unit[language],
    now,
    before,
    reportWords.change[language],
    yearBefore,
    reportWords.yearChange[language],
  ];
  return [[], titles.map(headCell), ...group.rows.map(cellsOf)];
}

const cellsOf = (row: ReportRow): CellOut[] => [
  row.label,
  row.unit,
  cellOf(row, row.now),
  cellOf(row, row.before),
  besideNumbers(row.change),
  cellOf(row, row.yearBefore),
  besideNumbers(row.yearChange),
];

const cellOf = ({ kind, digits }: ReportRow, { value }: ReportNumber): CellOut =>
  numberCell({ kind, digits }, value);
