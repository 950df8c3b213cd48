import { viewDocument, type PartView } from './document/view-document.ts';
import type { OfficeFile } from './package/office-file.ts';
import { viewWorkbook, type SheetView } from './workbook/view-workbook.ts';

/** A form file as the window shows it: sheets as grids, or the parts of a document. */
export type FormView =
  | { readonly kind: 'xlsx'; readonly sheets: readonly SheetView[] }
  | { readonly kind: 'docx'; readonly parts: readonly PartView[] };

/** What the window shows of a form file. */
export function viewForm(file: OfficeFile): FormView {
  return file.kind === 'xlsx'
    ? { kind: 'xlsx', sheets: viewWorkbook(file) }
    : { kind: 'docx', parts: viewDocument(file) };
}
