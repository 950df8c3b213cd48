import path from 'node:path';
import { isDateFormat } from './cell-text.ts';
import { limits } from './limits.ts';
import { SheetRefused } from './sheet-refused.ts';
import { readXml, type XmlListener } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

/** A workbook's own facts, read from its small parts. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly isHidden: boolean }[];
  readonly is1904: boolean;
  readonly stringsPart: string | null;
  /** By style index of a cell: whether its number format is a date. */
  readonly dateStyles: readonly boolean[];
}

/** Follows the relations from the package root, so that any layout of parts is found (WPS, OpenXML SDK, Excel). */
export async function readWorkbook(zip: ZipParts): Promise<Workbook> {
  if (!zip.has('[Content_Types].xml')) throw new SheetRefused('not-a-sheet');
  await refuseMacros(zip);
  const rootRelations = await readRelations(zip, '');
  const main = find(rootRelations, 'officeDocument')?.target;
  if (main === undefined || !zip.has(main) || !main.endsWith('.xml')) throw new SheetRefused('not-a-sheet');
  const relations = await readRelations(zip, main);
  const { entries, is1904 } = await readMain(zip, main);
  const sheets = entries.flatMap(({ name, relation, isHidden }) => {
    const target = relations.get(relation);
    return target?.type === 'worksheet' ? [{ name, part: target.target, isHidden }] : [];
  });
  if (sheets.length === 0) throw new SheetRefused('not-a-sheet');
  const stylesPart = find(relations, 'styles')?.target;
  return {
    sheets,
    is1904,
    stringsPart: find(relations, 'sharedStrings')?.target ?? null,
    dateStyles: stylesPart !== undefined && zip.has(stylesPart) ? await readDateStyles(zip, stylesPart) : [],
  };
}

/** Judged by what the package declares its parts to be; a mere `Default` for an extension (SheetJS writes one) is none. */
async function refuseMacros(zip: ZipParts): Promise<void> {
  let hasMacros = zip.has('xl/vbaProject.bin');
  const overrides = elements('Override', (a) => {
    if (/macroEnabled|vbaProject/i.test(a.get('ContentType') ?? '')) hasMacros = true;
  });
  await readXml(await zip.open('[Content_Types].xml', limits.partBytes), overrides);
  if (hasMacros) throw new SheetRefused('has-macros');
}

interface Relation {
  /** Last word of the relation's type: `worksheet`, `styles`, … the same in the transitional and the strict format. */
  readonly type: string;
  readonly target: string;
}

const find = (relations: ReadonlyMap<string, Relation>, type: string): Relation | undefined =>
  [...relations.values()].find((r) => r.type === type);

async function readRelations(zip: ZipParts, of: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = path.posix.dirname(of);
  const part = path.posix.join(folder, '_rels', `${path.posix.basename(of)}.rels`);
  const relations = new Map<string, Relation>();
  if (!zip.has(part)) return relations;
  await readXml(
    await zip.open(part, limits.partBytes),
    elements('Relationship', (a) => {
      const target = a.get('Target') ?? '';
      if (a.get('TargetMode') === 'External') return;
      const full = target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target);
      relations.set(a.get('Id') ?? '', { type: (a.get('Type') ?? '').split('/').at(-1) ?? '', target: full });
    }),
  );
  return relations;
}

async function readMain(zip: ZipParts, part: string) {
  const entries: { name: string; relation: string; isHidden: boolean }[] = [];
  let is1904 = false;
  await readXml(
    await zip.open(part, limits.partBytes),
    elements('', (a, element) => {
      if (element === 'workbookPr') is1904 = ['1', 'true'].includes(a.get('date1904') ?? '');
      if (element !== 'sheet') return;
      const relation = [...a].find(([name]) => /^\w+:id$/.test(name))?.[1] ?? '';
      entries.push({
        name: a.get('name') ?? '',
        relation,
        isHidden: (a.get('state') ?? 'visible') !== 'visible',
      });
    }),
  );
  return { entries, is1904 };
}

async function readDateStyles(zip: ZipParts, part: string): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let isCellStyles = false;
  const each = elements('', (a, element) => {
    if (element === 'numFmt') codes.set(Number(a.get('numFmtId')), a.get('formatCode') ?? '');
    if (element !== 'xf' || !isCellStyles) return;
    const id = Number(a.get('numFmtId') ?? 0);
    styles.push(isDateFormat(id, codes.get(id)));
  });
  await readXml(await zip.open(part, limits.partBytes), {
    ...each,
    open(name) {
      if (name === 'cellXfs') isCellStyles = true;
      each.open(name);
    },
    close(name) {
      each.close(name);
      if (name === 'cellXfs') isCellStyles = false;
    },
  });
  return styles;
}

/** Calls back with the attributes of every element, or of every element of one name, in document order. */
function elements(
  only: string,
  each: (attributes: ReadonlyMap<string, string>, name: string) => void,
): XmlListener {
  let open = '';
  let attributes = new Map<string, string>();
  const flush = (): void => {
    if (open !== '' && (only === '' || open === only)) each(attributes, open);
    open = '';
  };
  return {
    open(name) {
      flush();
      open = name;
      attributes = new Map();
    },
    attribute(name, value) {
      attributes.set(name, value);
    },
    text() {},
    close: flush,
  };
}
