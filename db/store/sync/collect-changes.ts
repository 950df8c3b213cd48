import type { Stored } from '../../model/field-kind.ts';
import type { Clock } from '../../model/sync/clock.ts';
import { removedField } from '../../model/sync/removal-race.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { codeLedger, foreignLedger } from '../migrate/migrate.ts';
import type { Connection, Row } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { clocksOf, extraValues, isEqual } from './field-clocks.ts';
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

/** A logged change of a record, and whether it came from the node that is left out. */
interface Edit {
  readonly row: Row;
  readonly isLeftOut: boolean;
}

/** Changes of one record, oldest first, as the log has them: they are read when the record is sent. */
interface Changed {
  readonly first: Edit;
  readonly later: Edit[];
  /** Of the newest change that is not left out. */
  author: string;
}

/** Records of one ledger that changed in a range: those to be read whole, by row number, and changed values. */
export class LedgerChanges {
  readonly whole = new Set<number>();
  readonly changed = new Map<number, Changed>();
  readonly #node: string;

  /** `node`: id of this node, which its own changes bear. */
  constructor(node: string) {
    this.#node = node;
  }

  /** The changed values of a record as it travels; `null` when nothing of it is left to say. */
  partial(table: LedgerTable, rid: number): SyncRecord | null {
    const of = this.changed.get(rid);
    if (of === undefined) return null;
    const state =
      of.later.length === 0 ? stateAfter(of.first.row, table, this.#node) : this.#folded(of, table);
    if (state === null) return null;
    return {
      ledger: table.ledger.id,
      revision: table.ledger.revision,
      id: String(of.first.row['record']),
      isWhole: false,
      ...state,
      author: of.author,
    };
  }

  #folded({ first, later }: Changed, table: LedgerTable): State | null {
    const folding: Folding = { values: new Map(), removal: null };
    for (const { row, isLeftOut } of [first, ...later]) {
      if (isLeftOut) forget(folding, row);
      else enter(folding, table, { row, node: this.#node });
    }
    return stateOf(folding);
  }
}

/** What a record says of its changes. */
type State = Pick<SyncRecord, 'values' | 'clock' | 'clocks' | 'removal'>;

/** New values of one record out of the log, the newest last. */
interface Folding {
  readonly values: Map<string, { readonly value: Stored; readonly clock: Clock }>;
  removal: SyncRecord['removal'];
}

function stateOf({ values: folded, removal }: Folding): State | null {
  const clock = [...folded.values()].at(-1)?.clock ?? removal?.clock;
  if (clock === undefined) return null;
  const values: Record<string, Stored> = {};
  const clocks: Record<string, Clock> = {};
  for (const [field, of] of folded) {
    values[field] = of.value;
    if (!isEqual(of.clock, clock)) clocks[field] = of.clock;
  }
  return { values, clock, clocks, removal };
}

const NO_CLOCKS: Readonly<Record<string, Clock>> = {};

/** The same for a single change, which nearly all records have: an edit made here needs no folding. */
function stateAfter(row: Row, table: LedgerTable, node: string): State | null {
  const folding: Folding = { values: new Map(), removal: null };
  const logged = row['clocks'] === null && row['op'] === 'update' ? loggedFields(row['fields']) : null;
  if (logged === null || '$extra' in logged) {
    enter(folding, table, { row, node });
    return stateOf(folding);
  }
  const values: Record<string, Stored> = {};
  let isEmpty = true;
  for (const field in logged) {
    const change = logged[field];
    if (change === undefined || table.ledger.fields[field] === undefined) continue;
    values[field] = table.encode(field, change[1]);
    isEmpty = false;
  }
  return isEmpty ? null : { values, clock: [Number(row['at']), node], clocks: NO_CLOCKS, removal: null };
}

/** As `selectTouched`, with the number of the author: a name looked up for every change would cost as much as the rest. */
const selectRange = `SELECT c.ledger, c.rid, c.record, c.op, c.fields, c.reason, c.clocks, w.at, w.source,
    coalesce(c.author, w.author) AS author
  FROM change_log c JOIN write_log w ON w.no = c.write WHERE c.seq > ? AND c.seq <= ? ORDER BY c.seq`;

/**
 * What changed in a range, by ledger number: one walk along the log, whose cost is the number of changes. A value that
 * was overruled by the left-out node is not sent to it again.
 */
export function collectChanges(
  connection: Connection,
  range: Range,
  of: { readonly tableByNo: ReadonlyMap<number, LedgerTable>; readonly node: string },
): ReadonlyMap<number, LedgerChanges> {
  const authors = new Map(
    connection.rows('SELECT no, name FROM author').map((row) => [row['no'], String(row['name'])]),
  );
  const byLedger = new Map<number, LedgerChanges>();
  const walk = connection.statement(selectRange).iterate(range.after, range.upTo);
  for (const one of walk) {
    // Columns of the store's own tables are text, number, blob or null.
    const row = one as Row;
    const no = Number(row['ledger']);
    const isOut = isLeftOut(range, row);
    const changes = byLedger.get(no) ?? new LedgerChanges(of.node);
    if (of.tableByNo.has(no)) {
      noteChange(changes, row, { isLeftOut: isOut, author: authors.get(row['author'] ?? null) ?? '' });
    } else if (!isOut && (no === codeLedger.no || no === foreignLedger.no)) {
      changes.whole.add(Number(row['rid']));
    }
    byLedger.set(no, changes);
  }
  return byLedger;
}

/** True for a change that is not part of a range because of the node it came from. */
export const isLeftOut = ({ only, except }: Range, { source }: Row): boolean =>
  only === undefined ? source !== null && source === except : source !== only;

/** Adds a change to those of its ledger; `author` is the name of who made it. */
export function noteChange(
  changes: LedgerChanges,
  row: Row,
  { isLeftOut, author }: { readonly isLeftOut: boolean; readonly author: string },
): void {
  const rid = Number(row['rid']);
  if (changes.whole.has(rid)) return;
  if (row['op'] === 'create') {
    if (!isLeftOut) changes.whole.add(rid);
    return;
  }
  const known = changes.changed.get(rid);
  if (known === undefined) {
    if (!isLeftOut) changes.changed.set(rid, { first: { row, isLeftOut }, later: [], author });
    return;
  }
  known.later.push({ row, isLeftOut });
  if (!isLeftOut) known.author = author;
}

function enter(folding: Folding, table: LedgerTable, of: { readonly row: Row; readonly node: string }): void {
  const { row, node } = of;
  const clocks = clocksOf(typeof row['clocks'] === 'string' ? row['clocks'] : null);
  const own: Clock = [Number(row['at']), node];
  const clockOf = (field: string): Clock => (clocks === null ? own : (clocks[field] ?? clocks['*'] ?? own));
  if (row['op'] === 'remove' || row['op'] === 'restore') {
    const reason = row['op'] === 'remove' && typeof row['reason'] === 'string' ? row['reason'] : null;
    folding.removal = { reason, clock: clockOf(removedField) };
    return;
  }
  for (const [field, [before, after]] of Object.entries(loggedFields(row['fields']))) {
    if (field === '$extra') {
      enterUnknown(folding, [before, after], (name) => clockOf(`$x.${name}`));
      continue;
    }
    if (table.ledger.fields[field] === undefined) continue;
    // Entered anew, so that the newest stands last: its clock becomes that of the line.
    folding.values.delete(field);
    folding.values.set(field, { value: table.encode(field, after), clock: clockOf(field) });
  }
}

function enterUnknown(
  folding: Folding,
  [before, after]: readonly [unknown, unknown],
  clockOf: (name: string) => Clock,
): void {
  const [old, now] = [before, after].map((text) => extraValues(typeof text === 'string' ? text : null));
  for (const [name, value] of Object.entries(now ?? {})) {
    if (old?.[name] === value) continue;
    folding.values.set(name, { value, clock: clockOf(name) });
  }
}

/** The left-out node has overruled these values itself. */
function forget(folding: Folding, row: Row): void {
  if (row['op'] === 'remove' || row['op'] === 'restore') {
    folding.removal = null;
    return;
  }
  for (const field of Object.keys(loggedFields(row['fields']))) folding.values.delete(field);
}
