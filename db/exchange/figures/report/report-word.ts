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
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Language } from '../../../model/localized.ts';
import type { MonthlyReport, ReportGroup, ReportRow } from './monthly-report.ts';
import { withUnit } from './report-document.ts';
import { groupNumbers, reportWords } from './report-words.ts';

/** Faces of official papers (GB/T 9704-2012); Word takes others where an office has none of them. */
const faces = { title: '方正小标宋简体', head: '黑体', body: '仿宋_GB2312' } as const;
/** Type in half points. */
const sizes = { title: 56, month: 36, head: 28, body: 24, table: 20 } as const;
/** Twentieths of a point: 20, 18 mm, and the width between the margins of A4. */
const MARGIN = { top: 1134, bottom: 1134, left: 1021, right: 1021 } as const;
const TEXT_WIDTH = 11_906 - MARGIN.left - MARGIN.right;
const SHARES = [24, 10, 11, 11, 16.5, 11, 16.5] as const;

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
  { face, before = 0 }: { face: Face; before?: number },
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after: 120 },
    children: [run(text, size, face)],
  });

/** The monthly report as a Word file an office can go on writing in: cover, seven groups, what is counted. */
export async function writeReportWord(
  file: string,
  report: MonthlyReport,
  language: Language,
): Promise<void> {
  const title = `${report.town}${report.periods[0]}${report.title}`;
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
          ...[...report.definitions, reportWords.standing[language]].map(
            (text) => new Paragraph({ spacing: { after: 60 }, children: [run(text, sizes.table)] }),
          ),
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
    centred(report.title, sizes.title, { face: 'title', before: 800 }),
    centred(report.periods[0], sizes.month, { face: 'body', before: 240 }),
    ...report.cover.flatMap(({ label, rows }) => [
      heading(label),
      ...rows.map((row) => new Paragraph({ children: [run(`${row.label}：${withUnit(row)}`, sizes.body)] })),
    ]),
    centred(report.town, sizes.month, { face: 'body', before: 800 }),
    centred(reckoned, sizes.table, { face: 'body' }),
  ];
}

/** `isOnNewPage`: the break belongs to what follows, so that a full cover leaves no empty page behind it. */
const heading = (text: string, isOnNewPage = false): Paragraph =>
  new Paragraph({
    pageBreakBefore: isOnNewPage,
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
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
        ...rows.map((row) => new TableRow({ cantSplit: true, children: textsOf(row).map(cell) })),
      ],
    }),
  ];
}

const widthOf = (share: number): number => Math.round((TEXT_WIDTH * share) / 100);

const textsOf = (row: ReportRow): readonly string[] => [
  row.label,
  row.unit,
  row.now.text,
  row.before.text,
  row.change,
  row.yearBefore.text,
  row.yearChange,
];

const headCell = (text: string, column: number): TableCell =>
  tableCell(text, { column, face: 'head', alignment: AlignmentType.CENTER });

const cell = (text: string, column: number): TableCell => {
  const alignment =
    column === 0 ? AlignmentType.LEFT : column === 1 ? AlignmentType.CENTER : AlignmentType.RIGHT;
  return tableCell(text, { column, face: 'body', alignment });
};

function tableCell(
  text: string,
  look: {
    readonly column: number;
    readonly face: Face;
    readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType];
  },
): TableCell {
  return new TableCell({
    width: { size: widthOf(SHARES[look.column] ?? 0), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(look.face === 'head' ? { shading: { fill: 'EEEEEE' } } : {}),
    children: [new Paragraph({ alignment: look.alignment, children: [run(text, sizes.table, look.face)] })],
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
