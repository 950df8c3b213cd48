import path from 'node:path';
import { targetsOf } from '../package/relations.ts';
import { newElement, parseXml, writeXml, type XmlDocument, type XmlElement } from '../xml/xml-tree.ts';
import { dropValue } from './fill-sheet.ts';
import { namesSheet, shiftFormula, usesName } from './formula-refs.ts';
import { unshareFormulas } from './shared-formulas.ts';
import { shiftLocation, type MovedSheet } from './shift-parts.ts';
import type { WorkbookFile, WorkbookSheet } from './workbook-file.ts';

/**
 * Sheets whose formulas read one that was filled, by its name or through a defined name or a table: references follow its
 * rows, and old values go. What reads those in turn is settled too; sheets that read none of them stay byte for byte.
 * Answers the names of all sheets with new values.
 */
export function settleReaders(
  parts: Map<string, Buffer>,
  file: WorkbookFile,
  { filled, moved }: { readonly filled: readonly string[]; readonly moved: readonly MovedSheet[] },
): ReadonlySet<string> {
  const stale = new Set(filled);
  for (const sheet of file.sheets.filter(({ name }) => stale.has(name))) {
    const others = moved.filter(({ name }) => name !== sheet.name);
    if (others.length > 0) parts.set(sheet.part, settled(parts, sheet, others));
  }
  let rest = file.sheets.filter(({ name }) => !stale.has(name));
  for (;;) {
    const names = namesInto(parts, file, stale);
    const readers = rest.filter((sheet) => readsAny(parts, sheet, { sheets: stale, names }));
    if (readers.length === 0) return stale;
    for (const sheet of readers) {
      parts.set(sheet.part, settled(parts, sheet, moved));
      stale.add(sheet.name);
    }
    rest = rest.filter((sheet) => !readers.includes(sheet));
  }
}

interface Read {
  readonly sheets: ReadonlySet<string>;
  /** Defined names and tables, in small letters. */
  readonly names: ReadonlySet<string>;
}

/** Defined names and tables that lead to cells of these sheets. */
function namesInto(
  parts: ReadonlyMap<string, Buffer>,
  file: WorkbookFile,
  sheets: ReadonlySet<string>,
): ReadonlySet<string> {
  const names = new Set(
    file.sheets
      .filter(({ name }) => sheets.has(name))
      .flatMap(({ part }) => targetsOf(parts, part))
      .filter(({ type }) => type === 'table')
      .map(({ part }) => parseXml(parts.get(part) ?? Buffer.alloc(0)).root.attribute('displayName') ?? '')
      .map((name) => name.toLowerCase()),
  );
  let defined = file.main.root.child('definedNames')?.elements('definedName') ?? [];
  for (;;) {
    const found = defined.filter((name) => reads(name.text(), { sheets, names }));
    if (found.length === 0) return names;
    for (const name of found) names.add((name.attribute('name') ?? '').toLowerCase());
    defined = defined.filter((name) => !found.includes(name));
  }
}

const reads = (formula: string, { sheets, names }: Read): boolean =>
  [...sheets].some((sheet) => namesSheet(formula, sheet)) || usesName(formula, names);

function readsAny(parts: ReadonlyMap<string, Buffer>, sheet: WorkbookSheet, read: Read): boolean {
  const document = parseXml(parts.get(sheet.part) ?? Buffer.alloc(0));
  return (
    formulasOf(document).some((formula) => reads(formula.text(), read)) ||
    linksOf(document).some((link) => reads(link.attribute('location') ?? '', read))
  );
}

const linksOf = ({ root }: XmlDocument): readonly XmlElement[] =>
  root.child('hyperlinks')?.elements('hyperlink') ?? [];

const formulasOf = ({ root }: XmlDocument): readonly XmlElement[] =>
  [...root.descendants()].filter(({ name }) => name === 'f' || /^formula\d?$/u.test(name));

function settled(
  parts: ReadonlyMap<string, Buffer>,
  sheet: WorkbookSheet,
  moved: readonly MovedSheet[],
): Buffer {
  const document = parseXml(parts.get(sheet.part) ?? Buffer.alloc(0));
  if (moved.length > 0) unshareFormulas(document.root);
  for (const formula of formulasOf(document)) {
    const text = formula.text();
    const now = moved.reduce(
      (at, { name, shift }) => shiftFormula(at, { home: sheet.name, moved: name, shift }),
      text,
    );
    if (now !== text) formula.setText(now);
  }
  for (const link of linksOf(document)) for (const other of moved) shiftLocation(link, other);
  for (const element of document.root.descendants()) {
    if (element.name === 'c' && element.child('f') !== undefined) dropValue(element);
  }
  return writeXml(document);
}

/** Names (print areas, filters, the office's own) follow the rows, and everything is reckoned anew when opened. */
export function settleMain(
  parts: Map<string, Buffer>,
  file: WorkbookFile,
  moved: readonly MovedSheet[],
): void {
  const { root } = file.main;
  for (const name of root.child('definedNames')?.elements('definedName') ?? []) {
    const text = name.text();
    const now = moved.reduce(
      (at, sheet) => shiftFormula(at, { home: null, moved: sheet.name, shift: sheet.shift }),
      text,
    );
    if (now !== text) name.setText(now);
  }
  const hasFormulas = file.sheets.some(({ part }) =>
    /<(\w+:)?f[\s>/]/u.test(parts.get(part)?.toString('latin1') ?? ''),
  );
  if (hasFormulas) reckonOnOpening(root);
  if (hasFormulas || moved.length > 0) parts.set(file.mainPart, writeXml(file.main));
}

/** Elements of a workbook that stand before the one that says how it is reckoned (ECMA-376 18.2.27). */
const beforeReckoning = ['sheets', 'functionGroups', 'externalReferences', 'definedNames'];

function reckonOnOpening(root: XmlElement): void {
  let element = root.child('calcPr');
  if (element === undefined) {
    element = newElement(root.prefix, 'calcPr');
    const last = root.children.findLastIndex(
      (child) => typeof child !== 'string' && beforeReckoning.includes(child.name),
    );
    root.children.splice(last + 1, 0, element);
  }
  element.set('fullCalcOnLoad', '1');
}

/** The order in which cells were last reckoned is wrong after rows moved; programs make it anew. */
export function dropChain(parts: Map<string, Buffer>, file: WorkbookFile): void {
  const folder = path.posix.dirname(file.mainPart);
  const relations = path.posix.join(folder, '_rels', `${path.posix.basename(file.mainPart)}.rels`);
  const chain = dropElement(parts, relations, (element) =>
    (element.attribute('Type') ?? '').endsWith('/calcChain'),
  );
  if (chain === null) return;
  const part = path.posix.join(folder, chain.attribute('Target') ?? '');
  parts.delete(part);
  dropElement(parts, '[Content_Types].xml', (element) => element.attribute('PartName') === `/${part}`);
}

function dropElement(
  parts: Map<string, Buffer>,
  part: string,
  isWanted: (element: XmlElement) => boolean,
): XmlElement | null {
  const content = parts.get(part);
  if (content === undefined) return null;
  const document = parseXml(content);
  const found = document.root.elements().find(isWanted);
  if (found === undefined) return null;
  document.root.children = document.root.children.filter((child) => child !== found);
  parts.set(part, writeXml(document));
  return found;
}
