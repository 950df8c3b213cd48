import Database from 'better-sqlite3-multiple-ciphers';
import type { Values } from '../../model/field-kind.ts';
import type { RecordWrite, WriteRequest, WrittenRecord } from '../api.ts';
import { createDigest } from '../changelog/chain.ts';
import type { NewChange } from '../changelog/change-log.ts';
import { isoOf } from '../changelog/hybrid-clock.ts';
import { tableOf, type Core } from './core.ts';
import type { LedgerTable, NewRow } from './ledger-table.ts';
import { keyHolder } from './natural-key.ts';

/** What a write did, and what is to be done after its commit. */
export interface Carried {
  readonly records: readonly WrittenRecord[];
  readonly afterCommit: () => void;
}

/** Table a request only adds checked new records to, as an import mostly does; `null` for every other request. */
export function onlyCreates(core: Core, { writes, checked }: WriteRequest): LedgerTable | null {
  const [first] = writes;
  if (first === undefined || checked !== true) return null;
  const isNew = writes.every(({ op, ledger }) => op === 'create' && ledger === first.ledger);
  return isNew ? tableOf(core, first.ledger) : null;
}

/**
 * Carries out such a request inside the caller's transaction. `null` = an id or a natural key is taken; nothing was
 * written then, and the careful way tells which and by whom.
 */
export function createAll(core: Core, table: LedgerTable, request: WriteRequest): Carried | null {
  const at = core.log.clock.next();
  const rows = insertAll(core, table, { request, time: isoOf(at) });
  if (rows === null) return null;
  core.search.addAll(table, rows);
  core.connection.run(
    'UPDATE ledger SET current = current + ?, everything = everything + ? WHERE no = ?',
    rows.length,
    rows.length,
    table.no,
  );
  const { writeId, caller, batch = null } = request;
  const logged = rows.map((row) => row.change);
  const { changes, confirm } = core.log.append({
    writeId,
    caller,
    batch,
    at,
    changes: logged,
    unchanged: [],
  });
  return {
    records: request.writes.map(({ ledger, id }, i) => ({
      ledger,
      id,
      version: 1,
      change: changes[i] ?? null,
    })),
    afterCommit: () => {
      confirm();
      core.lists.changed(table.ledger.id, null);
    },
  };
}

interface Inserted {
  readonly rid: number;
  readonly values: Values;
  readonly change: NewChange;
}

function insertAll(
  core: Core,
  table: LedgerTable,
  { request, time }: { readonly request: WriteRequest; readonly time: string },
): readonly Inserted[] | null {
  const rows: Inserted[] = [];
  const own = { at: time, batch: request.batch ?? null };
  for (const write of request.writes) {
    const inserted = insertOne(core, table, { write, own });
    if (inserted === null) {
      // These rows have nothing in any other table yet.
      const sql = `DELETE FROM ${table.ledger.id} WHERE rid = ?`;
      for (const { rid } of rows) core.connection.run(sql, rid);
      return null;
    }
    rows.push(inserted);
  }
  return rows;
}

/** `null` when the id or the key is taken. */
function insertOne(
  { connection }: Core,
  table: LedgerTable,
  { write, own }: { readonly write: RecordWrite; readonly own: Pick<NewRow, 'at' | 'batch'> },
): Inserted | null {
  const { id, values: given = {}, extra } = write;
  const values = table.ledger.fill(given);
  if (keyHolder(connection, table, values) !== null) return null;
  const unknown = extra === undefined ? null : JSON.stringify(extra);
  const stored = table.storedOf(values);
  const rid = unlessTaken(() => table.insertStored({ id, extra: unknown, ...own }, stored));
  if (rid === null) return null;
  const change: NewChange = {
    ledger: { no: table.no, id: table.ledger.id },
    rid,
    record: id,
    version: 1,
    op: 'create',
    fields: null,
    digest: createDigest(table.ledger.id, id, table.storedDigestColumns(stored, unknown)),
    reason: null,
    undoes: null,
  };
  return { rid, values, change };
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
