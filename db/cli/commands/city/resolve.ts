import { randomUUID } from 'node:crypto';
import { words } from '../../../model/localized.ts';
import { choiceOf, choiceOptions } from '../../exchange/choice.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { Refusal } from '../../refusal.ts';
import { callerOf, invalid, written } from '../../with-store.ts';

/** `zw city resolve`: one value of a conflict stands; the choice goes down like any correction. */
export const cityResolveCommand = parentCommand({
  name: 'city resolve',
  summary: words(
    '处理一条市级冲突：保留现值、改用另一值或另填',
    'Settles a conflict at the office above: what stands, the other, or a third value',
  ),
  positionals: ['NO'],
  options: choiceOptions,
  prints: '{no}',
  run: async ({ city, store }, input, context) => {
    const no = Number(input.positionals[0]);
    const choice = choiceOf(input);
    const caller = callerOf(context);
    const outcome = await city?.resolve(no, choice, caller);
    if (outcome === null) throw new Refusal('not-found', words('没有这条冲突', 'There is no such conflict'));
    if (outcome?.ok === false) throw invalid(outcome.findings);
    if (store !== null) written(store.sync.conflicts.resolve(no, choice, { writeId: randomUUID(), caller }));
    return { no };
  },
});
