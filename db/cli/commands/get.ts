import { words } from '../../model/localized.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { recordJson } from '../record-json.ts';
import { Refusal } from '../refusal.ts';
import { storeCommand } from '../with-store.ts';

/** `zw get LEDGER ID`: one record, also a removed one. */
export const getCommand = storeCommand({
  name: 'get',
  summary: words('输出一条记录', 'Prints one record'),
  positionals: ['LEDGER', 'ID'],
  options: {},
  prints:
    'record = {id, version, <field>: value…, created_at, updated_at, removed_at, removed_reason, texts:{field: text}}',
  run: (store, { positionals: [name, id = ''] }, { caller }) => {
    const record = store.get(ledgerNamed(name).id, id, caller);
    if (record === null)
      throw new Refusal('not-found', words('没有这条记录', 'There is no such record'), { id });
    return recordJson(record);
  },
});
