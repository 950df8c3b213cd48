import type { XmlElement } from '../xml/xml-tree.ts';
import { readRef, type CellRef } from './cell-ref.ts';
import { fillDown } from './formula-refs.ts';

/**
 * Writes every shared formula of a sheet out in its own cell: cells that share one must keep their places to each
 * other, and rows put between them would break that.
 */
export function unshareFormulas(root: XmlElement): void {
  const shared = new Map<string, { readonly formula: string; readonly at: CellRef }>();
  for (const row of root.child('sheetData')?.elements('row') ?? []) {
    for (const cell of row.elements('c')) {
      const formula = cell.child('f');
      const at = readRef(cell.attribute('r') ?? '');
      if (formula === undefined || at === null || formula.attribute('t') !== 'shared') continue;
      const id = formula.attribute('si') ?? '';
      const text = formula.text();
      const first = shared.get(id);
      if (text !== '') shared.set(id, { formula: text, at });
      else if (first !== undefined) {
        formula.setText(fillDown(first.formula, at.row - first.at.row, at.column - first.at.column));
      }
      for (const name of ['t', 'si', 'ref']) formula.set(name, null);
    }
  }
}
