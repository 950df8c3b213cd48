import type { Duplicate } from '../../model/sync/sync-node.ts';
import { unitOf, type SyncParts } from './sync-parts.ts';

/**
 * Records a peer created that another unit recorded too (same natural key). `after`: only records the peer changed
 * after this position of the log.
 */
export function duplicatesOf(parts: SyncParts, peer: string, after = -1): readonly Duplicate[] {
  const { core } = parts;
  const found: Duplicate[] = [];
  for (const row of core.connection.rows("SELECT * FROM twin WHERE state <> 'merged' ORDER BY no")) {
    const ledger = String(row['ledger']);
    const [a, b] = [String(row['record']), String(row['other'])];
    // Merged elsewhere meanwhile: our list says `merged` of what was merged here only.
    if (isRemoved(parts, ledger, a) || isRemoved(parts, ledger, b)) continue;
    const [ofA, ofB] = [creatorOf(parts, ledger, a), creatorOf(parts, ledger, b)];
    if (ofA === ofB || (ofA !== peer && ofB !== peer)) continue;
    const [id, otherId, other] = ofA === peer ? [a, b, ofB] : [b, a, ofA];
    if (after >= 0 && !isTouchedBy(parts, { ledger, id, peer, after })) continue;
    found.push({ ledger, id, otherId, otherUnit: unitOf(parts, other) });
  }
  return found;
}

const isRemoved = ({ core }: SyncParts, ledger: string, id: string): boolean =>
  core.tables.get(ledger)?.byId(id)?.removedAt !== null;

/** Node that brought a record here; `null`: entered here. */
function creatorOf({ core }: SyncParts, ledger: string, id: string): string | null {
  const table = core.tables.get(ledger);
  const kept = table?.byId(id) ?? null;
  if (table === undefined || kept === null) return null;
  return core.connection.text(
    `SELECT w.source FROM change_log c JOIN write_log w ON w.no = c.write
     WHERE c.ledger = ? AND c.rid = ? AND c.op = 'create'`,
    table.no,
    kept.rid,
  );
}

function isTouchedBy(
  { core }: SyncParts,
  of: { readonly ledger: string; readonly id: string; readonly peer: string; readonly after: number },
): boolean {
  const table = core.tables.get(of.ledger);
  const kept = table?.byId(of.id) ?? null;
  if (table === undefined || kept === null) return false;
  return (
    core.connection.number(
      `SELECT 1 FROM change_log c JOIN write_log w ON w.no = c.write
       WHERE c.ledger = ? AND c.rid = ? AND c.seq > ? AND w.source = ? LIMIT 1`,
      table.no,
      kept.rid,
      of.after,
      of.peer,
    ) !== null
  );
}
