import type { AnyLedger } from '../../model/define-ledger.ts';
import { recordLine, sectionLine } from '../../model/sync/lines.ts';
import type { Round, Selection } from '../../model/sync/sync-node.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { codeLedger, foreignLedger } from '../migrate/migrate.ts';
import type { Connection } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { codeRecord } from './code-records.ts';
import { collectChanges, isLeftOut, LedgerChanges, type Range } from './collect-changes.ts';
import { selectTouched } from './field-clocks.ts';
import { linkOrder } from './link-order.ts';
import { withSmallCache } from './passing-cache.ts';
import { recordOf } from './quarantine.ts';
import { inScope, scopeOf, type Scope } from './scope.ts';
import { ownNode, type SyncParts } from './sync-parts.ts';
import { tableChunks } from './table-chunks.ts';
import { speltRecords } from './spelt-records.ts';
import { wholeRecord, type ReadAt } from './whole-record.ts';

/** Characters gathered before a chunk is given out: larger ones would make the collector look through the whole heap. */
const CHUNK = 128 * 1024;

/** Records a selection names, as lines; see `SyncNode`. */
export function linesOf(parts: SyncParts, selection: Selection): Iterable<Uint8Array> {
  refusePractice(parts);
  const { after, upTo, except } = selection;
  const reading: Reading = {
    range: { after, upTo, except },
    isWanted: (ledger) => ledger.sensitive === selection.sensitive,
    sensitive: selection.sensitive,
    scope: selection.scope === null ? null : scopeOf(parts, selection.scope),
    isAllWhole: selection.scope !== null,
  };
  if (selection.scope !== null) return chunked(headed(readRecords(parts, reading)));
  return after === 0
    ? withSmallCache(parts.core.connection, fullLines(parts, reading))
    : changedLines(parts, reading);
}

/** What changed, ledger by ledger: new records mostly spelt by SQLite, of the others only the changed values. */
function* changedLines(parts: SyncParts, reading: Reading): Generator<Uint8Array> {
  const { core } = parts;
  const node = ownNode(parts);
  const changes = changesIn(parts, reading);
  if (reading.sensitive !== true)
    yield* chunked(headed(codeRecords(parts, changes.get(codeLedger.no), node)));
  for (const { id, sensitive } of linkOrder([...core.tables.values()].map((table) => table.ledger))) {
    const table = core.tables.get(id);
    const ofLedger = table === undefined ? undefined : changes.get(table.no);
    if (table === undefined || ofLedger === undefined || sensitive !== reading.sensitive) continue;
    const at = { connection: core.connection, table, upTo: reading.range.upTo, node };
    const { revision } = table.ledger;
    for (const { lines, others } of speltRecords(at, ofLedger.whole)) {
      if (lines !== null) {
        yield Buffer.from(`${sectionLine({ ledger: id, revision })}\n`, 'utf8');
        yield lines;
      }
      yield* chunked(headed(wholeRecords(at, others)));
    }
    yield* chunked(headed(partialRecords(table, ofLedger)));
  }
  yield* chunked(headed(foreignRecords(parts, changes.get(foreignLedger.no), reading.sensitive)));
}

function* wholeRecords(at: ReadAt, rids: Iterable<number>): Generator<SyncRecord> {
  for (const rid of rids) {
    const record = wholeRecord(at, rid);
    if (record !== null) yield record;
  }
}

function* partialRecords(table: LedgerTable, changes: LedgerChanges): Generator<SyncRecord> {
  for (const rid of changes.changed.keys()) {
    const record = changes.partial(table, rid);
    if (record !== null) yield record;
  }
}

function changesIn(parts: SyncParts, reading: Reading): ReadonlyMap<number, LedgerChanges> {
  const tableByNo = new Map([...parts.core.tables.values()].map((table) => [table.no, table]));
  return collectChanges(parts.core.connection, reading.range, { tableByNo, node: ownNode(parts) });
}

/** Everything there is: the tables one after the other instead of the log. */
function* fullLines(parts: SyncParts, reading: Reading): Generator<Uint8Array> {
  const { core } = parts;
  const { range } = reading;
  const at = { connection: core.connection, range, upTo: range.upTo, node: ownNode(parts) };
  const codes = recordsOutside(core.connection, codeLedger.no, range);
  if (reading.sensitive !== true) yield* chunked(headed(codeRecords(parts, codes, at.node)));
  for (const { id, sensitive } of linkOrder([...core.tables.values()].map((table) => table.ledger))) {
    const table = core.tables.get(id);
    if (table !== undefined && sensitive === reading.sensitive) yield* tableChunks({ ...at, table });
  }
  const foreign = recordsOutside(core.connection, foreignLedger.no, range);
  yield* chunked(headed(foreignRecords(parts, foreign, reading.sensitive)));
}

/** Codes, or records of unknown ledgers, that changed up to a position. */
function recordsOutside(connection: Connection, ledgerNo: number, range: Range): LedgerChanges {
  const changes = new LedgerChanges('');
  const sql = `${selectTouched} WHERE c.ledger = ? AND c.seq <= ? ORDER BY c.seq`;
  for (const row of connection.rows(sql, ledgerNo, range.upTo))
    if (!isLeftOut(range, row)) changes.whole.add(Number(row['rid']));
  return changes;
}

/** Whole records a peer changed in rounds after one of its own, and those of it that wait; see `SyncNode`. */
export function giveBackLines(
  parts: SyncParts,
  {
    peer,
    after,
    isSensitive,
  }: { readonly peer: string; readonly after: Round | null; readonly isSensitive: boolean },
): Iterable<Uint8Array> {
  refusePractice(parts);
  const { connection } = parts.core;
  const position = after === null ? 0 : positionAfter(parts, peer, after);
  const upTo = connection.number('SELECT max(seq) FROM change_log') ?? 0;
  const range: Range = { after: position, upTo, except: null, only: peer };
  const reading: Reading = {
    range,
    isWanted: (ledger) => ledger.sensitive === isSensitive,
    sensitive: isSensitive,
    scope: null,
    isAllWhole: true,
    waitingOf: peer,
  };
  return chunked(headed(readRecords(parts, reading)));
}

