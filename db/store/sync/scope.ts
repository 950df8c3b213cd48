import type { Values } from '../../model/field-kind.ts';
import type { Selection } from '../../model/sync/sync-node.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { codesLedger } from '../../model/sync/codes-ledger.ts';
import type { SyncParts } from './sync-parts.ts';

/** What a child is entitled to: what it created, reference data, what lies in its unit's divisions, and parts of these. */
export interface Scope {
  readonly node: string;
  readonly isCreatedBy: (table: LedgerTable, rid: number) => boolean;
  /** True for the id of a division of the unit. */
  readonly isDivision: (id: string) => boolean;
  /** True for the id of a division the unit lies in. */
  readonly isAbove: (id: string) => boolean;
}

/** Ledger whose codes say which unit a place belongs to. */
const DIVISIONS = 'division';

/** The scope of a peer. Division codes of the unit begin with its code without the zeros that end it. */
export function scopeOf(parts: SyncParts, of: NonNullable<Selection['scope']>): Scope {
  const { core } = parts;
  const divisions = core.tables.get(DIVISIONS);
  const head = of.unit.replace(/(000)+$/, '');
  // The node that entered it counts as well as the one that brought it: what a restored office got back from above came
  // from there, and still belongs below.
  const isCreated = core.connection.statement(
    `SELECT 1 FROM change_log c JOIN write_log w ON w.no = c.write
     WHERE c.ledger = ? AND c.rid = ? AND c.op = 'create'
       AND (w.source = ? OR json_extract(c.clocks, '$."*"[1]') = ?)`,
  );
  const known = new Map<string, boolean>();
  return {
    node: of.node,
    isCreatedBy: (table, rid) => isCreated.get(table.no, rid, of.node, of.node) !== undefined,
    isDivision: (id) => {
      const before = known.get(id);
      if (before !== undefined) return before;
      const code = divisions?.byId(id)?.values['code'];
      const isOurs = typeof code === 'string' && code.startsWith(head);
      known.set(id, isOurs);
      return isOurs;
    },
    isAbove: (id) => {
      const code = divisions?.byId(id)?.values['code'];
      return typeof code === 'string' && head.startsWith(code.replace(/(000)+$/, ''));
    },
  };
}

/**
 * True when a record may go to a peer; every record without a scope. Divisions go to whom they are of, and to those below
 * them: a town has no use for the villages of another.
 */
export function inScope(parts: SyncParts, scope: Scope | null, record: SyncRecord): boolean {
  if (scope === null || record.ledger === codesLedger) return true;
  if (record.ledger === DIVISIONS) return scope.isDivision(record.id) || scope.isAbove(record.id);
  return isWithin(parts, scope, record);
}

function isWithin(parts: SyncParts, scope: Scope, of: Pick<SyncRecord, 'ledger' | 'id'>): boolean {
  const table = parts.core.tables.get(of.ledger);
  const kept = table?.byId(of.id) ?? null;
  if (table === undefined || kept === null) return false;
  if (liesIn(scope, table, kept.values) || scope.isCreatedBy(table, kept.rid)) return true;
  // What is written above about a record of theirs is theirs too: an answer to a case, a step.
  const { partOf, fields } = table.ledger;
  const [whole, ledger] = partOf === undefined ? [] : [kept.values[partOf], fields[partOf]?.target];
  return typeof whole === 'string' && ledger !== undefined && isWithin(parts, scope, { ledger, id: whole });
}

/** The whole row decides: a change need not touch the field that says where the record belongs. */
const liesIn = (scope: Scope, table: LedgerTable, values: Values): boolean =>
  table.stored.some(({ name, field }) => {
    const value = values[name];
    return field.target === DIVISIONS && typeof value === 'string' && scope.isDivision(value);
  });
