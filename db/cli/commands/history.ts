import { words } from '../../model/localized.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { Refusal } from '../refusal.ts';
import { storeCommand } from '../with-store.ts';

/** `zw history LEDGER ID`: every change of a record, newest first, with old and new values. */
export const historyCommand = storeCommand({
  name: 'history',
  summary: words('输出一条记录的全部变更', 'Prints all changes of a record'),
  positionals: ['LEDGER', 'ID'],
  options: {},
  prints:
    '{changes:[{change, at, user, node, op, fields:{field:[old,new]}, texts, batch, reason, undoes, together}]}',
  run: (store, { positionals: [name, id = ''] }, { caller }) => {
    const ledger = ledgerNamed(name).id;
    if (store.get(ledger, id, caller) === null) {
      throw new Refusal('not-found', words('没有这条记录', 'There is no such record'), { id });
    }
    return { changes: store.history(ledger, id, caller) };
  },
});
