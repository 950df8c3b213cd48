import { words } from '../../model/localized.ts';
import { fieldsOf } from '../filter.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { storeCommand } from '../with-store.ts';

/** `zw suggest LEDGER FIELD [TEXT]`: what typing in a form would be offered. */
export const suggestCommand = storeCommand({
  name: 'suggest',
  summary: words(
    '列出字段里已有的、含有该文字的值',
    'Lists values already written in a field that hold a text',
  ),
  positionals: ['LEDGER', 'FIELD', 'TEXT'],
  optionalPositionals: 1,
  options: {},
  prints: '{values:[text]}',
  run: (store, { positionals: [name, field = '', text = ''] }) => {
    const ledger = ledgerNamed(name);
    fieldsOf(ledger, { positionals: [], options: { fields: field } });
    return { values: store.suggest(ledger.id, field, text) };
  },
});
