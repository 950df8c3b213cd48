import type { Stored } from '../../model/field-kind.ts';
import type { Clock } from '../../model/sync/clock.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { OpeningProgress } from '../api.ts';
import { foreignLedger } from '../migrate/migrate.ts';
import { ChangeSet } from '../repository/change-set.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';
import type { Steps } from '../steps.ts';
import { extraValues, touchesOf, unknownField } from './field-clocks.ts';
import { linkOrder } from './link-order.ts';
import { recordOf, type Came } from './quarantine.ts';
import { retryWaiting } from './retry.ts';
import { ownNode, type SyncParts } from './sync-parts.ts';
import { takeChunk } from './take-chunk.ts';
import { newTally } from './tally.ts';

/** Rows in one transaction. */
const CHUNK = 500;
/** Who takes kept values over into fields. */
const program = { user: '@program', name: '程序升级' } as const;

/**
 * Makes real what an older version of this program kept without understanding it: fields in `extra`, records of
 * unknown ledgers. Call at opening; it costs nothing when there is nothing to do.
 */
export function* absorbKnownSteps(parts: SyncParts): Steps<void, OpeningProgress> {
  const hasFields = yield* absorbFields(parts);
  const hasLedgers = yield* absorbLedgers(parts);
  if (hasFields || hasLedgers) retryWaiting(parts);
}

function* absorbFields(parts: SyncParts): Steps<boolean, OpeningProgress> {
  const { core } = parts;
  const byTable = new Map<LedgerTable, string[]>();
  for (const row of core.connection.rows('SELECT ledger, field FROM unknown_field')) {
    const table = core.tables.get(String(row['ledger']));
    const field = String(row['field']);
    const storage = table?.ledger.fields[field]?.storage;
    if (table === undefined || storage === undefined || storage === null) continue;
    byTable.set(table, [...(byTable.get(table) ?? []), field]);
  }
  for (const [table, fields] of byTable) {
    yield* absorbTable(parts, table, fields);
    for (const field of fields)
      core.connection.run('DELETE FROM unknown_field WHERE ledger = ? AND field = ?', table.ledger.id, field);
  }
  return byTable.size > 0;
}

function* absorbTable(
  parts: SyncParts,
  table: LedgerTable,
  fields: readonly string[],
): Steps<void, OpeningProgress> {
  const { connection } = parts.core;
  const total = connection.number(`SELECT count(*) FROM ${table.ledger.id} WHERE extra IS NOT NULL`) ?? 0;
  for (let after = 0, chunk = 0; after >= 0; chunk += 1) {
    if (total > 0) yield { phase: 'absorbing', done: Math.min(chunk * CHUNK, total), total };
    after = absorbRows(parts, table, { fields, after });
  }
}

/** Goes through some rows; returns the last row number, -1 at the end. */
function absorbRows(
  parts: SyncParts,
  table: LedgerTable,
  { fields, after }: { readonly fields: readonly string[]; readonly after: number },
): number {
  const rows = parts.core.connection.rows(
    table.select(`WHERE rid > ? AND extra IS NOT NULL ORDER BY rid LIMIT ${CHUNK}`),
    after,
  );
  const bySource = new Map<string, SyncRecord[]>();
  const done: Kept[] = [];
  for (const row of rows) {
    const kept = table.decode(row);
    const own = keptValues(parts, table, { kept, fields });
    if (own === null) continue;
    done.push(kept);
    bySource.set(own.source, [...(bySource.get(own.source) ?? []), own.record]);
  }
  for (const [peer, records] of bySource) take(parts, peer, records);
  dropFromExtra(parts, table, { fields, rids: done.map((kept) => kept.rid) });
  return Number(rows.at(-1)?.['rid'] ?? -1);
}

