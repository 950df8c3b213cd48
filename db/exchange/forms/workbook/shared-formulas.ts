import type { XmlElement } from '../xml/xml-tree.ts';
import { readRef, type CellRef } from './cell-ref.ts';
import { fillDown } from './formula-refs.ts';

/**
 * Writes every shared formula of a sheet out in its own cell: cells that share one must keep their places to each
 * other, and rows put between them would break that.
 */
export function unshareFormulas(root: XmlElement): void {
  const shared = new Map<string, SharedFormula>();
  const cells = (root.child('sheetData')?.elements('row') ?? []).flatMap((row) => row.elements('c'));
  for (const cell of cells) {
    const formula = cell.child('f');
    const at = readRef(cell.attribute('r') ?? '');
    if (formula?.attribute('t') === 'shared' && at !== null) unshare(formula, at, shared);
  }
}

interface SharedFormula {
  readonly text: string;
  readonly at: CellRef;
}

function unshare(formula: XmlElement, at: CellRef, shared: Map<string, SharedFormula>): void {
  const id = formula.attribute('si') ?? '';
  const text = formula.text();
  const first = shared.get(id);
  if (text !== '') shared.set(id, { text, at });
  else if (first !== undefined) {
    formula.setText(fillDown(first.text, at.row - first.at.row, at.column - first.at.column));
  }
  for (const name of ['t', 'si', 'ref']) formula.set(name, null);
}
