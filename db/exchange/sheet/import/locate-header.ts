import type { AnyLedger } from '../../../model/define-ledger.ts';
import { cleanText } from '../../../model/fields/clean-text.ts';
import { limits } from '../read/limits.ts';
import type { SheetRow } from '../read/sheet-row.ts';
import { SheetRefused } from '../read/sheet-refused.ts';
import type { ColumnMapping, SheetHead } from './import-types.ts';
import { matchColumns } from './match-columns.ts';

/**
 * Finds the row of column titles among the first rows: the one in which most columns are recognised. Title lines and
 * notes above it are passed over. Two-row headings (户籍地 over 省, 市) are read as one when that recognises more:
 * a cell below wins, else the cell above it, which is how merged cells look from inside. `isKnownTitle` knows titles that
 * are no field of the ledger (codes with a column of their own).
 */
export function locateHeader(
  ledger: AnyLedger,
  rows: readonly SheetRow[],
  isKnownTitle: (title: string) => boolean = () => false,
): SheetHead {
  let best: SheetHead | null = null;
  let bestScore = 0;
  const heads = rows.filter((r) => r.row <= limits.headerRows);
  for (const [i, row] of heads.entries()) {
    const above = heads[i - 1];
    const candidates = [{ headers: row.cells, weight: 1 }];
    if (above?.row === row.row - 1)
      candidates.push({ headers: merged(above.cells, row.cells), weight: 0.999 });
    for (const { headers, weight } of candidates) {
      const titles = headers.map(cleanText);
      const fields = matchColumns(ledger, titles);
      const known = titles.filter((title, column) => fields[column] !== null || isKnownTitle(title));
      const score = known.length * weight;
      if (score > bestScore) {
        bestScore = score;
        best = { headerRow: row.row, headers: titles, fields };
      }
    }
  }
  return best ?? widestRow(heads);
}

/** Nothing recognised: the first of the fullest rows, whose columns the user may map by hand. */
function widestRow(heads: readonly SheetRow[]): SheetHead {
  const filled = (r: SheetRow): number => r.cells.filter((c) => c !== '').length;
  const widest = heads.reduce<SheetRow | undefined>(
    (a, b) => (a && filled(a) >= filled(b) ? a : b),
    undefined,
  );
  if (!widest) throw new SheetRefused('no-header', { rows: limits.headerRows });
  return {
    headerRow: widest.row,
    headers: widest.cells.map(cleanText),
    fields: widest.cells.map(() => null),
  };
}

/** The head with the columns the user chose; a column not named keeps being left out. */
export function withMapping(head: SheetHead, mapping: readonly ColumnMapping[]): SheetHead {
  const fields = head.headers.map((_, i) => mapping.find((m) => m.index === i)?.field ?? null);
  return { ...head, fields };
}

function merged(above: readonly string[], below: readonly string[]): string[] {
  const width = Math.max(above.length, below.length);
  return Array.from({ length: width }, (_, i) => below[i] || above[i] || '');
}
