import type { Language } from '../../../model/localized.ts';
import type { CellOut, SheetOut } from '../../sheet/write/sheet-out.ts';
import { writeWorkbook } from '../../sheet/write/write-workbook.ts';
import {
  amountCell,
  figurePaper,
  headCell,
  nameCell,
  noteCell,
  numberCell,
  titleCell,
  unitCell,
} from '../figure-cells.ts';
import type { MonthlyReport } from './monthly-report.ts';
import type { ReportFigure, ReportNumber } from './report-row.ts';
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
  const print = figurePaper(`${report.town}　${report.periods[0]}　${report.title}　${facts.join('')}`);
  const sheetOf = (name: string, groups: readonly FigureGroup[]): SheetOut => ({
    name,
    columns: COLUMNS,
    frozenRows: 0,
    print,
    rows: [
      head,
      facts,
      ...practice,
      ...groups.flatMap((group, at) => groupRows(group, at, { report, language })),
    ],
  });
  const definitions: SheetOut = {
    name: reportWords.definitions[language],
    columns: [{ width: 22 }, { width: 48 }, { width: 46 }],
    frozenRows: 1,
    print: { ...print, repeated: [1, 1] },
    rows: [
      (['figure', 'definition', 'formula'] as const).map((key) => headCell(reportWords[key][language])),
      ...report.notes.map(({ label, definition, formula }) => [label, definition, formula].map(nameCell)),
      [],
      ['', noteCell(reportWords.standing[language])],
    ],
  };
  await writeWorkbook(file, [
    sheetOf(report.title, report.groups),
    sheetOf(
      reportWords.cover[language],
      report.cover.map(({ label, figure, rows }) => ({ label, rows: [figure, ...rows] })),
    ),
    definitions,
  ]);
}

interface FigureGroup {
  readonly label: string;
  readonly rows: readonly ReportFigure[];
}

interface Context {
  readonly report: MonthlyReport;
  readonly language: Language;
}

function groupRows(group: FigureGroup, at: number, { report, language }: Context): readonly CellOut[][] {
  const number = groupNumbers[language][at] ?? '';
  const label = reportWords.group[language].replace('{n}', number).replace('{label}', group.label);
  const [now, before, yearBefore] = report.periods;
  const titles = [
    reportWords.unit[language],
    now,
    before,
    reportWords.change[language],
    yearBefore,
    reportWords.yearChange[language],
  ];
  return [[], [{ text: label, style: 'group' }, ...titles.map(headCell)], ...group.rows.map(cellsOf)];
}

const cellsOf = (row: ReportFigure): CellOut[] => [
  nameCell(row.label),
  unitCell(row.unit),
  cellOf(row, row.now),
  cellOf(row, row.before),
  amountCell(row.change),
  cellOf(row, row.yearBefore),
  amountCell(row.yearChange),
];

const cellOf = ({ kind, digits, isWhole }: ReportFigure, { value }: ReportNumber): CellOut =>
  numberCell({ kind, digits, isWhole }, value);
