import { words } from '../../../model/localized.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { lookOptions, lookQueryOf, toldPage } from '../../look-query.ts';
import { callerOf } from '../../with-store.ts';

/** `zw city looks`: the log of looks at sensitive records kept at the office above. */
export const cityLooksCommand = parentCommand({
  name: 'city looks',
  summary: words(
    '市级查看日志：谁在什么时候怎样看过敏感台账的记录',
    'Who looked at sensitive records at the office above, when and how',
  ),
  positionals: [],
  options: lookOptions,
  prints: '{looks:[{at, user, name, town?, ledger, record, title?, way, field?}], next}',
  run: async ({ city, store }, input, context) => {
    const [query, caller] = [lookQueryOf(input), callerOf(context)];
    const none = { looks: [], next: null };
    return city === null
      ? toldPage(store?.looks.page(query, caller) ?? none)
      : toldPage(await city.looks(query, caller));
  },
});
