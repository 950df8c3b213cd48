/** How a cell looks; what is not said is as in an empty sheet. */
interface Look {
  /** Built-in number format (49 = text) or one of `formats`. */
  readonly format?: number;
  readonly font?: keyof typeof fonts;
  readonly fill?: keyof typeof fills;
  /** Thin lines on all four sides, as on a printed form. */
  readonly isBoxed?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly isWrapped?: boolean;
  /** Characters one below the other, as in the narrow heads of forms. */
  readonly isDown?: boolean;
}

const TEXT = 49;
const DAY = 164;
const PERCENT = 165;
const GROUPED = 166;
const HUNDREDTHS = 167;
const TENTHS = 168;
const formats: Readonly<Record<number, string>> = {
  [DAY]: 'yyyy\\-mm\\-dd',
  [PERCENT]: '0.0%',
  [GROUPED]: '#,##0',
  [HUNDREDTHS]: '#,##0.00',
  [TENTHS]: '#,##0.0',
};

const face = '<name val="Microsoft YaHei"/><family val="2"/>';
const fonts = {
  body: `<sz val="11"/>${face}`,
  bold: `<b/><sz val="11"/>${face}`,
  title: `<b/><sz val="14"/>${face}`,
  formTitle: `<b/><sz val="18"/>${face}`,
  small: `<sz val="10"/>${face}`,
} as const;

const solid = (rgb: string): string =>
  `<patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill>`;
/** The first two are fixed by the format. */
const fills = {
  none: '<patternFill patternType="none"/>',
  grey: '<patternFill patternType="gray125"/>',
  head: solid('E8EEF5'),
  bad: solid('FFD9D9'),
  required: solid('FFF2CC'),
} as const;

const boxed = { isBoxed: true } as const;

/** Looks of a cell by name; the place in this list is the style's number in the file. */
const looks = {
  plain: {},
  header: { format: TEXT, font: 'bold', fill: 'head', align: 'center', isWrapped: true },
  text: { format: TEXT },
  day: { format: DAY, align: 'center' },
  bad: { format: TEXT, fill: 'bad', isWrapped: true },
  note: { format: TEXT, isWrapped: true },
  required: { format: TEXT, font: 'bold', fill: 'required', align: 'center', isWrapped: true },
  title: { format: TEXT, font: 'title' },
  percent: { format: PERCENT },
  grouped: { format: GROUPED },
  right: { format: TEXT, align: 'right' },
  group: { ...boxed, format: TEXT, font: 'bold', fill: 'head', align: 'left' },
  head: { ...boxed, format: TEXT, font: 'bold', fill: 'head', align: 'center', isWrapped: true },
  name: { ...boxed, format: TEXT, align: 'left', isWrapped: true },
  word: { ...boxed, format: TEXT, align: 'center', isWrapped: true },
  wrong: { ...boxed, format: TEXT, font: 'bold', fill: 'bad', align: 'center' },
  amount: { ...boxed, format: TEXT, align: 'right' },
  count: { ...boxed, format: GROUPED, align: 'right' },
  hundredths: { ...boxed, format: HUNDREDTHS, align: 'right' },
  tenths: { ...boxed, format: TENTHS, align: 'right' },
  share: { ...boxed, format: PERCENT, align: 'right' },
  formTitle: { format: TEXT, font: 'formTitle', align: 'center' },
  formHead: { ...boxed, format: TEXT, font: 'small', align: 'center', isWrapped: true },
  formHeadDown: { ...boxed, format: TEXT, font: 'small', align: 'center', isDown: true },
} as const satisfies Readonly<Record<string, Look>>;

export type CellStyle = keyof typeof looks;
/** Looks of numbers. */
export type NumberStyle = 'percent' | 'grouped' | 'count' | 'hundredths' | 'tenths' | 'share';

const numbers = new Map(Object.keys(looks).map((name, at) => [name, String(at)]));

/** Number of a style in the file. */
export const styleNumber = (style: CellStyle): string => numbers.get(style) ?? '0';

const indexIn = (all: Readonly<Record<string, string>>, key: string): string =>
  String(Object.keys(all).indexOf(key));

const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;
const box = ['left', 'right', 'top', 'bottom'].map(side).join('');

function lookXml({ format = 0, font = 'body', fill = 'none', isBoxed = false, ...place }: Look): string {
  const parts = [
    'xfId="0"',
    `borderId="${isBoxed ? '1' : '0'}"`,
    `numFmtId="${String(format)}"`,
    `fontId="${indexIn(fonts, font)}"`,
    `fillId="${indexIn(fills, fill)}"`,
    'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"',
  ];
  return `<xf ${parts.join(' ')} applyAlignment="1">${alignmentXml(place)}</xf>`;
}

function alignmentXml({ align, isWrapped = false, isDown = false }: Place): string {
  const across = align === undefined ? '' : `horizontal="${align}" `;
  const down = isDown ? ` textRotation="${String(STACKED)}"` : '';
  return `<alignment ${across}vertical="center"${down}${isWrapped ? ' wrapText="1"' : ''}/>`;
}
type Place = Pick<Look, 'align' | 'isWrapped' | 'isDown'>;
/** The format's value for stacked characters. */
const STACKED = 255;

const listXml = (name: string, items: readonly string[]): string =>
  `<${name} count="${String(items.length)}">${items.join('')}</${name}>`;

/** Content of the style sheet, whose cell formats stand in the order of `looks`. */
export const stylesContent = [
  listXml(
    'numFmts',
    Object.entries(formats).map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`),
  ),
  listXml(
    'fonts',
    Object.values(fonts).map((font) => `<font>${font}</font>`),
  ),
  listXml(
    'fills',
    Object.values(fills).map((fill) => `<fill>${fill}</fill>`),
  ),
  listXml('borders', [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${box}<diagonal/></border>`,
  ]),
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  listXml('cellXfs', Object.values<Look>(looks).map(lookXml)),
].join('');
