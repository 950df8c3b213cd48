import { words } from '../../../model/localized.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { callerOf } from '../../with-store.ts';

/** Entries of each kind that are listed. */
const MOST = 10_000;

/** `zw city inbox`: rows that wait, records standing twice, fields changed on both sides. */
export const cityInboxCommand = parentCommand({
  name: 'city inbox',
  summary: words(
    '市级待办：待处理行、重复、冲突',
    'Rows that wait, duplicates, conflicts at the office above',
  ),
  positionals: [],
  options: {},
  prints: '{quarantine:[…], duplicates:[…], conflicts:[…]}',
  run: async ({ store, city }, _input, context) => {
    if (city !== null) return city.inbox();
    const sync = store?.sync;
    return {
      quarantine: sync?.quarantine.list(MOST) ?? [],
      duplicates: sync?.twins.list({ all: false, limit: MOST }) ?? [],
      conflicts: sync?.conflicts.list({ all: false, limit: MOST }, callerOf(context)) ?? [],
    };
  },
});
