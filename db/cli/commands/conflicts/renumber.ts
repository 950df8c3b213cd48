import { randomUUID } from 'node:crypto';
import { words } from '../../../model/localized.ts';
import { Refusal } from '../../refusal.ts';
import { storeCommand, written } from '../../with-store.ts';

/** `zw conflicts renumber`: two things bear one number; the one registered later gets the next. */
export const conflictsRenumberCommand = storeCommand({
  name: 'conflicts renumber',
  summary: words(
    '两件不同的事项编了同一个号，后登记的改用下一个号',
    'Two different things bear one number: the one registered later gets the next',
  ),
  positionals: ['NO'],
  options: {},
  prints: '{no, id, number, records:[…]}',
  run: (store, input, { caller }) => {
    const { sync } = store;
    const no = Number(input.positionals[0]);
    const pair = sync.twins.find(no, caller);
    if (pair === null || pair.number === null)
      throw new Refusal(
        'not-found',
        words('没有这一对编号相同的记录', 'There are no such records with one number'),
      );
    const { ledger, number, younger } = pair;
    const records = written(sync.twins.renumber(no, { writeId: randomUUID(), caller }));
    return {
      no,
      id: younger.id,
      number: store.get(ledger, younger.id, caller)?.values[number] ?? null,
      records,
    };
  },
});
