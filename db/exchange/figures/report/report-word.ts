import { writeFile } from 'node:fs/promises';
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { withUnit } from '../../../model/figures/figure-text.ts';
import type { Language } from '../../../model/localized.ts';
import type { CoverGroup, MonthlyReport, ReportGroup } from './monthly-report.ts';
import type { ReportFigure } from './report-row.ts';
import { fullTitle, groupNumbers, reportWords } from './report-words.ts';

/** Faces of official papers (GB/T 9704-2012); Word takes others where an office has none of them. */
const faces = { title: '方正小标宋简体', head: '黑体', body: '仿宋_GB2312' } as const;
/** Type in half points. */
const sizes = { title: 56, month: 36, head: 28, body: 24, table: 20, note: 18 } as const;
/** Twentieths of a point: 20, 18 mm, and the width between the margins of A4. */
const MARGIN = { top: 1134, bottom: 1134, left: 1021, right: 1021 } as const;
const TEXT_WIDTH = 11_906 - MARGIN.left - MARGIN.right;
const SHARES = [20, 13, 10, 10, 18.5, 10, 18.5] as const;
const NOTE_SHARES = [18, 42, 40] as const;

type Face = keyof typeof faces;

const run = (text: string, size: number, face: Face = 'body'): TextRun =>
  new TextRun({
    text,
    size,
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: faces[face] },
  });

const centred = (
  text: string,
  size: number,
  { face, before = 0, after = 120 }: { face: Face; before?: number; after?: number },
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after },
    children: [run(text, size, face)],
  });

/** The monthly report as a Word file an office can go on writing in: cover, seven groups, what is counted. */
export async function writeReportWord(
  file: string,
  report: MonthlyReport,
  language: Language,
): Promise<void> {
  const title = fullTitle(report, language);
  const document = new Document({
    title,
    creator: report.town,
    styles: { default: { document: { run: { size: sizes.body } } } },
    sections: [
      {
        properties: { page: { margin: MARGIN } },
        footers: { default: pageFooter(language) },
        children: [
          ...cover(report, language),
          ...report.groups.flatMap((group, at) => groupParts(group, at, language)),
          heading(reportWords.definitions[language]),
          notesTable(report, language),
          new Paragraph({
            spacing: { before: 80 },
            children: [run(reportWords.standing[language], sizes.table)],
          }),
        ],
      },
    ],
  });
  await writeFile(file, await Packer.toBuffer(document));
}

function cover(report: MonthlyReport, language: Language): readonly (Paragraph | Table)[] {
  const mark = report.isPractice
    ? [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          children: [run(reportWords.practice[language], sizes.body, 'head')],
        }),
      ]
    : [];
  const reckoned = reportWords.reckoned[language].replace('{at}', report.reckonedAt);
  return [
    ...mark,
    centred(report.title, sizes.title, { face: 'title', before: 1200 }),
    centred(report.periods[0], sizes.month, { face: 'body', before: 240, after: 480 }),
    fourBoxes(report),
    centred(report.town, sizes.month, { face: 'body', before: 2400 }),
    centred(reckoned, sizes.table, { face: 'body' }),
  ];
}

/** 四个到位 two and two, each with its figure and its key lines. */
function fourBoxes({ cover }: MonthlyReport): Table {
  const width = Math.round(TEXT_WIDTH / 2);
  const rows = cover.flatMap((group, at) => (at % 2 === 0 ? [[group, cover[at + 1]]] : []));
  const box = (group: CoverGroup | undefined): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 100, bottom: 140, left: 160, right: 160 },
      children:
        group === undefined
          ? [new Paragraph('')]
          : [
              apart(group.label, group.figure.now.text, { size: sizes.head, face: 'head' }),
              ...group.rows.map((row) =>
                apart(row.label, withUnit(row, row.now), { size: sizes.body, face: 'body' }),
              ),
            ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width * 2, type: WidthType.DXA },
    columnWidths: [width, width],
    rows: rows.map((pair) => new TableRow({ cantSplit: true, children: pair.map(box) })),
  });
}

