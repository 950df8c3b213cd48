import { z } from 'zod';
import type { Values } from '../../model/field-kind.ts';
import type { Core } from './core.ts';
import type { LedgerTable } from './ledger-table.ts';

/**
 * Settles who holds a natural key after records with these values came, went or changed: the one created first (equal
 * times: the smaller id), by the clock of the node that created it, so that every node finds the same. The others
 * point to it (`twinColumn`) and are listed as twins. Call inside the transaction of the change.
 */
export function settleKey(core: Core, table: LedgerTable, values: Values): void {
  const sharing = sharingKey(core, table, values);
  if (sharing.length === 0) return;
  const [only] = sharing;
  if (sharing.length === 1 && only !== undefined && only.twinOf === null) return;
  const [oldest, ...younger] = sharing
    .map((one) => ({ ...one, at: createdAt(core, table, one.rid) }))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  if (oldest === undefined) return;
  const set = `UPDATE ${table.ledger.id} SET twin_of = ? WHERE rid = ?`;
  if (oldest.twinOf !== null) core.connection.run(set, null, oldest.rid);
  for (const one of younger) {
    if (one.twinOf === oldest.id) continue;
    core.connection.run(set, oldest.id, one.rid);
    noteTwins(core, table, { record: one.id, other: oldest.id });
  }
}

/** True when the two records are known to share, or to have shared, a key. */
export const areTwins = (core: Core, table: LedgerTable, [a, b]: readonly [string, string]): boolean =>
  core.connection.number(
    'SELECT 1 FROM twin WHERE ledger = ? AND ((record = ? AND other = ?) OR (record = ? AND other = ?))',
    table.ledger.id,
    a,
    b,
    b,
    a,
  ) !== null;

/** True when both rows have the same values in the fields of the natural key. */
export const isSameKey = (table: LedgerTable, a: Values, b: Values): boolean =>
  table.ledger.naturalKey.every((name) => table.encode(name, a[name]) === table.encode(name, b[name]));

interface Sharing {
  readonly rid: number;
  readonly id: string;
  readonly twinOf: string | null;
}

function sharingKey(core: Core, table: LedgerTable, values: Values): readonly Sharing[] {
  const key = table.ledger.naturalKey;
  const bound = key.map((name) => table.encode(name, values[name]));
  if (key.length === 0 || bound.includes(null)) return [];
  return core.connection
    .rows(
      `SELECT rid, id, twin_of FROM ${table.ledger.id} WHERE ${key.map((name) => `${name} = ?`).join(' AND ')}
         AND removed_at IS NULL`,
      ...bound,
    )
    .map((row) => ({
      rid: Number(row['rid']),
      id: String(row['id']),
      twinOf: typeof row['twin_of'] === 'string' ? row['twin_of'] : null,
    }));
}

const creationShape = z.object({ '*': z.tuple([z.number(), z.string()]) });

/** Reading of the clock at which a record was created, wherever that was. */
function createdAt(core: Core, table: LedgerTable, rid: number): number {
  const row = core.connection.row(
    `SELECT w.at, c.clocks FROM change_log c JOIN write_log w ON w.no = c.write
     WHERE c.ledger = ? AND c.rid = ? AND c.op = 'create'`,
    table.no,
    rid,
  );
  if (row === undefined) return 0;
  const { at, clocks } = row;
  return typeof clocks === 'string' ? creationShape.parse(JSON.parse(clocks))['*'][0] : Number(at);
}

function noteTwins(
  core: Core,
  table: LedgerTable,
  pair: { readonly record: string; readonly other: string },
): void {
  // A pair that was merged and is here again was parted; one that shall stand apart stays so.
  core.connection.run(
    `INSERT INTO twin (ledger, record, other, found_at, state) VALUES (?, ?, ?, ?, 'open')
     ON CONFLICT (ledger, record, other) DO UPDATE SET state = 'open', batch = NULL WHERE state = 'merged'`,
    table.ledger.id,
    pair.record,
    pair.other,
    core.now().toISOString(),
  );
}
