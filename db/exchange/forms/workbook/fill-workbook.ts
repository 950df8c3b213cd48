import type { FormPlace } from '../../../model/forms/form-mapping.ts';
import { findTokens, readToken } from '../../../model/forms/form-token.ts';
import type { FormNames, Scope } from '../form-names.ts';
import type { FormProblem } from '../form-problem.ts';
import type { FormRow, FormSource } from '../form-source.ts';
import type { OfficeFile } from '../package/office-file.ts';
import { writeXml } from '../xml/xml-tree.ts';
import { writeRef } from './cell-ref.ts';
import { fillSheet } from './fill-sheet.ts';
import { settlePivots } from './pivots.ts';
import { readMarks, type MarkedSheet, type MarkedWorkbook } from './read-marks.ts';
import { dropChain, settleMain, settleReaders } from './settle-workbook.ts';
import { shiftLinkedParts, shiftSheetParts, type MovedSheet } from './shift-parts.ts';
import { StyleBook } from './style-book.ts';
import { readWorkbookFile } from './workbook-file.ts';

/** What is wrong with the marks of a workbook, and how many there are. */
export function checkWorkbook(
  file: OfficeFile,
  places: readonly FormPlace[],
  names: FormNames,
): { readonly marks: number; readonly problems: readonly FormProblem[] } {
  const marked = readMarks(readWorkbookFile(file.parts), places, (inner) => names.needsRow(inner));
  return {
    marks: marksOf(marked),
    problems: [...marked.problems, ...marked.sheets.flatMap((sheet) => troubles(sheet, names))],
  };
}

const marksOf = ({ sheets }: MarkedWorkbook): number =>
  sheets.reduce(
    (sum, { cells }) => sum + cells.reduce((all, { text }) => all + findTokens(text).length, 0),
    0,
  );

function troubles({ name, cells, repeated }: MarkedSheet, names: FormNames): readonly FormProblem[] {
  return cells.flatMap((cell) => {
    const at = `${name}!${writeRef(cell)}`;
    const part = repeated.find(({ first, last }) => cell.row >= first && cell.row <= last);
    return findTokens(cell.text).flatMap(({ inner }): FormProblem[] => {
      const token = readToken(inner);
      if (token.kind === 'repeat') {
        const found = names.part(token.name, names.outside);
        const code = found === null ? 'unknown-part' : found.ledger.sensitive ? 'sensitive' : null;
        return code === null ? [] : [{ at, code, token: token.name, nearest: [] }];
      }
      const trouble = names.trouble(inner, scopeOf(part?.name, names));
      return trouble === null ? [] : [{ at, ...trouble }];
    });
  });
}

/** Ledgers around a token: `undefined` = outside, `null` = a row of the list. */
function scopeOf(part: string | null | undefined, names: FormNames): Scope {
  if (part === undefined) return names.outside;
  if (part === null) return [names.subject.ledger];
  const found = names.part(part, names.outside);
  return found === null ? names.outside : [found.ledger, ...names.outside];
}

/**
 * Fills a workbook: values into marked cells, repeated rows, and everything that names a moved row moved along. Parts
 * that have nothing to do with it are passed on as they are. Marks must have been checked.
 */
export async function fillWorkbook(
  office: OfficeFile,
  {
    places,
    source,
    rows,
  }: {
    readonly places: readonly FormPlace[];
    readonly source: FormSource;
    readonly rows: readonly FormRow[];
  },
): Promise<ReadonlyMap<string, Buffer>> {
  const file = readWorkbookFile(office.parts);
  const parts = new Map(office.parts);
  const styles = new StyleBook(parts.get(file.stylesPart ?? '') ?? null);
  const marked = readMarks(file, places, (inner) => source.needsRow(inner));
  const moved: MovedSheet[] = [];
  let isChainBroken = false;
  for (const sheet of marked.sheets) {
    const shift = await fillSheet(sheet, rows, { source, styles, is1904: file.is1904 });
    isChainBroken ||= shift.stretches.length > 0;
    if (!shift.isNone) {
      shiftSheetParts(sheet.document.root, { ...sheet, shift });
      moved.push({ name: sheet.name, part: sheet.part, shift });
    }
    parts.set(sheet.part, writeXml(sheet.document));
  }
  for (const sheet of moved) shiftLinkedParts(parts, sheet);
  // Formulas of one filled sheet may read another one that moved.
  const filled = marked.sheets.map(({ name }) => name);
  const fresh = settleReaders(parts, file, { filled, moved });
  settlePivots(parts, file, { filled: fresh, moved });
  settleMain(parts, file, moved);
  if (isChainBroken) dropChain(parts, file);
  const written = styles.write();
  if (written !== null && file.stylesPart !== null) parts.set(file.stylesPart, written);
  return parts;
}
