import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { foreignLedger } from '../migrate/migrate.ts';
import type { Taking } from './apply.ts';
import { recordOf } from './quarantine.ts';
import { unitedRecord } from './unite-records.ts';

/** Name of such a record in the log. */
const foreignName = (ledger: string, id: string): string => `${ledger}/${id}`;

/**
 * Keeps a record of a ledger this program does not know, united with what came of it before, and logs that it came, so
 * that it is passed on. Returns whether anything is new.
 */
export function keepForeign(taking: Taking, record: SyncRecord, isSensitive: boolean): boolean {
  const { connection } = taking.parts.core;
  const row = connection.row(
    'SELECT rid, version, content FROM foreign_record WHERE ledger = ? AND record = ?',
    record.ledger,
    record.id,
  );
  const before = row === undefined ? null : String(row['content']);
  const content = JSON.stringify(unitedRecord(before === null ? record : recordOf(before), record));
  if (content === before) return false;
  const version = Number(row?.['version'] ?? 0) + 1;
  const { rid } = connection.run(
    `INSERT INTO foreign_record (ledger, record, revision, version, sensitive, content) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (ledger, record) DO UPDATE SET revision = max(revision, excluded.revision), version = excluded.version,
       content = excluded.content`,
    record.ledger,
    record.id,
    record.revision,
    version,
    isSensitive ? 1 : 0,
    content,
  );
  taking.set.note({
    ledger: foreignLedger,
    rid: Number(row?.['rid'] ?? rid),
    record: foreignName(record.ledger, record.id),
    version,
    op: row === undefined ? 'create' : 'update',
    fields: '{}',
    digest: null,
    reason: null,
    undoes: null,
    origin: { clocks: JSON.stringify({ '*': record.clock }), author: record.author },
  });
  return true;
}
