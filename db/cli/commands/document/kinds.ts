import { printKinds } from '../../../exchange/document/dossier/document-kinds.ts';
import { words } from '../../../model/localized.ts';
import { ledgerNamed } from '../../ledger-named.ts';
import { Refusal } from '../../refusal.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw document kinds LEDGER ID`: the statutory documents a record can be printed as. */
export const documentKindsCommand = storeCommand({
  name: 'document kinds',
  summary: words('列出一条记录可打印的文书', 'Lists the statutory documents of a record'),
  positionals: ['LEDGER', 'ID'],
  options: {},
  prints: '[{id, label, source, kind, isReady, hasWorkbook, missing}]',
  run: (store, { positionals: [name, id = ''] }, { caller, now }) => {
    const ledger = ledgerNamed(name).id;
    if (store.get(ledger, id, caller) === null)
      throw new Refusal('not-found', words('没有这条记录', 'There is no such record'), { id });
    return printKinds({ store, ledger, id, caller, now });
  },
});
