import { words } from '../../../model/localized.ts';
import { inboxOf } from '../../exchange/inbox.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { callerOf } from '../../with-store.ts';

/** `zw city inbox`: rows that wait, records standing twice, fields changed on both sides. */
export const cityInboxCommand = parentCommand({
  name: 'city inbox',
  summary: words(
    '市级待办：待处理行、重复、冲突',
    'Rows that wait, duplicates, conflicts at the office above',
  ),
  positionals: [],
  options: {},
  prints:
    '{quarantine:[{town, ledger, id, field, reason, args, at}], duplicates:[{ledger, id, otherId, town, otherTown}], conflicts:[{no, town, ledger, id, field, kept:{value, author, at, node}, other:{…}, foundAt}]}',
  run: (place, _input, context) => inboxOf(place, callerOf(context)),
});
