import { randomUUID } from 'node:crypto';
import { words } from '../../model/localized.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { storeCommand, written } from '../with-store.ts';

/** `zw restore-record LEDGER ID`: brings a removed record back. */
export const restoreRecordCommand = storeCommand({
  name: 'restore-record',
  summary: words('恢复已注销的记录', 'Brings a removed record back'),
  positionals: ['LEDGER', 'ID'],
  options: {},
  prints: '{id, change}',
  run: (store, { positionals: [name, id = ''] }, { caller }) => {
    const records = written(
      store.write({
        writeId: randomUUID(),
        caller,
        writes: [{ ledger: ledgerNamed(name).id, id, op: 'restore' }],
      }),
    );
    return { id, change: records[0]?.change ?? null };
  },
});
