import { officeOf, peersOf } from '../../../exchange/sync/office.ts';
import { rowTotals } from '../../../exchange/sync/row-totals.ts';
import { words } from '../../../model/localized.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw package status`: how far the rows are on their way to the parent, and every package written. */
export const packageStatusCommand = storeCommand({
  name: 'package status',
  summary: words(
    '各条记录上报到哪一步，及数据包登记',
    'How far rows have come on their way up, and the packages written',
  ),
  positionals: [],
  options: {},
  prints:
    '{pending, carried, received, accepted, returned, rows:[…returned rows], packages:[…], holdings:[…]}',
  run: async (store, _input, { caller }) => {
    const { sync } = store;
    const office = await officeOf(sync);
    const parent =
      office === null ? undefined : peersOf(office).find(({ relation }) => relation === 'parent');
    const packages = sync.outgoing.list(null);
    const rows = sync.states.returned(caller);
    const total = Object.values(store.counts()).reduce((sum, count) => sum + count, 0);
    if (parent === undefined)
      return {
        pending: total,
        carried: 0,
        received: 0,
        accepted: 0,
        returned: 0,
        rows,
        packages,
        holdings: [],
      };
    const totals = await rowTotals(sync, parent.card.node);
    const waiting = totals.pending + totals.carried + totals.received;
    const accepted = Math.max(0, total - waiting - rows.length);
    const holdings = sync.incoming.holdings(parent.card.node);
    return { ...totals, accepted, returned: rows.length, rows, packages, holdings };
  },
});
