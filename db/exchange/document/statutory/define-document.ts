import type { Condition } from '../../../model/define-ledger.ts';
import type { Localized } from '../../../model/localized.ts';
import { ledgerById } from '../../../model/registry.ts';
import type { Caller } from '../../../store/api.ts';
import type { SheetOut } from '../../sheet/write/sheet-out.ts';
import type { SafeHtml } from '../escape-html.ts';
import type { DocumentData } from './document-data.ts';

/**
 * Paper of a statutory document. `letter`: margins and type of an official letter (GB/T 9704-2012: 37, 35, 28, 26 mm, body
 * 三号); `form` and `form-across`: narrower margins and body 小四, for tables that fill the sheet.
 */
export type StatutoryPage = 'letter' | 'form' | 'form-across';

/** A form or letter an office must use (法律文书、登记表), printed of one record. */
export interface StatutoryDocument {
  /** Unique among the documents of its ledger; kebab-case. */
  readonly id: string;
  /** The ledger whose records it is printed of. */
  readonly ledger: string;
  readonly label: Localized;
  /** Name of the form and of the decree that introduced it, as a stranger would look it up. */
  readonly source: string;
  readonly page: StatutoryPage;
  /** Facts that must hold before it makes sense to print it; the choice shows it all the same, and says so. */
  readonly when?: Condition;
  /**
   * Everything between the margins, title included. A value that is missing stays a blank to be filled in by hand; pure.
   * Forms are Chinese by law: texts stand in the document, whatever the language of the window.
   */
  readonly render: (data: DocumentData, caller: Caller) => SafeHtml;
  /** The same as a workbook, for forms that are handed in as one; pure. */
  readonly workbook?: (data: DocumentData) => readonly SheetOut[];
}

/** Checks what types cannot. @throws with the document named, at start-up. */
export function defineDocument(document: StatutoryDocument): StatutoryDocument {
  const where = `document ${document.ledger}/${document.id}`;
  if (!/^[a-z][a-z0-9-]*$/.test(document.id)) throw new Error(`${where}: id is not kebab-case`);
  const ledger = ledgerById.get(document.ledger);
  if (ledger === undefined) throw new Error(`${where}: no such ledger`);
  const field = document.when?.field;
  if (field !== undefined && !(field in ledger.fields))
    throw new Error(`${where}: when ${field}, which is no field`);
  return Object.freeze(document);
}
