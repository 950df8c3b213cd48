import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { listDocument } from '../../exchange/document/list-document.ts';
import { recordDocument } from '../../exchange/document/record-document.ts';
import { words } from '../../model/localized.ts';
import { ledgers } from '../../model/registry.ts';
import { fieldsOf, sortOf, whereOf, whereOption } from '../filter.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { Refusal } from '../refusal.ts';
import { storeCommand } from '../with-store.ts';
import { fullOption } from './export.ts';

/** `zw print-html LEDGER OUT.html`: the page the window prints. Paper and PDF need the window's layout engine. */
export const printHtmlCommand = storeCommand({
  name: 'print-html',
  summary: words(
    '生成打印用网页：一条记录（--id）或一个列表',
    'Writes the printed page of a record (--id) or of a list',
  ),
  positionals: ['LEDGER', 'OUT.html'],
  options: {
    id: { type: 'string', value: 'ID', help: words('打印这一条记录', 'Print this record') },
    where: whereOption,
    sort: { type: 'string', value: 'FIELD', help: words('列表的排序字段', 'Field a list is sorted by') },
    fields: { type: 'string', value: 'a,b', help: words('列表的列', 'Columns of a list') },
    full: fullOption,
  },
  prints: '{title, file}',
  run: (store, input, context) => {
    const ledger = ledgerNamed(input.positionals[0]);
    const caller = { ...context.caller, seesMasked: input.options['full'] === true };
    const base = { store, ledger, caller, now: context.now };
    const id = input.options['id'];
    const fields = fieldsOf(ledger, input);
    const document =
      typeof id === 'string'
        ? recordDocument({ ...base, id, ledgers })
        : listDocument({
            ...base,
            where: whereOf(ledger, input),
            ...sortOf(ledger, input),
            ...(fields === null ? {} : { fields }),
          });
    if (document === null)
      throw new Refusal('not-found', words('没有这条记录', 'There is no such record'), { id });
    const file = path.resolve(input.positionals[1] ?? '');
    writeFileSync(file, document.html);
    return { title: document.title, file };
  },
});
