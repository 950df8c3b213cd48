import type { Selection } from '../../model/sync/sync-node.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { creatorOf } from './duplicates.ts';
import { codesLedger } from './code-records.ts';
import type { SyncParts } from './sync-parts.ts';

/** What a child is entitled to: what it created, reference data, and what lies in its unit's divisions. */
export interface Scope {
  readonly node: string;
  readonly isCreatedBy: (table: LedgerTable, rid: number) => boolean;
  /** True for the id of a division of the unit. */
  readonly isDivision: (id: string) => boolean;
}

/** Ledger whose codes say which unit a place belongs to. */
const DIVISIONS = 'division';

/** The scope of a peer. Division codes of the unit begin with its code without the zeros that end it. */
export function scopeOf(parts: SyncParts, of: NonNullable<Selection['scope']>): Scope {
  const { core } = parts;
  const divisions = core.tables.get(DIVISIONS);
  const head = of.unit.replace(/(000)+$/, '');
  const isCreated = core.connection.statement(
    `SELECT 1 FROM change_log c JOIN write_log w ON w.no = c.write
     WHERE c.ledger = ? AND c.rid = ? AND c.op = 'create' AND w.source = ?`,
  );
  const known = new Map<string, boolean>();
  return {
    node: of.node,
    isCreatedBy: (table, rid) => isCreated.get(table.no, rid, of.node) !== undefined,
    isDivision: (id) => {
      const before = known.get(id);
      if (before !== undefined) return before;
      const code = divisions?.byId(id)?.values['code'];
      const isOurs = typeof code === 'string' && code.startsWith(head);
      known.set(id, isOurs);
      return isOurs;
    },
  };
}

/** True when a record may go to a peer; every record without a scope. */
export function inScope(parts: SyncParts, scope: Scope | null, record: SyncRecord): boolean {
  if (scope === null || record.ledger === codesLedger || record.ledger === DIVISIONS) return true;
  const table = parts.core.tables.get(record.ledger);
  if (table === undefined) return false;
  for (const { name, field } of table.stored) {
    const value = record.values[name];
    if (field.target === DIVISIONS && typeof value === 'string' && scope.isDivision(value)) return true;
  }
  return creatorOf(parts, record.ledger, record.id) === scope.node;
}
