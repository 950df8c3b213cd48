import { randomUUID } from 'node:crypto';
import { words } from '../../../model/localized.ts';
import { choiceOf, choiceOptions } from '../../exchange/choice.ts';
import { storeCommand, written } from '../../with-store.ts';

/** `zw conflicts resolve`: one value stands; choosing is an ordinary change that travels. */
export const conflictsResolveCommand = storeCommand({
  name: 'conflicts resolve',
  summary: words(
    '处理一条冲突：保留现值、改用另一值或另填',
    'Settles a conflict: what stands, the other, or a third value',
  ),
  positionals: ['NO'],
  options: choiceOptions,
  prints: '{no, records:[{ledger, id, version, change}]}',
  run: ({ sync }, input, { caller }) => {
    const no = Number(input.positionals[0]);
    const records = written(sync.conflicts.resolve(no, choiceOf(input), { writeId: randomUUID(), caller }));
    return { no, records };
  },
});
