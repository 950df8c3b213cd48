import { FormRefused } from '../form-refused.ts';
import { targetsOf } from '../package/relations.ts';
import { parseXml, type XmlDocument, type XmlElement } from '../xml/xml-tree.ts';

/** A workbook taken apart as far as filling needs. */
export interface WorkbookFile {
  readonly parts: ReadonlyMap<string, Buffer>;
  readonly mainPart: string;
  readonly main: XmlDocument;
  /** Sheets with cells, in the order of the tabs. */
  readonly sheets: readonly WorkbookSheet[];
  /** Items of the shared strings. */
  readonly strings: readonly XmlElement[];
  readonly stylesPart: string | null;
  readonly is1904: boolean;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** Follows the relations from the package root. @throws FormRefused when the workbook has no sheet */
export function readWorkbookFile(parts: ReadonlyMap<string, Buffer>): WorkbookFile {
  const mainPart = targetsOf(parts, '').find(({ type }) => type === 'officeDocument')?.part ?? '';
  const content = parts.get(mainPart);
  if (content === undefined) throw new FormRefused('damaged');
  const main = parseXml(content);
  const targets = targetsOf(parts, mainPart);
  const byId = new Map(targets.map((target) => [target.id, target]));
  const sheets = (main.root.child('sheets')?.elements('sheet') ?? []).flatMap((sheet) => {
    const id = sheet.attributeNames().find((name) => name.endsWith(':id'));
    const target = byId.get(id === undefined ? '' : (sheet.attribute(id) ?? ''));
    if (target?.type !== 'worksheet' || !parts.has(target.part)) return [];
    const isHidden = (sheet.attribute('state') ?? 'visible') !== 'visible';
    return [{ name: sheet.attribute('name') ?? '', part: target.part, isHidden }];
  });
  if (sheets.length === 0) throw new FormRefused('wrong-type');
  const partOf = (type: string): string | null =>
    targets.find((target) => target.type === type)?.part ?? null;
  const strings = parts.get(partOf('sharedStrings') ?? '');
  return {
    parts,
    mainPart,
    main,
    sheets,
    strings: strings === undefined ? [] : parseXml(strings).root.elements('si'),
    stylesPart: partOf('styles'),
    is1904: ['1', 'true'].includes(main.root.child('workbookPr')?.attribute('date1904') ?? ''),
  };
}
