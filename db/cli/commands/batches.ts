import { words } from '../../model/localized.ts';
import { storeCommand, wholeNumber } from '../with-store.ts';

/** `zw batches`: imports and batch changes, newest first. */
export const batchesCommand = storeCommand({
  name: 'batches',
  summary: words('列出导入和批量修改的批次', 'Lists the batches of imports and batch changes'),
  positionals: [],
  options: {
    limit: { type: 'string', value: 'N', help: words('最多条数，默认 50', 'At most so many, default 50') },
  },
  prints: '[{id, kind, ledger, label, startedAt, finishedAt, undoneAt, state}]',
  run: (store, input, { caller }) =>
    store.batches.list(wholeNumber(input, 'limit', { fallback: 50, min: 1, max: 1000 }), caller),
});
