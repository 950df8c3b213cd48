import type { documentZh } from './document-zh.ts';

/** Texts of the choice of documents in the print preview, English. */
export const documentEn: Readonly<Record<keyof typeof documentZh, string>> = {
  'document.choose': 'Document',
  'document.card': '{{ledger}} record',
  'document.notReady': ' (not complete)',
  'document.full': 'Numbers and telephones in full (logged)',
  'document.missing': 'Missing: {{list}}',
  'document.missingHint': 'It can be printed; the cover says it is a draft',
  'document.missingCharacters': 'No font of this computer has these characters; boxes are printed: {{list}}',
  'document.missingCharactersHint':
    'Install the updates of Windows (they complete the font SimSun-ExtB) or a font that has them, then open the preview again; or write them in by hand. The data are not touched.',
  'document.workbook': 'Export to Excel',
  'document.saved': 'Exported {{file}}',
  'document.printDossier': 'Print dossier',
  'document.source': 'By: {{source}}',
};
