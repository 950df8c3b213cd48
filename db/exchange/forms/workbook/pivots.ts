import { targetsOf } from '../package/relations.ts';
import { parseXml, writeXml, type XmlElement } from '../xml/xml-tree.ts';
import { readRange, writeRange, type CellRange } from './cell-ref.ts';
import type { RowShift } from './row-shift.ts';
import type { MovedSheet } from './shift-parts.ts';
import type { WorkbookFile } from './workbook-file.ts';

/** Where the pivot tables of a sheet stand. Their texts are made from other cells: a mark among them is none. */
export function pivotPlaces(parts: ReadonlyMap<string, Buffer>, sheet: string): readonly CellRange[] {
  return targetsOf(parts, sheet).flatMap(({ type, part }) => {
    const content = parts.get(part);
    if (type !== 'pivotTable' || content === undefined) return [];
    return readRange(parseXml(content).root.child('location')?.attribute('ref') ?? '') ?? [];
  });
}

/** A pivot table that stands on a sheet whose rows moved. Ranges of its filters count from its own corner and stay. */
export function shiftPivot(content: Buffer, shift: RowShift): Buffer {
  const document = parseXml(content);
  const location = document.root.child('location');
  const range = readRange(location?.attribute('ref') ?? '');
  if (range !== null) location?.set('ref', writeRange(shift.range(range)));
  return writeXml(document);
}

/** What pivot tables read follows its rows, and is read anew when the workbook is opened: their copy of it is old. */
export function settlePivots(
  parts: Map<string, Buffer>,
  file: WorkbookFile,
  { filled, moved }: { readonly filled: ReadonlySet<string>; readonly moved: readonly MovedSheet[] },
): void {
  for (const { type, part } of targetsOf(parts, file.mainPart)) {
    const content = parts.get(part);
    if (type !== 'pivotCacheDefinition' || content === undefined) continue;
    const document = parseXml(content);
    const source = document.root.child('cacheSource')?.child('worksheetSource');
    const sheet = source?.attribute('sheet');
    // A source without a sheet is a name or a table, which follows by itself.
    if (source === undefined || (sheet !== undefined && !filled.has(sheet))) continue;
    shiftSource(source, moved.find(({ name }) => name === sheet)?.shift);
    document.root.set('refreshOnLoad', '1');
    parts.set(part, writeXml(document));
  }
}

function shiftSource(source: XmlElement, shift: RowShift | undefined): void {
  const range = readRange(source.attribute('ref') ?? '');
  if (range !== null && shift !== undefined) source.set('ref', writeRange(shift.range(range)));
}