/**
 * Position of our log that lies before everything a peer sent beyond a round: after that round was applied, but before any
 * later round of its series that happened to come earlier. 0 when the round never came.
 */
function positionAfter({ core }: SyncParts, peer: string, { series, number, tip }: Round): number {
  const applied = "FROM sync_arrival WHERE peer = ? AND state = 'applied'";
  const known = core.connection.number(
    `SELECT max(up_to) ${applied} AND series = ? AND last = ? AND tip = ?`,
    peer,
    series,
    number,
    tip,
  );
  const beyond = core.connection.number(
    `SELECT min(up_to) ${applied} AND series = ? AND last > ?`,
    peer,
    series,
    number,
  );
  if (known === null || beyond === null) return known ?? 0;
  const before = core.connection.number(`SELECT max(up_to) ${applied} AND up_to < ?`, peer, beyond) ?? 0;
  return Math.min(known, before);
}

/** Law 9: the protocol refuses too; this is the last door. */
function refusePractice({ isPractice }: SyncParts): void {
  if (isPractice) throw new Error('practice data never enters a package');
}

/** What is to be read. */
export interface Reading {
  readonly range: Range;
  readonly isWanted: (ledger: AnyLedger) => boolean;
  /** Which part of records of unknown ledgers; `null`: both. */
  readonly sensitive: boolean | null;
  readonly scope: Scope | null;
  /** Changed records are sent whole too: the receiver may never have had them. */
  readonly isAllWhole: boolean;
  /** Also rows of this peer that wait in quarantine. */
  readonly waitingOf?: string;
}

function* headed(records: Iterable<SyncRecord>): Generator<string> {
  let ledger = '';
  let revision = 0;
  for (const record of records) {
    if (record.ledger !== ledger || record.revision !== revision) yield sectionLine(record);
    ({ ledger, revision } = record);
    yield recordLine(record);
  }
}

/** Records of a range: codes, ledgers by link order, records of ledgers unknown here, rows that wait. */
export function* readRecords(parts: SyncParts, reading: Reading): Generator<SyncRecord> {
  const { core } = parts;
  const node = ownNode(parts);
  const tables = [...core.tables.values()];
  const changes = changesIn(parts, reading);
  if (reading.sensitive !== true) yield* codeRecords(parts, changes.get(codeLedger.no), node);
  for (const ledger of linkOrder(tables.map((table) => table.ledger))) {
    const table = core.tables.get(ledger.id);
    const ofLedger = table === undefined ? undefined : changes.get(table.no);
    if (table === undefined || ofLedger === undefined || !reading.isWanted(ledger)) continue;
    yield* ledgerRecords(parts, table, { reading, changes: ofLedger, node });
  }
  if (reading.scope === null) yield* foreignRecords(parts, changes.get(foreignLedger.no), reading.sensitive);
  if (reading.waitingOf !== undefined) yield* waitingRecords(parts, reading.waitingOf);
}

function* ledgerRecords(
  parts: SyncParts,
  table: LedgerTable,
  of: { readonly reading: Reading; readonly changes: LedgerChanges; readonly node: string },
): Generator<SyncRecord> {
  const { reading, changes, node } = of;
  const at = { connection: parts.core.connection, table, upTo: reading.range.upTo, node };
  const { scope } = reading;
  for (const rid of changes.whole) {
    const record = wholeRecord(at, rid);
    if (record !== null && inScope(parts, scope, record)) yield record;
  }
  for (const rid of changes.changed.keys()) {
    const isOwn = scope !== null && scope.isCreatedBy(table, rid);
    const record = reading.isAllWhole && !isOwn ? wholeRecord(at, rid) : changes.partial(table, rid);
    if (record === null) continue;
    if (isOwn || inScope(parts, scope, record)) yield record;
  }
}

function* codeRecords(
  parts: SyncParts,
  changes: LedgerChanges | undefined,
  node: string,
): Generator<SyncRecord> {
  for (const rid of changes?.whole ?? []) {
    const record = codeRecord(parts, rid, node);
    if (record !== null) yield record;
  }
}

function* foreignRecords(
  { core }: SyncParts,
  changes: LedgerChanges | undefined,
  sensitive: boolean | null,
): Generator<SyncRecord> {
  for (const rid of changes?.whole ?? []) {
    const row = core.connection.row('SELECT * FROM foreign_record WHERE rid = ?', rid);
    if (row === undefined || (sensitive !== null && (row['sensitive'] === 1) !== sensitive)) continue;
    yield recordOf(String(row['content']));
  }
}

function* waitingRecords({ core }: SyncParts, peer: string): Generator<SyncRecord> {
  const rows = core.connection.rows(
    "SELECT content FROM quarantine WHERE peer = ? AND ledger <> '' ORDER BY ledger, no",
    peer,
  );
  for (const row of rows) yield recordOf(String(row['content']));
}

function* chunked(lines: Iterable<string>): Generator<Uint8Array> {
  let gathered: string[] = [];
  let length = 0;
  for (const line of lines) {
    gathered.push(line, '\n');
    // Characters, not bytes: a chunk is a little more than this with Chinese text.
    length += line.length;
    if (length < CHUNK) continue;
    yield Buffer.from(gathered.join(''), 'utf8');
    gathered = [];
    length = 0;
  }
  if (gathered.length > 0) yield Buffer.from(gathered.join(''), 'utf8');
}
