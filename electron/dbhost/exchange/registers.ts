import type { WorkCalendar } from '../../../db/model/calendar/work-calendar.ts';
import type { SyncStore } from '../../../db/store/api/sync.ts';
import { dueOf, type Due } from './due.ts';
import { namesByNode } from './office-peers.ts';
import { fileName } from './send-job.ts';

/** What days are reckoned with. */
export interface Reckoning {
  readonly calendar: WorkCalendar;
  readonly now: Date;
}

/** Packages to the parent that wait for a receipt, by digest, with the day it is due. */
export function duesOf(sync: SyncStore, { calendar, now }: Reckoning): ReadonlyMap<string, Due> {
  return new Map(sync.states.unanswered().map(({ digest, at }) => [digest, dueOf(calendar, at, now)]));
}

/** The register of packages written, newest first. */
export async function sentRows(sync: SyncStore, reckoning: Reckoning) {
  const names = await namesByNode(sync);
  const dues = duesOf(sync, reckoning);
  return sync.outgoing
    .list(null)
    .toReversed()
    .map(({ series: _series, tip: _tip, upTo: _upTo, to, ...sent }) => ({
      ...sent,
      peerName: names.get(sent.peer) ?? sent.peer,
      number: to,
      file: fileName(sent.file),
      dueDay: dues.get(sent.digest)?.dueDay ?? null,
      isOverdue: dues.get(sent.digest)?.isOverdue ?? false,
    }));
}

/** The register of packages taken in or held, newest first. */
export async function receivedRows(sync: SyncStore) {
  const names = await namesByNode(sync);
  return sync.incoming
    .list(null)
    .toReversed()
    .map(({ digest, peer, to, from, at, state, outcome }) => ({
      digest,
      peer,
      peerName: names.get(peer) ?? peer,
      number: to,
      from,
      at,
      state,
      accepted: outcome?.accepted ?? 0,
      changed: outcome?.changed ?? 0,
      returned: outcome?.returned.length ?? 0,
      conflicts: outcome?.conflicts ?? 0,
    }));
}
