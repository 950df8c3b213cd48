import { isRenewing, officeOf, peersOf, type Office } from '../../../db/exchange/sync/office.ts';
import { roleOf, unitOf } from '../../../db/exchange/sync/unit.ts';
import { makeCard } from '../../../db/exchange/package/keys/card.ts';
import { sumOfCounts } from '../../../db/model/sync/ledger-counts.ts';
import type { Caller, Store } from '../../../db/store/api.ts';
import { enrolmentOf, peerRows } from './office-peers.ts';
import { duesOf, type Reckoning } from './registers.ts';

/**
 * Where the exchange of this office stands, as far as the caller may open what is counted. Costs by what changed since the
 * last package, and by offices; not by rows.
 */
export async function overview({ sync }: Pick<Store, 'sync'>, reckoning: Reckoning, caller: Caller) {
  const office = await officeOf(sync);
  const dues = [...duesOf(sync, reckoning).values()];
  return {
    self: office === null ? null : selfOf(office),
    role: roleOf(unitOf(sync.facts.unit.code)),
    isPractice: sync.facts.isPractice,
    enrolment: enrolmentOf(office),
    peers: office === null ? [] : peerRows(sync, peersOf(office), caller),
    conflicts: sumOfCounts(sync.conflicts.counts(caller)),
    twins: sumOfCounts(sync.twins.counts(caller)),
    returned: sumOfCounts(sync.states.returnedCounts(caller)),
    waiting: sumOfCounts(sync.quarantine.counts(caller)),
    overdue: dues.filter(({ isOverdue }) => isOverdue).length,
    isCalendarKnown: dues.every(({ isKnown }) => isKnown),
  };
}

function selfOf(office: Office) {
  const { node, unit, name, role } = office.identity;
  const { fingerprint } = makeCard(office.identity);
  return { node, unit, name, role, fingerprint, isRenewing: isRenewing(office) };
}
