import { words } from '../../model/localized.ts';
import { storeCommand, wholeNumber } from '../with-store.ts';

/** `zw search TEXT`: the search box of the window. */
export const searchCommand = storeCommand({
  name: 'search',
  summary: words(
    '按姓名、拼音、首字母、证件号、电话、地址、单位、网格编码搜索',
    'Finds by name, pinyin, initials, id number, phone, address, unit or grid code',
  ),
  positionals: ['TEXT'],
  options: {
    limit: {
      type: 'string',
      value: 'N',
      help: words('最多条数，默认 50', 'At most so many hits, default 50'),
    },
  },
  prints: '{hits:[{ledger, id, title, subtitle, matched}], more:[ledger], ms}',
  run: (store, input, { caller }) =>
    store.search(
      input.positionals[0] ?? '',
      wholeNumber(input, 'limit', { fallback: 50, min: 1, max: 200 }),
      caller,
    ),
});
