import { randomUUID } from 'node:crypto';
import { words } from '../../model/localized.ts';
import { drained } from '../drained.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { Refusal } from '../refusal.ts';
import { storeCommand } from '../with-store.ts';

/** Lines printed. */
const MOST_LINES = 500;

/** `zw reckon LEDGER`: what a changed rule (visit rule, scale of labour risk …) changes in the records that follow it. */
export const reckonCommand = storeCommand({
  name: 'reckon',
  summary: words(
    '规则台账（如走访规则）改动后，列出并重新计算按它推算的记录，可用 undo-import 撤销',
    'After a change of a ledger of rules: shows and reckons anew the records that follow it; undo-import takes it back',
  ),
  positionals: ['LEDGER'],
  options: { apply: { type: 'boolean', help: words('写入重新计算的结果', 'Write what was reckoned') } },
  prints:
    '{ledgers:[ledger], looked, count, lines:[{ledger, id, title, subtitle, texts:{field:[old, new]}}], batch, changed}',
  run: (store, { positionals: [name], options }, context) => {
    const rules = ledgerNamed(name).id;
    const { caller } = context;
    const ledgers = store.reckoning.ledgersOf(rules, caller);
    if (ledgers.length === 0)
      throw new Refusal('not-allowed', words('没有按这个台账推算的记录', 'No records follow this ledger'), {
        ledger: rules,
      });
    const found = drained(store.reckoning.lookSteps(rules, { lines: MOST_LINES }, caller), context);
    if (options['apply'] !== true || found.count === 0) return { ledgers, ...found, batch: null, changed: 0 };
    const batch = randomUUID();
    const { changed } = drained(store.reckoning.applySteps(batch, rules, caller), context);
    return { ledgers, ...found, batch, changed };
  },
});
