import path from 'node:path';
import { writeStatutoryWorkbook } from '../../../exchange/document/statutory/statutory-document.ts';
import { words } from '../../../model/localized.ts';
import { ledgerNamed } from '../../ledger-named.ts';
import { Refusal } from '../../refusal.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw document workbook LEDGER ID DOCUMENT OUT.xlsx`: a statutory table as an Excel workbook in the layout of its form. */
export const documentWorkbookCommand = storeCommand({
  name: 'document workbook',
  summary: words(
    '按表样把一条记录的统计报表写成 Excel 工作簿',
    'Writes a statutory table of a record as an Excel workbook in the layout of the form',
  ),
  positionals: ['LEDGER', 'ID', 'DOCUMENT', 'OUT.xlsx'],
  options: {},
  prints: '{title, file, sheets}',
  run: async (store, { positionals: [name, id = '', document = '', out = ''] }, { caller, now }) => {
    const file = path.resolve(out);
    const of = { store, ledger: ledgerNamed(name).id, id, caller, now };
    const written = await writeStatutoryWorkbook(of, document, file);
    if (written !== null) return { title: written.title, file, sheets: written.sheets };
    throw new Refusal(
      'not-found',
      words(
        '没有这条记录，或这份文书没有 Excel 表样',
        'There is no such record, or no workbook of this document',
      ),
      { id, document },
    );
  },
});
