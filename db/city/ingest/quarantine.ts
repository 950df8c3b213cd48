import { z } from 'zod';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { rowsOf, run, type Session } from '../database.ts';
import type { Fault } from '../../model/sync/arriving-row.ts';

/** A row that was not taken, with what it carried: it is judged again with whatever comes for it later. */
export interface Waiting {
  readonly record: SyncRecord | null;
  readonly ledger: string;
  readonly id: string;
  readonly fault: Fault;
}

const clock = z.tuple([z.number(), z.string()]).readonly();
const recordShape = z.object({
  ledger: z.string(),
  revision: z.number(),
  id: z.string(),
  isWhole: z.boolean(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  clock,
  clocks: z.record(z.string(), clock),
  removal: z.object({ reason: z.string().nullable(), clock }).nullable(),
  author: z.string(),
});

interface WaitingRow {
  readonly ledger: string;
  readonly id: string;
  readonly record: string | null;
  readonly field: string | null;
  readonly reason: string;
  readonly args: Fault['args'];
}

/** A ledger's record in one text, as key of maps. */
export const recordKey = (ledger: string, id: string): string => `${ledger}\u0000${id}`;

/** Everything of a town that waits, by `recordKey`. */
export async function waitingOf(session: Session, town: string): Promise<Map<string, Waiting>> {
  const rows = await rowsOf<WaitingRow>(
    session,
    'SELECT ledger, id, record, field, reason, args FROM city_quarantine WHERE town = $1',
    [town],
  );
  return new Map(
    rows.map(({ ledger, id, record, field, reason, args }) => [
      recordKey(ledger, id),
      {
        record: record === null ? null : recordShape.parse(JSON.parse(record)),
        ledger,
        id,
        fault: { field, reason, args },
      },
    ]),
  );
}

/** Puts rows into quarantine; a row that waits already is replaced by its newer state. */
export async function putWaiting(
  session: Session,
  rows: readonly Waiting[],
  of: { readonly town: string; readonly sender: string; readonly arrival: number; readonly at: Date },
): Promise<void> {
  if (rows.length === 0) return;
  // The zero character, the fault of some rows, cannot be kept in JSON columns, so the record is a text with its escape.
  const spelled = rows.map(({ ledger, id, fault, record }) => ({
    ledger,
    id: id.replaceAll('\u0000', '\ufffd'),
    field: fault.field,
    reason: fault.reason,
    args: fault.args,
    record: record === null ? null : JSON.stringify(record),
  }));
  await run(
    session,
    `INSERT INTO city_quarantine (town, ledger, id, sender, arrival, at, field, reason, args, record)
     SELECT $2, q.ledger, q.id, $3, $4, $5, q.field, q.reason, q.args, q.record
     FROM jsonb_to_recordset($1) AS q(ledger text, id text, field text, reason text, args jsonb, record text)
     ON CONFLICT (town, ledger, id) DO UPDATE SET sender = excluded.sender, arrival = excluded.arrival,
       at = excluded.at, field = excluded.field, reason = excluded.reason, args = excluded.args, record = excluded.record`,
    [JSON.stringify(spelled), of.town, of.sender, of.arrival, of.at],
  );
}

/** Lets rows go that have been taken now. */
export async function releaseWaiting(
  session: Session,
  town: string,
  rows: readonly { readonly ledger: string; readonly id: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await run(
    session,
    `DELETE FROM city_quarantine c USING jsonb_to_recordset($2) AS q(ledger text, id text)
     WHERE c.town = $1 AND c.ledger = q.ledger AND c.id = q.id`,
    [town, JSON.stringify(rows.map(({ ledger, id }) => ({ ledger, id })))],
  );
}
