import { randomUUID } from 'node:crypto';
import { words } from '../../model/localized.ts';
import { storeCommand, written } from '../with-store.ts';

/** `zw undo CHANGE`: takes one change back by a new change. */
export const undoCommand = storeCommand({
  name: 'undo',
  summary: words('撤销一次变更（撤销本身也是一次变更）', 'Takes a change back; the undo is a change itself'),
  positionals: ['CHANGE'],
  options: {},
  prints: '{id, change}',
  run: (store, { positionals: [change = ''] }, { caller }) => {
    const [record] = written(store.undo(change, randomUUID(), caller));
    return { id: record?.id ?? null, change: record?.change ?? null };
  },
});
