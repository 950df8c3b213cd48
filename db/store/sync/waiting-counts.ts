import { acknowledgedBy, listSent } from './sent-register.ts';
import { parentNode, type SyncParts } from './sync-parts.ts';

/** What has not reached a peer yet, and what is on its way to it. */
export interface WaitingCounts {
  readonly pending: number;
  readonly carried: number;
}

/**
 * What waits for the parent, in records: `unacknowledged` is the kept count of all of them, so that only changes since the
 * last package are counted here.
 */
export function waitingForParent(parts: SyncParts, peer: string, unacknowledged: number): WaitingCounts {
  const carriedUpTo = written(parts, peer);
  if (carriedUpTo === null) return { pending: unacknowledged, carried: 0 };
  const pending =
    parts.core.connection.number(
      // The index by record would be read from end to end for the sake of DISTINCT; the log's own order is short.
      `SELECT count(*) FROM (SELECT DISTINCT c.ledger, c.rid FROM change_log c NOT INDEXED JOIN write_log w ON w.no = c.write
       WHERE c.seq > ? AND c.ledger > 0 AND w.source IS NOT ?)`,
      carriedUpTo,
      peer,
    ) ?? 0;
  const all = Math.max(unacknowledged, pending);
  return { pending, carried: all - pending };
}

/**
 * What waits for a child, in changes made here or by our parent. Its own and its siblings' are left out: whether a record
 * of theirs concerns it is known only when it is read.
 */
export function waitingForChild(parts: SyncParts, peer: string): WaitingCounts {
  const basis = acknowledgedBy(parts, peer)?.position ?? 0;
  const carriedUpTo = written(parts, peer) ?? basis;
  const pending = changesAfter(parts, carriedUpTo);
  return { pending, carried: Math.max(0, changesAfter(parts, basis) - pending) };
}

/** Position up to which packages on their way carry changes; `null` when none is. */
function written(parts: SyncParts, peer: string): number | null {
  const basis = acknowledgedBy(parts, peer)?.position ?? 0;
  const onTheirWay = listSent(parts, peer).filter(
    ({ kind, state, upTo }) =>
      kind !== 'receipt' && state !== 'lost' && state !== 'acknowledged' && upTo > basis,
  );
  return onTheirWay.length === 0 ? null : Math.max(...onTheirWay.map(({ upTo }) => upTo));
}

/** Reads one line for each write, not for each change. */
function changesAfter(parts: SyncParts, position: number): number {
  const { connection } = parts.core;
  return (
    connection.number(
      `SELECT sum(min(changes, first_seq + changes - 1 - ?)) FROM write_log
       WHERE no >= coalesce((SELECT write FROM change_log WHERE seq = ?), 0) AND first_seq + changes - 1 > ?
         AND (source IS NULL OR source = ?)`,
      position,
      position,
      position,
      parentNode(parts) ?? '',
    ) ?? 0
  );
}
