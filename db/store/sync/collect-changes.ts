import type { Stored } from '../../model/field-kind.ts';
import type { Clock } from '../../model/sync/clock.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { codeLedger, foreignLedger } from '../migrate/migrate.ts';
import type { Connection, Row } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { clocksOf, extraValues, isEqual, removedField, selectTouched } from './field-clocks.ts';
import { loggedFields } from './whole-record.ts';

/** Changes of the log between two positions. */
export interface Range {
  readonly after: number;
  readonly upTo: number;
  /** Node whose changes are left out. */
  readonly except: string | null;
  /** Only changes that came from this node. */
  readonly only?: string;
}

/** New values of one record out of the log, without reading its row. */
interface Changed {
  readonly id: string;
  readonly values: Map<string, { readonly value: Stored; readonly clock: Clock }>;
  removal: { readonly reason: string | null; readonly clock: Clock } | null;
  author: string;
}

/** Records of one ledger that changed in a range: those to be read whole, by row number, and changed values. */
export class LedgerChanges {
  readonly whole = new Set<number>();
  readonly changed = new Map<number, Changed>();

  /** The changed values of a record as it travels; `null` when nothing of it is left to say. */
  partial(table: LedgerTable, rid: number): SyncRecord | null {
    const of = this.changed.get(rid);
    if (of === undefined || (of.values.size === 0 && of.removal === null)) return null;
    const first = [...of.values.values()].at(-1)?.clock ?? of.removal?.clock;
    if (first === undefined) return null;
    const values: Record<string, Stored> = {};
    const clocks: Record<string, Clock> = {};
    for (const [field, { value, clock }] of of.values) {
      values[field] = value;
      if (!isEqual(clock, first)) clocks[field] = clock;
    }
    return {
      ledger: table.ledger.id,
      revision: table.ledger.revision,
      id: of.id,
      isWhole: false,
      values,
      clock: first,
      clocks,
      removal: of.removal,
      author: of.author,
    };
  }
}

const selectRange = `${selectTouched} WHERE c.seq > ? AND c.seq <= ? ORDER BY c.seq`;

/**
 * What changed in a range, by ledger number: one walk along the log, whose cost is the number of changes. A value that
 * was overruled by the left-out node is not sent to it again.
 */
export function collectChanges(
  connection: Connection,
  range: Range,
  of: { readonly tableByNo: ReadonlyMap<number, LedgerTable>; readonly node: string },
): ReadonlyMap<number, LedgerChanges> {
  const byLedger = new Map<number, LedgerChanges>();
  const walk = connection.statement(selectRange).iterate(range.after, range.upTo);
  for (const one of walk) {
    // Columns of the store's own tables are text, number, blob or null.
    const row = one as Row;
    const no = Number(row['ledger']);
    const isOut = isLeftOut(range, row);
    const changes = byLedger.get(no) ?? new LedgerChanges();
    const table = of.tableByNo.get(no);
    if (table !== undefined) noteChange(changes, table, { row, node: of.node, isLeftOut: isOut });
    else if (!isOut && (no === codeLedger.no || no === foreignLedger.no))
      changes.whole.add(Number(row['rid']));
    byLedger.set(no, changes);
  }
  return byLedger;
}

/** True for a change that is not part of a range because of the node it came from. */
export const isLeftOut = ({ only, except }: Range, { source }: Row): boolean =>
  only === undefined ? source !== null && source === except : source !== only;

/** Adds a change to those of its ledger. */
export function noteChange(
  changes: LedgerChanges,
  table: LedgerTable,
  of: { readonly row: Row; readonly node: string; readonly isLeftOut: boolean },
): void {
  const { row, isLeftOut } = of;
  const rid = Number(row['rid']);
  if (changes.whole.has(rid)) return;
  if (row['op'] === 'create') {
    if (!isLeftOut) changes.whole.add(rid);
    return;
  }
  const known = changes.changed.get(rid);
  if (isLeftOut) {
    if (known !== undefined) forget(known, row);
    return;
  }
  const changed = known ?? { id: String(row['record']), values: new Map(), removal: null, author: '' };
  if (known === undefined) changes.changed.set(rid, changed);
  changed.author = String(row['author']);
  enter(changed, table, of);
}

function enter(changed: Changed, table: LedgerTable, of: { readonly row: Row; readonly node: string }): void {
  const { row, node } = of;
  const clocks = clocksOf(typeof row['clocks'] === 'string' ? row['clocks'] : null);
  const own: Clock = [Number(row['at']), node];
  const clockOf = (field: string): Clock => (clocks === null ? own : (clocks[field] ?? clocks['*'] ?? own));
  if (row['op'] === 'remove' || row['op'] === 'restore') {
    const reason = row['op'] === 'remove' && typeof row['reason'] === 'string' ? row['reason'] : null;
    changed.removal = { reason, clock: clockOf(removedField) };
    return;
  }
  for (const [field, [before, after]] of Object.entries(loggedFields(row['fields']))) {
    if (field === '$extra') {
      enterUnknown(changed, [before, after], (name) => clockOf(`$x.${name}`));
      continue;
    }
    if (table.ledger.fields[field] === undefined) continue;
    // Entered anew, so that the newest stands last: its clock becomes that of the line.
    changed.values.delete(field);
    changed.values.set(field, { value: table.encode(field, after), clock: clockOf(field) });
  }
}

function enterUnknown(
  changed: Changed,
  [before, after]: readonly [unknown, unknown],
  clockOf: (name: string) => Clock,
): void {
  const [old, now] = [before, after].map((text) => extraValues(typeof text === 'string' ? text : null));
  for (const [name, value] of Object.entries(now ?? {})) {
    if (old?.[name] === value) continue;
    changed.values.set(name, { value, clock: clockOf(name) });
  }
}

/** The left-out node has overruled these values itself. */
function forget(changed: Changed, row: Row): void {
  if (row['op'] === 'remove' || row['op'] === 'restore') {
    changed.removal = null;
    return;
  }
  for (const field of Object.keys(loggedFields(row['fields']))) changed.values.delete(field);
}
