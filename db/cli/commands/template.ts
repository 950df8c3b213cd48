import path from 'node:path';
import { writeTemplate } from '../../exchange/sheet/template/write-template.ts';
import { words } from '../../model/localized.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { storeCommand } from '../with-store.ts';

/** `zw template LEDGER OUT.xlsx`: the import template. */
export const templateCommand = storeCommand({
  name: 'template',
  summary: words('生成导入模板', 'Writes the import template of a ledger'),
  positionals: ['LEDGER', 'OUT.xlsx'],
  options: {},
  prints: '{file}',
  run: async (store, { positionals: [name, out = ''] }, { caller }) => {
    const file = path.resolve(out);
    await writeTemplate({ store, ledger: ledgerNamed(name), caller, file });
    return { file };
  },
});