/** The values of a row this program has come to know, as they would arrive. */
function keptValues(
  parts: SyncParts,
  table: LedgerTable,
  { kept, fields }: { readonly kept: Kept; readonly fields: readonly string[] },
): { readonly source: string; readonly record: SyncRecord } | null {
  const node = ownNode(parts);
  const extra = extraValues(kept.extra);
  const touches = touchesOf(parts.core.connection, { ledgerNo: table.no, rid: kept.rid, node });
  const values: Record<string, Stored> = {};
  const clocks: Record<string, Clock> = {};
  let last = touches.creation;
  for (const field of fields) {
    const value = extra[field];
    const touch = value === undefined ? null : touches.of(unknownField(field), value);
    if (touch === null) continue;
    values[field] = value ?? null;
    clocks[field] = touch.clock;
    if (last === null || touch.seq > last.seq) last = touch;
  }
  if (last === null || Object.keys(values).length === 0) return null;
  const { id, revision } = table.ledger;
  const own = { isWhole: false, values, clock: last.clock, clocks, removal: null, author: last.author };
  return { source: last.source ?? node, record: { ledger: id, revision, id: kept.id, ...own } };
}

function dropFromExtra(
  { core }: SyncParts,
  table: LedgerTable,
  of: { readonly fields: readonly string[]; readonly rids: readonly number[] },
): void {
  if (of.rids.length === 0) return;
  const { afterCommit } = core.connection.transaction(() => {
    const head = { writeId: core.randomId(), caller: program, batch: null, source: null };
    const set = new ChangeSet(core, head);
    for (const rid of of.rids) {
      const kept = table.byRid(rid);
      if (kept === null) throw new Error(`row ${rid} of ${table.ledger.id} vanished`);
      const left = Object.entries(extraValues(kept.extra)).filter(([name]) => !of.fields.includes(name));
      const extra = left.length === 0 ? null : JSON.stringify(Object.fromEntries(left));
      const version = kept.version + 1;
      table.update(kept, {}, { at: kept.updatedAt, version, extra });
      set.note({
        ledger: { no: table.no, id: table.ledger.id },
        rid,
        record: kept.id,
        version,
        op: 'update',
        fields: JSON.stringify({ $extra: [kept.extra, extra] }),
        digest: null,
        reason: null,
        undoes: null,
      });
    }
    return set.finish([]);
  });
  afterCommit();
  core.committed();
}

function* absorbLedgers(parts: SyncParts): Steps<boolean, OpeningProgress> {
  const { core } = parts;
  const known = core.connection
    .rows('SELECT DISTINCT ledger FROM foreign_record')
    .flatMap(({ ledger }) => core.tables.get(String(ledger))?.ledger ?? []);
  for (const ledger of linkOrder(known)) {
    const total =
      core.connection.number('SELECT count(*) FROM foreign_record WHERE ledger = ?', ledger.id) ?? 0;
    for (let chunk = 0; ; chunk += 1) {
      yield { phase: 'absorbing', done: Math.min(chunk * CHUNK, total), total };
      const rows = core.connection.rows(
        `SELECT f.rid, f.content, (SELECT w.source FROM change_log c JOIN write_log w ON w.no = c.write
             WHERE c.ledger = ? AND c.rid = f.rid ORDER BY c.seq DESC LIMIT 1) AS source
         FROM foreign_record f WHERE f.ledger = ? ORDER BY f.rid LIMIT ${CHUNK}`,
        foreignLedger.no,
        ledger.id,
      );
      if (rows.length === 0) break;
      const bySource = Map.groupBy(rows, (row) => String(row['source'] ?? ownNode(parts)));
      for (const [peer, group] of bySource)
        take(
          parts,
          peer,
          group.map((row) => recordOf(String(row['content']))),
        );
      for (const { rid } of rows)
        core.connection.run('DELETE FROM foreign_record WHERE rid = ?', Number(rid));
    }
  }
  return known.length > 0;
}

/** What was kept is nobody's news: it conflicts with nothing. */
function take(parts: SyncParts, peer: string, records: readonly SyncRecord[]): void {
  const came: Came = { peer, seen: Number.MAX_SAFE_INTEGER, isSensitive: false, arrival: 0 };
  takeChunk(parts, { came, records, tally: newTally() });
}
