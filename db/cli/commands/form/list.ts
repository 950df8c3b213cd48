import { listForms } from '../../../exchange/forms/saved-form.ts';
import { words } from '../../../model/localized.ts';
import { ledgerNamed } from '../../ledger-named.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw form list`: kept forms. */
export const formListCommand = storeCommand({
  name: 'form list',
  summary: words('已存入的表格，可限定台账', 'Kept forms, of one ledger if named'),
  positionals: ['LEDGER'],
  optionalPositionals: 1,
  options: {},
  prints: '[{id, version, name, ledger, kind, issuer, frequency, fileKind, fileName}]',
  run: (store, { positionals: [ledger] }, { caller }) =>
    listForms({ store, caller }, ledger === undefined ? null : ledgerNamed(ledger).id),
});
