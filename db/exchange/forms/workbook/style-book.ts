import { isDateFormat } from '../../sheet/read/cell-text.ts';
import { newElement, parseXml, writeXml, type XmlDocument, type XmlElement } from '../xml/xml-tree.ts';

/** Number format of a day where the form's cell has none for days. */
const DAY_FORMAT = 'yyyy-mm-dd';
/** Ids below belong to the format itself (ECMA-376 18.8.30). */
const FIRST_OWN_FORMAT = 164;
/** The built-in format "text". */
const TEXT_FORMAT = 49;

type Variant = 'day' | 'quoted';

/** The looks of a workbook's cells. What is there is never changed; a variant that is needed is added behind. */
export class StyleBook {
  readonly #document: XmlDocument | null;
  readonly #formats: XmlElement[];
  readonly #added = new Map<string, string>();
  /** Kind of each look by its number; a list of ten thousand rows asks a hundred thousand times. */
  readonly #kinds = new Map<string, { readonly isDate: boolean; readonly isText: boolean }>();

  /** `null` = the workbook has no styles part: then there are no variants. */
  constructor(content: Buffer | null) {
    this.#document = content === null ? null : parseXml(content);
    this.#formats = [...(this.#document?.root.child('cellXfs')?.elements('xf') ?? [])];
  }

  isDate(style: string | undefined): boolean {
    return this.#kindOf(style).isDate;
  }

  isText(style: string | undefined): boolean {
    return this.#kindOf(style).isText;
  }

  /** True when texts of the cell go over several lines. */
  wraps(style = '0'): boolean {
    const alignment = this.#formats[Number(style)]?.child('alignment');
    return ['1', 'true'].includes(alignment?.attribute('wrapText') ?? '');
  }

  /** Size of the type in points; `null` = the style does not say. */
  typeSize(style = '0'): number | null {
    const font = Number(this.#formats[Number(style)]?.attribute('fontId') ?? 0);
    const size = this.#document?.root.child('fonts')?.elements('font')[font]?.child('sz')?.attribute('val');
    return size === undefined ? null : Number(size);
  }

  /** The same look showing a day, or with the mark that keeps a text a text when it is edited again. */
  variant(style: string | undefined, variant: Variant): string | undefined {
    const known = this.#added.get(`${variant} ${style ?? '0'}`);
    if (known !== undefined) return known;
    const list = this.#document?.root.child('cellXfs');
    const original = this.#formats[Number(style ?? 0)];
    if (list === undefined || original === undefined) return style;
    const copy = original.clone();
    if (variant === 'quoted') copy.set('quotePrefix', '1');
    else {
      copy.set('numFmtId', String(this.#dayFormat()));
      copy.set('applyNumberFormat', '1');
    }
    list.children.push(copy);
    this.#formats.push(copy);
    list.set('count', String(this.#formats.length));
    const index = String(this.#formats.length - 1);
    this.#added.set(`${variant} ${style ?? '0'}`, index);
    return index;
  }

  /** The part anew; `null` when nothing was added. */
  write(): Buffer | null {
    return this.#document === null || this.#added.size === 0 ? null : writeXml(this.#document);
  }

  #kindOf(style = '0') {
    const known = this.#kinds.get(style);
    if (known !== undefined) return known;
    const id = Number(this.#formats[Number(style)]?.attribute('numFmtId') ?? 0);
    const code = this.#codes().get(id);
    const kind = { isDate: isDateFormat(id, code), isText: id === TEXT_FORMAT || code === '@' };
    this.#kinds.set(style, kind);
    return kind;
  }

  #codes(): ReadonlyMap<number, string> {
    const formats = this.#document?.root.child('numFmts')?.elements('numFmt') ?? [];
    return new Map(
      formats.map((format) => [Number(format.attribute('numFmtId')), format.attribute('formatCode') ?? '']),
    );
  }

  #dayFormat(): number {
    const codes = [...this.#codes()];
    const known = codes.find(([, code]) => code === DAY_FORMAT)?.[0];
    const root = this.#document?.root;
    if (known !== undefined || root === undefined) return known ?? 14;
    const id = Math.max(FIRST_OWN_FORMAT, ...codes.map(([used]) => used + 1));
    let list = root.child('numFmts');
    if (list === undefined) {
      list = newElement(root.prefix, 'numFmts');
      root.children.unshift(list);
    }
    list.children.push(newElement(root.prefix, 'numFmt', { numFmtId: String(id), formatCode: DAY_FORMAT }));
    list.set('count', String(codes.length + 1));
    return id;
  }
}
