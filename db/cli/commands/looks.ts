import path from 'node:path';
import { writeLookSheet } from '../../exchange/looks/look-sheet.ts';
import { words } from '../../model/localized.ts';
import { lookFilterOf, lookOptions, lookQueryOf, toldPage } from '../look-query.ts';
import { storeCommand } from '../with-store.ts';

/** `zw looks`: the log of looks at sensitive records and withheld values, newest first. */
export const looksCommand = storeCommand({
  name: 'looks',
  summary: words(
    '查看日志：谁在什么时候怎样看过敏感台账的记录和遮住的内容',
    'Who looked at sensitive records and withheld values, when and how',
  ),
  positionals: [],
  options: {
    ...lookOptions,
    xlsx: { type: 'string', value: 'OUT', help: words('另存为 Excel 工作簿', 'Write a workbook instead') },
  },
  prints: '{looks:[{at, user, name, ledger, record, title, way, field}], next} | {rows, file}',
  run: async (store, input, { caller, now }) => {
    const out = input.options['xlsx'];
    if (typeof out !== 'string') return toldPage(store.looks.page(lookQueryOf(input), caller));
    const file = path.resolve(out);
    const query = lookFilterOf(input);
    return { rows: await writeLookSheet(file, { store, caller, query, now: now() }), file };
  },
});
