import { z } from 'zod';
import type { Round, Sent } from '../../model/sync/sync-node.ts';
import type { Connection, Row } from '../open/connection.ts';
import type { SyncParts } from './sync-parts.ts';

/** Reasons of a lineage after which numbers of the file may have been used by another copy of it. */
const TURNED_BACK = "('rolled-back', 'wal-lost', 'unmarked')";

/**
 * Series in use for a peer. A new one is begun when the file was found older than it had been, or moved, since: numbers
 * of the old series may stand for other content in what the peer already has.
 */
export function seriesFor(parts: SyncParts, peer: string): string {
  const { connection } = parts.core;
  const row = connection.row(
    'SELECT id, lineage FROM sync_series WHERE peer = ? ORDER BY no DESC LIMIT 1',
    peer,
  );
  if (row === undefined) return renewSeries(parts, peer);
  const turned = connection.number(
    `SELECT 1 FROM lineage WHERE no > ? AND reason IN ${TURNED_BACK} LIMIT 1`,
    Number(row['lineage']),
  );
  return turned === null ? String(row['id']) : renewSeries(parts, peer);
}

/** Begins a new series for a peer. */
export function renewSeries({ core }: SyncParts, peer: string): string {
  const id = core.randomId();
  core.connection.run(
    'INSERT INTO sync_series (peer, id, lineage) SELECT ?, ?, max(no) FROM lineage',
    peer,
    id,
  );
  return id;
}

/** Notes a package, or anew what is known of it. */
export function addSent({ core }: SyncParts, sent: Sent): void {
  core.connection.run(
    `INSERT INTO sync_sent (digest, peer, kind, series, first, last, tip, up_to, file, bytes, counts, at, by, approved_by,
       stick, verified, state, state_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (digest) DO UPDATE SET first = excluded.first, last = excluded.last, tip = excluded.tip,
       up_to = excluded.up_to, file = excluded.file, bytes = excluded.bytes, counts = excluded.counts, at = excluded.at,
       by = excluded.by, approved_by = excluded.approved_by, stick = excluded.stick, verified = excluded.verified,
       state = excluded.state, state_at = excluded.state_at`,
    sent.digest,
    sent.peer,
    sent.kind,
    sent.series,
    sent.from,
    sent.to,
    sent.tip,
    sent.upTo,
    sent.file,
    sent.bytes,
    JSON.stringify(sent.counts),
    sent.at,
    sent.by,
    sent.approvedBy,
    sent.stick,
    sent.verified,
    sent.state,
    sent.stateAt,
  );
}

/** Packages written for a peer, or for all, oldest first. */
export function listSent({ core }: SyncParts, peer: string | null): readonly Sent[] {
  const sql = 'SELECT * FROM sync_sent';
  const rows =
    peer === null
      ? core.connection.rows(`${sql} ORDER BY no`)
      : core.connection.rows(`${sql} WHERE peer = ? ORDER BY no`, peer);
  return rows.map(sentOf);
}

/** Notes what became of a package. */
export function setSentState({ core }: SyncParts, digest: string, state: Sent['state']): void {
  core.connection.run(
    'UPDATE sync_sent SET state = ?, state_at = ? WHERE digest = ? AND state <> ?',
    state,
    core.now().toISOString(),
    digest,
    state,
  );
}

/** Newest round a peer has acknowledged, with the position of the log it stands at. */
export function acknowledgedBy(
  { core }: SyncParts,
  peer: string,
): (Round & { readonly position: number }) | null {
  const row = core.connection.row('SELECT * FROM sync_basis WHERE peer = ?', peer);
  if (row === undefined) return null;
  return {
    series: String(row['series']),
    number: Number(row['number']),
    tip: String(row['tip']),
    position: Number(row['position']),
  };
}

/** Sets what a peer has acknowledged: a round this file sent with this very tip, or nothing. */
export function setAcknowledged({ core }: SyncParts, peer: string, round: Round | null): void {
  const { connection } = core;
  const position = round === null ? null : positionOf(connection, peer, round);
  connection.transaction(() => {
    connection.run('DELETE FROM sync_basis WHERE peer = ?', peer);
    if (round !== null && position !== null) {
      const { series, number, tip } = round;
      connection.run(
        'INSERT INTO sync_basis (peer, series, number, tip, position) VALUES (?, ?, ?, ?, ?)',
        peer,
        series,
        number,
        tip,
        position,
      );
    }
    // What a receiver restored from an older backup no longer has is on no stick any more either.
    connection.run(
      `UPDATE sync_sent SET state = 'lost', state_at = ?
       WHERE peer = ? AND kind <> 'receipt' AND state = 'acknowledged' AND up_to > ?`,
      core.now().toISOString(),
      peer,
      position ?? 0,
    );
  });
}

/** Position of the log a round ended at; `null` for a round this file did not send. */
export const positionOf = (connection: Connection, peer: string, round: Round): number | null =>
  connection.number(
    'SELECT up_to FROM sync_sent WHERE peer = ? AND series = ? AND last = ? AND tip = ? ORDER BY up_to DESC LIMIT 1',
    peer,
    round.series,
    round.number,
    round.tip,
  );

/**
 * Position up to which a peer knew our changes when it wrote a package. Of a round this file no longer knows (it was
 * restored) the newest one before it counts: what came after may be unknown to the peer.
 */
export function seenPosition({ core }: SyncParts, peer: string, seen: Round | null): number {
  if (seen === null) return 0;
  return (
    positionOf(core.connection, peer, seen) ??
    core.connection.number(
      'SELECT max(up_to) FROM sync_sent WHERE peer = ? AND series = ? AND last < ?',
      peer,
      seen.series,
      seen.number,
    ) ??
    0
  );
}

const kinds = z.enum(['increment', 'give-back', 'receipt']);
const states = z.enum(['carried', 'phoned', 'held', 'acknowledged', 'lost']);
const counts = z.record(z.string(), z.number());

const sentOf = (row: Row): Sent => ({
  digest: String(row['digest']),
  peer: String(row['peer']),
  kind: kinds.parse(row['kind']),
  series: String(row['series']),
  from: Number(row['first']),
  to: Number(row['last']),
  tip: String(row['tip']),
  upTo: Number(row['up_to']),
  file: String(row['file']),
  bytes: Number(row['bytes']),
  counts: counts.parse(JSON.parse(String(row['counts']))),
  at: String(row['at']),
  by: String(row['by']),
  approvedBy: String(row['approved_by']),
  stick: String(row['stick']),
  verified: row['verified'] === 'uncached' ? 'uncached' : 'cached',
  state: states.parse(row['state']),
  stateAt: String(row['state_at']),
});
