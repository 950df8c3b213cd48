import { targetsOf } from '../package/relations.ts';
import { parseXml } from '../xml/xml-tree.ts';
import { readRange, type CellRange } from './cell-ref.ts';

/** Heads of a sheet's tables. Their texts are names of columns: a head that says otherwise makes a workbook damaged. */
export function tableHeads(parts: ReadonlyMap<string, Buffer>, sheet: string): readonly CellRange[] {
  return targetsOf(parts, sheet).flatMap(({ type, part }): readonly CellRange[] => {
    const content = parts.get(part);
    if (type !== 'table' || content === undefined) return [];
    const { root } = parseXml(content);
    const range = readRange(root.attribute('ref') ?? '');
    if (range === null || root.attribute('headerRowCount') === '0') return [];
    return [{ from: range.from, to: { ...range.to, row: range.from.row } }];
  });
}
