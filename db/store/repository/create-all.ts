import Database from 'better-sqlite3-multiple-ciphers';
import type { Values } from '../../model/field-kind.ts';
import type { WriteRequest, WrittenRecord } from '../api.ts';
import { EntriesFinder } from '../../model/derive/search-entries.ts';
import { digestTextOf } from '../changelog/chain.ts';
import { isoOf } from '../changelog/hybrid-clock.ts';
import { isOfSteps } from './case-guard.ts';
import { tableOf, type Core } from './core.ts';
import { isFollowing } from './follow.ts';
import { isBelowKeeper } from './kept-parts.ts';
import type { Connection } from '../open/connection.ts';
import type { LedgerTable } from './ledger-table.ts';

/** What a write did, and what is to be done after its commit. */
export interface Carried {
  readonly records: readonly WrittenRecord[];
  readonly afterCommit: () => void;
}

/** Table a request only adds checked new records to, as an import mostly does; `null` for every other request. */
export function onlyCreates(core: Core, { writes, checked }: WriteRequest): LedgerTable | null {
  const [first] = writes;
  if (first === undefined || checked !== true) return null;
  const table = tableOf(core, first.ledger);
  // A case begins with its clock, a step stands behind others, a part may be closed: they are looked at one by one.
  const { ledger } = table;
  if (ledger.workflow !== undefined || isOfSteps(core, ledger) || isBelowKeeper(core, ledger)) return null;
  const isNew = writes.every(({ op, ledger }) => op === 'create' && ledger === first.ledger);
  if (!isNew) return null;
  const isAlone = table.ledger.numbering === undefined && !isFollowing(core, table.ledger);
  return isAlone ? table : null;
}

/**
 * Carries out such a request inside the caller's transaction. `null` = an id or a natural key is taken; nothing was
 * written then, and the careful way tells which and by whom.
 */
export function createAll(core: Core, table: LedgerTable, request: WriteRequest): Carried | null {
  const at = core.log.clock.next();
  const inserted = insertAll(core, table, { request, time: isoOf(at) });
  if (inserted === null) return null;
  enterFound(core, table, { request, inserted });
  const { writeId, caller, writes, batch = null } = request;
  core.connection.run(
    'UPDATE ledger SET current = current + ?, everything = everything + ? WHERE no = ?',
    writes.length,
    writes.length,
    table.no,
  );
  const { changes, confirm } = core.log.appendCreated(
    { writeId, caller, batch, at },
    {
      ledger: { no: table.no, id: table.ledger.id },
      firstRid: inserted.rids[0] ?? 0,
      records: writes.map(({ id }) => id),
      digests: inserted.digests,
    },
  );
  return {
    records: writes.map(({ ledger, id }, i) => ({ ledger, id, version: 1, change: changes[i] ?? null })),
    afterCommit: () => {
      confirm();
      core.lists.changed(table.ledger.id, null);
    },
  };
}

/** Rows in the order of the request. */
interface Inserted {
  readonly rids: number[];
  /** Hex, see `digestTextOf`. */
  readonly digests: string[];
  readonly values: Values[];
}

/** Words and keys as they were found beforehand, or found now. */
function enterFound(
  { search }: Core,
  table: LedgerTable,
  { request, inserted: { rids, values } }: { readonly request: WriteRequest; readonly inserted: Inserted },
): void {
  const { found } = request;
  if (found === undefined) {
    const finder = new EntriesFinder(table.ledger);
    for (const one of values) finder.add(one);
    search.addAll(table, finder.take(), rids);
    return;
  }
  const ridsByPlace = Array.from({ length: found.entries.wordEnds.length }, () => 0);
  for (const [i, place] of found.places.entries()) ridsByPlace[place] = rids[i] ?? 0;
  search.addAll(table, found.entries, ridsByPlace);
}

/** `null` when an id or a key is taken. */
function insertAll(
  { connection }: Core,
  table: LedgerTable,
  { request, time }: { readonly request: WriteRequest; readonly time: string },
): Inserted | null {
  const inserted: Inserted = { rids: [], digests: [], values: [] };
  const own = { at: time, batch: request.batch ?? null };
  for (const { id, values: given = {}, extra = null } of request.writes) {
    const values = request.found === undefined ? table.ledger.fill(given) : given;
    const unknown = extra === null ? null : JSON.stringify(extra);
    const stored = table.storedOf(values);
    const rid = unlessTaken(() => table.insertStored({ id, extra: unknown, ...own }, stored));
    if (rid === null) return takenBack(connection, table, inserted);
    inserted.rids.push(rid);
    inserted.digests.push(digestTextOf(table.digested(id, stored, unknown)));
    inserted.values.push(values);
  }
  return sharesKey(connection, table, inserted) ? takenBack(connection, table, inserted) : inserted;
}

/** These rows have nothing in any other table yet. */
function takenBack(connection: Connection, table: LedgerTable, { rids }: Inserted): null {
  for (const rid of rids) connection.run(`DELETE FROM ${table.ledger.id} WHERE rid = ?`, rid);
  return null;
}

/** Whether one of these rows has the natural key of another record: asked for all at once, which takes a third of the time. */
function sharesKey(connection: Connection, table: LedgerTable, { rids }: Inserted): boolean {
  const [first, last] = [rids[0], rids.at(-1)];
  if (table.sharedKeySql === null || first === undefined || last === undefined) return false;
  return connection.number(table.sharedKeySql, first, last) !== null;
}

/** The index of ids is unique and tells a taken one by itself; SQLite takes back the one statement only. */
function unlessTaken(insert: () => number): number | null {
  try {
    return insert();
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE') return null;
    throw error;
  }
}
