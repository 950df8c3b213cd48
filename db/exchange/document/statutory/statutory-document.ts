import { holds } from '../../../model/derive/skip-logic.ts';
import { ledgerOf } from '../../../model/registry.ts';
import type { Caller, Store } from '../../../store/api.ts';
import { notePrint } from '../note-print.ts';
import { writeWorkbook } from '../../sheet/write/write-workbook.ts';
import type { PrintDocument } from '../page-html.ts';
import type { StatutoryDocument } from './define-document.ts';
import { documentData, type DataSource } from './document-data.ts';
import { documentsOf } from './documents.ts';
import { statutoryPage } from './statutory-page.ts';

/** What a document is asked for with. */
export interface StatutoryInput {
  readonly store: Store;
  readonly ledger: string;
  readonly id: string;
  readonly caller: Caller;
  readonly now: () => Date;
  readonly onRevealed?: NonNullable<DataSource['onRevealed']>;
}

/** A document in the choice of a record. */
export interface DocumentKind {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  /** `dossier`: the whole file of a case. */
  readonly kind: 'document' | 'dossier';
  /** False while the facts are missing that make it sensible; it prints all the same. */
  readonly isReady: boolean;
  /** Whether there is a workbook of it too. */
  readonly hasWorkbook: boolean;
  /** Required papers of a dossier that are not there. */
  readonly missing: readonly string[];
}

/** Statutory documents that can be printed of a record, in their order; none for a record that is not there. */
export function documentKinds({ store, ledger, id, caller }: Omit<StatutoryInput, 'now'>): DocumentKind[] {
  const record = store.get(ledger, id, caller);
  if (record === null) return [];
  return documentsOf(ledger).map(({ id: kind, label, source, when, workbook }) => ({
    id: kind,
    label: label[caller.language],
    source,
    kind: 'document',
    missing: [],
    hasWorkbook: workbook !== undefined,
    isReady: holds(when, record.values),
  }));
}

/** One statutory document of a record; `null` when there is no such record or document. */
export function statutoryDocument(input: StatutoryInput, document: string): PrintDocument | null {
  const kind = documentsOf(input.ledger).find(({ id }) => id === document);
  return kind === undefined ? null : printedDocument(input, kind);
}

/** Writes a document as a workbook; `null` when there is no such record or workbook. */
export async function writeStatutoryWorkbook(
  input: StatutoryInput,
  document: string,
  file: string,
): Promise<{ readonly title: string; readonly sheets: number } | null> {
  const kind = documentsOf(input.ledger).find(({ id }) => id === document);
  const data = documentData({ ...input, now: input.now() }, ledgerOf(input.ledger), input.id);
  if (kind?.workbook === undefined || data === null) return null;
  notePrint(input, ledgerOf(input.ledger), input.id);
  const sheets = kind.workbook(data);
  await writeWorkbook(file, sheets);
  return { title: data.record.title, sheets: sheets.length };
}

/** A definition laid out for a record; `null` when there is no such record. */
function printedDocument(input: StatutoryInput, kind: StatutoryDocument): PrintDocument | null {
  const { store, caller, now } = input;
  const data = documentData({ ...input, now: now() }, ledgerOf(input.ledger), input.id);
  if (data === null) return null;
  notePrint(input, ledgerOf(input.ledger), input.id);
  const title = `${kind.label.zh}　${data.record.title}`;
  return statutoryPage({
    title,
    page: kind.page,
    isPractice: store.info.practice,
    body: kind.render(data, caller),
  });
}
