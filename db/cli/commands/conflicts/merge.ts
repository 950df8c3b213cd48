import { randomUUID } from 'node:crypto';
import { words } from '../../../model/localized.ts';
import { textOf } from '../../exchange/told.ts';
import { Refusal } from '../../refusal.ts';
import { storeCommand, written } from '../../with-store.ts';

/** `zw conflicts merge`: one record instead of two; `conflicts part` takes it back. */
export const conflictsMergeCommand = storeCommand({
  name: 'conflicts merge',
  summary: words('合并两条重复记录，可以撤销', 'Makes one record of two; conflicts part takes it back'),
  positionals: ['NO'],
  options: {
    keep: {
      type: 'string',
      value: 'ID',
      help: words('保留哪一条（默认较早的）', 'Record to keep; the older by default'),
    },
  },
  prints: '{no, keep, drop, batch, records:[…]}',
  run: ({ sync }, input, { caller }) => {
    const no = Number(input.positionals[0]);
    const twins = sync.twins.find(no, caller);
    if (twins?.state !== 'open')
      throw new Refusal('not-found', words('没有这一对重复记录', 'There are no such twins'));
    const named = textOf(input, 'keep');
    const ids = [twins.older.id, twins.younger.id];
    if (named !== '' && !ids.includes(named))
      throw new Refusal('not-found', words('--keep 不是这两条之一', '--keep is neither of the two'), { ids });
    const [keep, drop] = named === twins.younger.id ? ids.toReversed() : ids;
    if (keep === undefined || drop === undefined) throw new Error('twins are two');
    const outcome = sync.twins.merge({ ledger: twins.ledger, keep, drop }, { writeId: randomUUID(), caller });
    return { no, keep, drop, batch: outcome.batch ?? null, records: written(outcome) };
  },
});