/** A name at the left and its number at the right end of a box. */
const apart = (
  name: string,
  number: string,
  { size, face }: { readonly size: number; readonly face: Face },
): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: Math.round(TEXT_WIDTH / 2) - 340 }],
    spacing: { after: 40 },
    children: [run(`${name}\t${number}`, size, face)],
  });

const heading = (text: string, isFirst = false): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    pageBreakBefore: isFirst,
    spacing: { before: 280, after: 100 },
    children: [
      new TextRun({ text, size: sizes.head, color: '000000', bold: false, font: { eastAsia: faces.head } }),
    ],
  });

function groupParts(
  { label, rows }: ReportGroup,
  at: number,
  language: Language,
): readonly (Paragraph | Table)[] {
  const number = groupNumbers[language][at] ?? '';
  const heads = (['item', 'unit', 'now', 'before', 'change', 'yearBefore', 'yearChange'] as const).map(
    (key) => reportWords[key][language],
  );
  return [
    heading(reportWords.group[language].replace('{n}', number).replace('{label}', label), at === 0),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: SHARES.map(widthOf),
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: heads.map(headCell) }),
        ...rows.map((row, i) => {
          // All but the last keep the next line with them, so that a group stays on one page.
          const keepNext = i < rows.length - 1;
          const children = textsOf(row).map((text, column) => cell(text, column, keepNext));
          return new TableRow({ cantSplit: true, children });
        }),
      ],
    }),
  ];
}

/** What is counted, each rate with its counts of the month. */
function notesTable({ notes }: MonthlyReport, language: Language): Table {
  const heads = (['figure', 'definition', 'formula'] as const).map((key) => reportWords[key][language]);
  const look = { shares: NOTE_SHARES, size: sizes.note, keepNext: false } as const;
  const rowOf = (texts: readonly string[], face: Face, alignment: Alignment): TableCell[] =>
    texts.map((text, column) => tableCell(text, { ...look, column, face, alignment }));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: NOTE_SHARES.map(widthOf),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: rowOf(heads, 'head', AlignmentType.CENTER),
      }),
      ...notes.map(
        ({ label, definition, formula }) =>
          new TableRow({
            cantSplit: true,
            children: rowOf([label, definition, formula], 'body', AlignmentType.LEFT),
          }),
      ),
    ],
  });
}

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

const widthOf = (share: number): number => Math.round((TEXT_WIDTH * share) / 100);

const textsOf = (row: ReportFigure): readonly string[] => [
  row.label,
  row.unit,
  row.now.text,
  row.before.text,
  row.change,
  row.yearBefore.text,
  row.yearChange,
];

const headCell = (text: string, column: number): TableCell =>
  tableCell(text, { column, face: 'head', alignment: AlignmentType.CENTER, keepNext: true });

const cell = (text: string, column: number, keepNext: boolean): TableCell => {
  const alignment =
    column === 0 ? AlignmentType.LEFT : column === 1 ? AlignmentType.CENTER : AlignmentType.RIGHT;
  return tableCell(text, { column, face: 'body', alignment, keepNext });
};

function tableCell(
  text: string,
  look: {
    readonly column: number;
    readonly face: Face;
    readonly alignment: Alignment;
    readonly keepNext: boolean;
    /** Shares of the columns; default: those of the groups. */
    readonly shares?: readonly number[];
    readonly size?: number;
  },
): TableCell {
  return new TableCell({
    width: { size: widthOf((look.shares ?? SHARES)[look.column] ?? 0), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(look.face === 'head' ? { shading: { fill: 'EEEEEE' } } : {}),
    children: [
      new Paragraph({
        alignment: look.alignment,
        keepNext: look.keepNext,
        children: [run(text, look.size ?? sizes.table, look.face)],
      }),
    ],
  });
}

function pageFooter(language: Language): Footer {
  const [before = '', between = '', after = ''] = reportWords.page[language].split(/\{page\}|\{pages\}/);
  const children = [
    new TextRun({ text: before, size: 18 }),
    new TextRun({ children: [PageNumber.CURRENT], size: 18 }),
    new TextRun({ text: between, size: 18 }),
    new TextRun({ children: [PageNumber.TOTAL_PAGES], size: 18 }),
    new TextRun({ text: after, size: 18 }),
  ];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}
