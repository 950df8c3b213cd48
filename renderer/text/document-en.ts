import type { documentZh } from './document-zh.ts';

/** Texts of the choice of documents in the print preview, English. */
export const documentEn: Readonly<Record<keyof typeof documentZh, string>> = {
  'document.choose': 'Document',
  'document.card': '{{ledger}} record',
  'document.notReady': ' (not complete)',
  'document.full': 'Numbers and telephones in full (logged)',
  'document.missing': 'Missing: {{list}}',
  'document.missingHint': 'It can be printed; the cover says it is a draft',
  'document.printDossier': 'Print dossier',
  'document.source': 'By: {{source}}',
};
