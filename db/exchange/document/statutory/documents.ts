import { councilDocuments } from './council/documents.ts';
import type { StatutoryDocument } from './define-document.ts';
import { rewardSheetForm } from './grid/reward-sheet.ts';
import { inspectionDocuments } from './inspection/documents.ts';
import { issueDocuments } from './issue/documents.ts';
import { mediationDocuments } from './mediation/documents.ts';
import { safetyDocuments } from './safety/documents.ts';

/** Every statutory document, in the order in which the choice shows those of a ledger. One line per file. */
export const statutoryDocuments: readonly StatutoryDocument[] = distinct([
  ...issueDocuments,
  rewardSheetForm,
  ...mediationDocuments,
  ...inspectionDocuments,
  ...councilDocuments,
  ...safetyDocuments,
]);

/** Documents that can be printed of a ledger's records. */
export const documentsOf = (ledger: string): readonly StatutoryDocument[] =>
  statutoryDocuments.filter((document) => document.ledger === ledger);

/** @throws at start-up when two documents of a ledger have one id. */
function distinct(documents: readonly StatutoryDocument[]): readonly StatutoryDocument[] {
  const seen = new Set<string>();
  for (const { ledger, id } of documents) {
    const key = `${ledger}/${id}`;
    if (seen.has(key)) throw new Error(`document ${key} twice`);
    seen.add(key);
  }
  return documents;
}
