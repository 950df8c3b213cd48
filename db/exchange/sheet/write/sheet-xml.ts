import { pageXml, printNamesXml, sheetPropertiesXml } from './page-xml.ts';
import { styleNumber, stylesContent, type CellStyle } from './cell-styles.ts';
import type { CellOut, ChoiceList, ColumnOut, SheetOut } from './sheet-out.ts';
import { columnName, escapeText } from './xml-text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const officeTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const LAST_ROW = 1_048_576;
const FLUSH_CHARACTERS = 128 * 1024;
/** Excel's day numbers before 1 March 1900 are off by one; such days are written as text. */
const FIRST_SAFE_DAY = '1900-03-01';

/** XML of one worksheet, in pieces. */
export async function* worksheetXml(sheet: SheetOut): AsyncGenerator<string> {
  const { heights = {} } = sheet;
  let out = `${declaration}<worksheet ${namespace}>${sheetPropertiesXml(sheet)}${viewXml(sheet)}${columnsXml(sheet.columns)}<sheetData>`;
  let row = 0;
  for await (const cells of sheet.rows) {
    row += 1;
    out += rowXml(row, cells, heights[row]);
    if (out.length < FLUSH_CHARACTERS) continue;
    yield out;
    out = '';
  }
  const filter =
    sheet.isFiltered && row > 1
      ? `<autoFilter ref="A1:${columnName(sheet.columns.length - 1)}${String(row)}"/>`
      : '';
  yield `${out}</sheetData>${filter}${mergedXml(sheet.merged ?? [])}${choicesXml(sheet.choices ?? [])}${pageXml(sheet)}</worksheet>`;
}

function rowXml(row: number, cells: readonly CellOut[], height: number | undefined): string {
  const high = height === undefined ? '' : ` ht="${String(height)}" customHeight="1"`;
  let xml = `<row r="${String(row)}"${high}>`;
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column];
    if (cell !== undefined && cell !== '') xml += cellXml(`${columnName(column)}${String(row)}`, cell);
  }
  return `${xml}</row>`;
}

/** Text is always an inline string, never a formula, whatever it begins with. */
function cellXml(reference: string, cell: CellOut): string {
  if (typeof cell === 'string') return textXml(reference, cell, 'text');
  if (typeof cell === 'number') return `<c r="${reference}"><v>${String(cell)}</v></c>`;
  if ('day' in cell) {
    if (cell.day < FIRST_SAFE_DAY) return textXml(reference, cell.day, 'text');
    const serial = Date.parse(`${cell.day}T00:00:00Z`) / 86_400_000 + 25_569;
    return `<c r="${reference}" s="${styleNumber('day')}"><v>${String(serial)}</v></c>`;
  }
  if ('number' in cell)
    return `<c r="${reference}" s="${styleNumber(cell.style)}"><v>${String(cell.number)}</v></c>`;
  if (cell.text === '') return `<c r="${reference}" s="${styleNumber(cell.style)}"/>`;
  return textXml(reference, cell.text, cell.style);
}

const textXml = (reference: string, text: string, style: CellStyle): string =>
  `<c r="${reference}" s="${styleNumber(style)}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;

function viewXml({ frozenRows }: SheetOut): string {
  if (frozenRows === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const top = `A${String(frozenRows + 1)}`;
  return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${String(frozenRows)}" topLeftCell="${top}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
}

function columnsXml(columns: readonly ColumnOut[]): string {
  const each = columns.map(({ width, isText }, i) => {
    const style = isText ? ` style="${styleNumber('text')}"` : '';
    return `<col min="${String(i + 1)}" max="${String(i + 1)}" width="${String(width)}"${style} customWidth="1"/>`;
  });
  return each.length === 0 ? '' : `<cols>${each.join('')}</cols>`;
}

const mergedXml = (ranges: readonly string[]): string =>
  ranges.length === 0
    ? ''
    : `<mergeCells count="${String(ranges.length)}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;

/** Lists warn but do not forbid: the importer also understands codes, aliases and several choices in one cell. */
function choicesXml(choices: readonly ChoiceList[]): string {
  if (choices.length === 0) return '';
  const each = choices.map(({ column, source }) => {
    const range = `${columnName(column)}2:${columnName(column)}${String(LAST_ROW)}`;
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>${escapeText(source)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${String(choices.length)}">${each.join('')}</dataValidations>`;
}

const stylesXml = `${declaration}<styleSheet ${namespace}>${stylesContent}</styleSheet>`;

/** The small parts that bind the sheets together, by part name. No two sheets have the same name. */
export function packageParts(sheets: readonly SheetOut[]): ReadonlyMap<string, string> {
  const numbered = sheets.map(({ name }, i) => ({ name: escapeText(name), no: String(i + 1) }));
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationNamespace}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${inner}</Relationships>`;
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${officeTypes}.${type}+xml"/>`;
  return new Map([
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${numbered.map((s) => override(`worksheets/sheet${s.no}`, 'worksheet')).join('')}</Types>`,
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${declaration}<workbook ${namespace} xmlns:r="${relationNamespace}"><sheets>${numbered.map((s) => `<sheet name="${s.name}" sheetId="${s.no}" r:id="rId${s.no}"/>`).join('')}</sheets>${printNamesXml(sheets)}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        numbered.map((s) => relation(`rId${s.no}`, 'worksheet', `worksheets/sheet${s.no}.xml`)).join('') +
          relation(`rId${String(sheets.length + 1)}`, 'styles', 'styles.xml'),
      ),
    ],
    ['xl/styles.xml', stylesXml],
  ]);
}
