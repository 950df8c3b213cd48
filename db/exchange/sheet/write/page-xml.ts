import type { SheetOut } from './sheet-out.ts';
import { columnName, escapeText } from './xml-text.ts';

/*
 * How a sheet leaves the printer: A4, all its columns on the page, its head on every page, lines between the cells, the
 * name of the sheet and the number of the page below.
 */

/** Characters of the default font that stand across A4 upright within our margins, made smaller by a fifth at most. */
const UPRIGHT_characters = 120;
/** The same across A4 lying, made smaller by half: what is wider could not be read and goes over several pages. */
const READABLE_characters = 280;
/** Numbers of the format. */
const papers = { A4: 9, A3: 8 } as const;

type Printed = Pick<SheetOut, 'columns' | 'printedColumns' | 'print'>;

const widthOf = ({ columns, printedColumns }: Printed): number =>
  columns.slice(0, printedColumns).reduce((sum, { width }) => sum + width, 0);

const isFitted = (sheet: Printed): boolean =>
  sheet.print !== undefined || widthOf(sheet) <= READABLE_characters;

/** First element of a worksheet; it switches `fitToWidth` on. */
export const sheetPropertiesXml = (sheet: Printed): string =>
  isFitted(sheet) ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';

/** Last elements of a worksheet. */
export function pageXml(sheet: SheetOut): string {
  const { print } = sheet;
  const isLandscape = print?.isLandscape ?? widthOf(sheet) > UPRIGHT_characters;
  const orientation = isLandscape ? 'landscape' : 'portrait';
  const lines = print === undefined ? ' gridLines="1"' : '';
  const paper = papers[print?.paper ?? 'A4'];
  const foot = print === undefined ? '&L&A&R&P / &N' : `&L&9${footText(print.foot)}&R&9${print.pages}`;
  const fit = isFitted(sheet) ? ' fitToWidth="1" fitToHeight="0"' : ' pageOrder="overThenDown"';
  return (
    `<printOptions horizontalCentered="1"${lines}/>` +
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${String(paper)}"${fit} orientation="${orientation}"/>` +
    `<headerFooter><oddFooter>${escapeText(foot)}</oddFooter></headerFooter>`
  );
}

/** A text in which nothing is a code of the foot: an ampersand is doubled. A digit would be read as part of the size. */
const footText = (text: string): string => ` ${text.replaceAll('&', '&&')}`;

/** Names by which a workbook says what of its sheets is printed, and which rows stand on every page. */
export function printNamesXml(sheets: readonly SheetOut[]): string {
  const names = sheets.flatMap((sheet, i) => [
    ...printArea(sheet).map((range) => nameXml('Print_Area', i, range)),
    ...printTitles(sheet).map((range) => nameXml('Print_Titles', i, range)),
  ]);
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

const nameXml = (name: string, sheet: number, range: string): string =>
  `<definedName name="_xlnm.${name}" localSheetId="${String(sheet)}">${escapeText(range)}</definedName>`;

const sheetMark = ({ name }: SheetOut): string => `'${name.replaceAll("'", "''")}'!`;

function printArea(sheet: SheetOut): readonly string[] {
  const { printedColumns, columns } = sheet;
  if (printedColumns === undefined || printedColumns >= columns.length) return [];
  return [`${sheetMark(sheet)}$A:$${columnName(printedColumns - 1)}`];
}

/** The head; on a sheet that goes over several pages also the first column, which says whose row it is. */
function printTitles(sheet: SheetOut): readonly string[] {
  const [first, last] = sheet.print?.repeated ?? [1, sheet.frozenRows];
  if (last === 0) return [];
  const column = isFitted(sheet) ? '' : `${sheetMark(sheet)}$A:$A,`;
  return [`${column}${sheetMark(sheet)}$${String(first)}:$${String(last)}`];
}
