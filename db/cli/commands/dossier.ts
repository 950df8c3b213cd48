import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dossierDocument } from '../../exchange/document/dossier/dossier-document.ts';
import { words } from '../../model/localized.ts';
import { nothingMade, printPdf } from '../print-pdf.ts';
import { Refusal, UsageError } from '../refusal.ts';
import { storeCommand } from '../with-store.ts';
import { fullOption } from './export.ts';

/** `zw dossier ID`: the whole file of a mediation case, with what of it is missing. */
export const dossierCommand = storeCommand({
  name: 'dossier',
  summary: words(
    '生成人民调解卷宗（封面、目录、材料、备考表），列出缺少的材料',
    'Makes the dossier of a mediation case and tells what of it is missing',
  ),
  positionals: ['ID'],
  options: {
    pdf: { type: 'string', value: 'OUT.pdf', help: words('PDF 文件', 'PDF file') },
    out: {
      type: 'string',
      value: 'OUT.html',
      help: words('网页（页码由版面程序填写）', 'Page (numbers are filled by the layout engine)'),
    },
    full: fullOption,
  },
  prints: '{title, items:[{label, state}], file, pages?, missing?}',
  run: (store, { positionals: [id = ''], options }, context) => {
    const caller = { ...context.caller, seesMasked: options['full'] === true };
    const made = dossierDocument({ store, ledger: 'mediation_case', id, caller, now: context.now });
    if (made === null)
      throw new Refusal('not-found', words('没有这条记录', 'There is no such record'), { id });
    const { items, title, ...document } = made;
    const { pdf, out } = options;
    if (typeof pdf === 'string') {
      const wanted = { ...document, title, paper: 'A4' as const, out: path.resolve(pdf) };
      const [{ pages, missing } = nothingMade] = printPdf([wanted], context);
      return { title, items, file: wanted.out, pages, missing };
    }
    if (typeof out !== 'string') throw new UsageError(words('请给出 --pdf 或 --out', 'Give --pdf or --out'));
    const file = path.resolve(out);
    writeFileSync(file, made.html);
    return { title, items, file };
  },
});
