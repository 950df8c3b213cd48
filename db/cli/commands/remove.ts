import { randomUUID } from 'node:crypto';
import { words } from '../../model/localized.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { storeCommand, written } from '../with-store.ts';

/** `zw remove LEDGER ID --reason TEXT`: ends a record; nothing is deleted. */
export const removeCommand = storeCommand({
  name: 'remove',
  summary: words('注销（作废）一条记录，数据保留', 'Vacates (voids) a record; its data stay'),
  positionals: ['LEDGER', 'ID'],
  options: { reason: { type: 'string', value: 'TEXT', required: true, help: words('原因', 'Why') } },
  prints: '{id, change}',
  run: (store, { positionals: [name, id = ''], options }, { caller }) => {
    const ledger = ledgerNamed(name).id;
    const reason = String(options['reason']);
    const records = written(
      store.write({ writeId: randomUUID(), caller, writes: [{ ledger, id, op: 'remove', reason }] }),
    );
    return { id, change: records[0]?.change ?? null };
  },
});
