import { isRenewing, officeOf, peersOf, type Office } from '../../../db/exchange/sync/office.ts';
import { roleOf, unitOf } from '../../../db/exchange/sync/unit.ts';
import { makeCard } from '../../../db/exchange/package/keys/card.ts';
import type { SyncStore } from '../../../db/store/api/sync.ts';
import { enrolmentOf, peerRows } from './office-peers.ts';
import { duesOf, type Reckoning } from './registers.ts';

/** Where the exchange of this office stands. Costs by what changed since the last package, and by offices; not by rows. */
export async function overview(sync: SyncStore, reckoning: Reckoning) {
  const office = await officeOf(sync);
  const dues = [...duesOf(sync, reckoning).values()];
  return {
    self: office === null ? null : selfOf(office),
    role: roleOf(unitOf(sync.facts.unit.code)),
    isPractice: sync.facts.isPractice,
    enrolment: enrolmentOf(office),
    peers: office === null ? [] : peerRows(sync, peersOf(office)),
    conflicts: sync.conflicts.count(),
    twins: sync.twins.count(),
    returned: sync.states.returnedCount(),
    waiting: sync.quarantine.count(),
    overdue: dues.filter(({ isOverdue }) => isOverdue).length,
    isCalendarKnown: dues.every(({ isKnown }) => isKnown),
  };
}

function selfOf(office: Office) {
  const { node, unit, name, role } = office.identity;
  const { fingerprint } = makeCard(office.identity);
  return { node, unit, name, role, fingerprint, isRenewing: isRenewing(office) };
}
