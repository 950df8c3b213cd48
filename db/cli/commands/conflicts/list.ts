import { words } from '../../../model/localized.ts';
import { storeCommand, wholeNumber } from '../../with-store.ts';

/** `zw conflicts list`: fields changed on both sides, records that stand twice, rows that wait. */
export const conflictsListCommand = storeCommand({
  name: 'conflicts list',
  summary: words(
    '冲突待办、重复记录、待处理行',
    'The conflict inbox, records standing twice, rows that wait',
  ),
  positionals: [],
  options: {
    all: { type: 'boolean', help: words('含已处理的', 'Settled ones too') },
    limit: { type: 'string', value: 'N', help: words('最多几条', 'How many at most') },
  },
  prints: '{conflicts:[{no, ledger, id, field, kept, other, state}], twins:[…], quarantine:[…]}',
  run: ({ sync }, input, { caller }) => {
    const of = {
      all: input.options['all'] === true,
      limit: wholeNumber(input, 'limit', { fallback: 200, min: 1, max: 10_000 }),
    };
    return {
      conflicts: sync.conflicts.list(of, caller),
      twins: sync.twins.list(of, caller),
      quarantine: sync.quarantine.list(of.limit, caller),
    };
  },
});
