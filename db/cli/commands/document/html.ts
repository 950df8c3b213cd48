import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { statutoryDocument } from '../../../exchange/document/statutory/statutory-document.ts';
import { words } from '../../../model/localized.ts';
import { ledgerNamed } from '../../ledger-named.ts';
import { nothingMade, printPdf } from '../../print-pdf.ts';
import { Refusal } from '../../refusal.ts';
import { storeCommand } from '../../with-store.ts';
import { fullOption } from '../export.ts';

/** `zw document html LEDGER ID DOCUMENT`: a statutory document as the page the window prints, or as its PDF. */
export const documentHtmlCommand = storeCommand({
  name: 'document html',
  summary: words(
    '生成一条记录的文书：网页（默认输出到 stdout）或 PDF',
    'Makes a statutory document of a record: as a page (on stdout by default) or as PDF',
  ),
  positionals: ['LEDGER', 'ID', 'DOCUMENT'],
  options: {
    out: { type: 'string', value: 'OUT.html', help: words('网页写入此文件', 'File the page is written to') },
    pdf: { type: 'string', value: 'OUT.pdf', help: words('PDF 写入此文件', 'File the PDF is written to') },
    full: fullOption,
  },
  prints: '{title, html? | file?, pdf?, pages?, missing?}',
  run: (store, input, context) => {
    const [name, id = '', document = ''] = input.positionals;
    const ledger = ledgerNamed(name).id;
    const caller = { ...context.caller, seesMasked: input.options['full'] === true };
    const made = statutoryDocument({ store, ledger, id, caller, now: context.now }, document);
    if (made === null)
      throw new Refusal('not-found', words('没有这条记录或文书', 'There is no such record or document'), {
        id,
        document,
      });
    const { out, pdf } = input.options;
    const { title } = made;
    if (typeof pdf === 'string') {
      const wanted = { ...made, paper: 'A4' as const, out: path.resolve(pdf) };
      const [{ pages, missing } = nothingMade] = printPdf([wanted], context);
      return { title, pdf: wanted.out, pages, missing };
    }
    if (typeof out !== 'string') return { title, html: made.html };
    const file = path.resolve(out);
    writeFileSync(file, made.html);
    return { title, file };
  },
});
