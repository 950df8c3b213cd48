import type { Stored } from '../../model/field-kind.ts';
import type { Clock } from '../../model/sync/clock.ts';
import type { Core } from '../repository/core.ts';

/** One side of a conflict as it is kept. */
export interface NotedSide {
  /** Column value; for a removal the reason, or the names of the changed fields joined by blanks. */
  readonly value: Stored;
  readonly clock: Clock;
  readonly author: string;
}

export interface NotedConflict {
  readonly ledger: string;
  readonly record: string;
  readonly field: string;
  readonly peer: string;
  readonly kept: NotedSide;
  readonly other: NotedSide;
}

/** Lists a conflict; `false` when this very overruled change was listed before. */
export function noteConflict(core: Core, conflict: NotedConflict): boolean {
  const { kept, other } = conflict;
  const now = core.now().toISOString();
  const { changes } = core.connection.run(
    `INSERT INTO conflict (ledger, record, field, peer, kept, kept_at, kept_node, kept_author, other, other_at, other_node,
       other_author, found_at, state, state_at, state_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, '')
     ON CONFLICT (ledger, record, field, other_at, other_node) DO NOTHING`,
    conflict.ledger,
    conflict.record,
    conflict.field,
    conflict.peer,
    JSON.stringify(kept.value),
    kept.clock[0],
    kept.clock[1],
    kept.author,
    JSON.stringify(other.value),
    other.clock[0],
    other.clock[1],
    other.author,
    now,
    now,
  );
  return changes > 0;
}

/** A later change by somebody who had seen what stands here settles what was open about the field. */
export function settleElsewhere(
  core: Core,
  of: { readonly ledger: string; readonly record: string; readonly field: string; readonly author: string },
): void {
  core.connection.run(
    `UPDATE conflict SET state = 'elsewhere', state_at = ?, state_by = ?
     WHERE ledger = ? AND record = ? AND field = ? AND state = 'open'`,
    core.now().toISOString(),
    of.author,
    of.ledger,
    of.record,
    of.field,
  );
}
