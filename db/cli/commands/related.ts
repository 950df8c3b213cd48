import { words } from '../../model/localized.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { storeCommand } from '../with-store.ts';

/** `zw related LEDGER ID`: every record that points to this one. */
export const relatedCommand = storeCommand({
  name: 'related',
  summary: words('列出指向一条记录的其他记录', 'Lists the records that point to a record'),
  positionals: ['LEDGER', 'ID'],
  options: {},
  prints: '{groups:[{ledger, field, total, rows:[{id, version, removed, texts}]}]}',
  run: (store, { positionals: [name, id = ''] }, { caller }) => ({
    groups: store.related(ledgerNamed(name).id, id, caller),
  }),
});
