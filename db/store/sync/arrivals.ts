import type { ArrivalOutcome, PackageFacts } from '../../model/sync/sync-node.ts';
import type { SyncStore } from '../api/sync.ts';
import { finished, type Steps } from '../steps.ts';
import {
  arrivalOf,
  enterArrival,
  enterHeld,
  forkedRound,
  holdingsOf,
  listArrivals,
  missingBefore,
} from './arrival-register.ts';
import { duplicatesOf } from './duplicates.ts';
import { enterReplies } from './enter-replies.ts';
import { followArrived } from './follow-arrived.ts';
import { keepBackLine, returnedRows, type Came } from './quarantine.ts';
import { seenPosition } from './sent-register.ts';
import type { SyncParts } from './sync-parts.ts';
import { TakingCache } from './passing-cache.ts';
import { changesOf, retrySteps, retryWaiting } from './retry.ts';
import { takeChunk } from './take-chunk.ts';
import { newTally, type Tally } from './tally.ts';

/** A package being applied. */
interface Arrival {
  readonly peer: string;
  readonly seen: number;
  /** Position of our log before it. */
  readonly after: number;
  readonly tally: Tally;
  /** The rows that wait, tried again as far as `tryWaiting` has come. */
  readonly retry: Steps<void>;
  /** What had been written when all of them were tried (`changesOf`); `null`: they are not all tried yet. */
  triedAt: number | null;
}

/** Taking packages in: each once, in any order, whatever is wrong with single rows. */
export function incomingStore(parts: SyncParts): SyncStore['incoming'] {
  const { core } = parts;
  const running = new Map<number, Arrival>();
  const cache = new TakingCache(core.connection);
  const begin = (no: number, arrival: Arrival): void => {
    if (!running.has(no)) cache.begin();
    running.set(no, arrival);
    parts.applying.set(no, arrival.tally);
  };
  const end = (no: number): void => {
    parts.applying.delete(no);
    if (running.delete(no)) cache.end();
  };
  const arrivalIn = (no: number): Arrival => {
    const arrival = running.get(no);
    if (arrival === undefined) throw new Error(`package ${no} is not being applied`);
    return arrival;
  };
  const cameWith = (no: number, isSensitive: boolean): Came => {
    const { peer, seen } = arrivalIn(no);
    return { peer, seen, isSensitive, arrival: no };
  };
  return {
    start: (facts) => {
      const known = arrivalOf(core, facts.digest);
      if (known?.state === 'applied' && known.outcome !== null)
        return { status: 'repeated', outcome: known.outcome };
      const missing = missingBefore(core, facts.sender, facts.basis);
      if (missing !== null) return { status: 'early', missing };
      const held = forkedRound(core, facts);
      const arrival = enterArrival(core, facts);
      begin(arrival, begun(parts, facts));
      return held === null ? { status: 'new', arrival } : { status: 'fork', arrival, held };
    },
    apply: (no, records, isSensitive = false) => {
      takeChunk(parts, { came: cameWith(no, isSensitive), records, tally: arrivalIn(no).tally });
    },
    quarantineLine: (no, line) => {
      keepBackLine(core, cameWith(no, true), line);
    },
    tryWaiting: (no) => tryWaiting(parts, arrivalIn(no)),
    finish: (no) => {
      const outcome = finish(parts, no, arrivalIn(no));
      end(no);
      return outcome;
    },
    abort: (no) => {
      end(no);
      core.connection.run("DELETE FROM sync_arrival WHERE no = ? AND state = 'applying'", no);
    },
    hold: (facts, file) => {
      enterHeld(core, facts, file);
    },
    list: (peer) => listArrivals(core, peer),
    holdings: (peer) => holdingsOf(core, peer),
    returned: (peer) => returnedRows(core.connection, { peer }),
    duplicates: (peer) => duplicatesOf(parts, peer),
  };
}

function begun(parts: SyncParts, facts: PackageFacts): Arrival {
  return {
    peer: facts.sender,
    seen: seenPosition(parts, facts.sender, facts.seen),
    after: parts.core.connection.number('SELECT max(seq) FROM change_log') ?? 0,
    tally: newTally(),
    retry: retrySteps(parts),
    triedAt: null,
  };
}

function tryWaiting({ core }: SyncParts, arrival: Arrival): boolean {
  const isMore = arrival.retry.next().done !== true;
  arrival.triedAt = isMore ? null : changesOf(core.connection);
  return isMore;
}

function finish(parts: SyncParts, no: number, arrival: Arrival): ArrivalOutcome {
  const { core } = parts;
  const { tally } = arrival;
  finished(arrival.retry);
  // What the rows lacked may have been written since.
  if (arrival.triedAt !== null && arrival.triedAt !== changesOf(core.connection)) retryWaiting(parts);
  followArrived(parts, arrival.after);
  const replies = enterReplies(parts);
  const outcome: ArrivalOutcome = {
    accepted: tally.accepted,
    changed: tally.changed,
    returned: returnedRows(core.connection, { peer: arrival.peer, arrival: no }),
    duplicates: duplicatesOf(parts, arrival.peer, arrival.after),
    conflicts: tally.conflicts,
    ...(replies.entered + replies.unfit === 0 ? {} : { replies }),
  };
  core.connection.run(
    "UPDATE sync_arrival SET state = 'applied', outcome = ?, up_to = (SELECT max(seq) FROM change_log), file = NULL WHERE no = ?",
    JSON.stringify(outcome),
    no,
  );
  return outcome;
}
