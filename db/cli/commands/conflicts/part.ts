import { randomUUID } from 'node:crypto';
import { words } from '../../../model/localized.ts';
import { Refusal } from '../../refusal.ts';
import { storeCommand, written } from '../../with-store.ts';

/** `zw conflicts part`: takes a merge back, also one made on another node. */
export const conflictsPartCommand = storeCommand({
  name: 'conflicts part',
  summary: words(
    '撤销合并，两条记录都恢复（在别的单位合并的也可以）',
    'Takes a merge back, also one made on another node',
  ),
  positionals: ['NO'],
  options: {},
  prints: '{no, records:[…]}',
  run: ({ sync }, input, { caller }) => {
    const no = Number(input.positionals[0]);
    const pair = sync.twins.find(no, caller);
    if (pair?.state !== 'merged')
      throw new Refusal('not-found', words('没有这一对已合并的记录', 'There are no such merged records'));
    return { no, records: written(sync.twins.part(no, { writeId: randomUUID(), caller })) };
  },
});
