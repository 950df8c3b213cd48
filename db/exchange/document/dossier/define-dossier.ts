import type { Localized } from '../../../model/localized.ts';
import type { Caller } from '../../../store/api.ts';
import type { SafeHtml } from '../escape-html.ts';
import type { StatutoryPage } from '../statutory/define-document.ts';
import type { DocumentData } from '../statutory/document-data.ts';

/** A paper of a dossier: sheets of one kind. */
export interface Paper {
  readonly page: StatutoryPage;
  readonly body: SafeHtml;
}

/** A place in the order of a dossier. */
export interface DossierItem {
  /** As it stands in the contents. */
  readonly label: (data: DocumentData) => string;
  /** True where a case like this must have it. */
  readonly isRequired: (data: DocumentData) => boolean;
  /** True when what it proves is recorded; a required one that is not is named before printing. */
  readonly isThere: (data: DocumentData) => boolean;
  /** Its papers; also of one that is missing, a form to be filled in by hand, or none. */
  readonly papers: (data: DocumentData, caller: Caller) => readonly Paper[];
}

/** The whole file of a case (卷宗), in the order a regulation gives. */
export interface Dossier {
  readonly ledger: string;
  readonly label: Localized;
  readonly source: string;
  readonly items: readonly DossierItem[];
  /** `pages` is the number of pages, filled when it is laid out. */
  readonly cover: (
    data: DocumentData,
    facts: { readonly pages: string; readonly papers: number },
  ) => SafeHtml;
  readonly back: (data: DocumentData, facts: { readonly pages: string }) => SafeHtml;
}
