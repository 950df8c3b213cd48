import type { ReceiptFacts, RowState } from '../../model/sync/sync-node.ts';
import type { Caller, RecordTitle } from '../api.ts';
import type { SyncStore } from '../api/sync.ts';
import { titleFor } from '../repository/titles.ts';
import { returnedOf } from './quarantine.ts';
import { acknowledgedBy, positionOf, setSentState } from './sent-register.ts';
import { parentNode, type SyncParts } from './sync-parts.ts';

/** Receipts as rows show them. Nothing is stored with a row: states follow from positions of the log. */
export function stateStore(parts: SyncParts): SyncStore['states'] {
  const { core } = parts;
  const counter = pendingCounter(parts);
  return {
    of: (ledger, ids) => statesOf(parts, ledger, ids),
    pending: counter,
    returned: (caller) =>
      core.connection.rows('SELECT * FROM returned_row ORDER BY no').map((row) => {
        const returned = returnedOf(row);
        const at = { peer: String(row['peer']), at: String(row['at']) };
        return { ...returned, ...titleIn(parts, returned, caller), ...at };
      }),
    returnedCounts: (_caller, peer) =>
      core.connection
        .rows(
          `SELECT ledger, count(*) AS count FROM returned_row
           ${peer === undefined ? '' : 'WHERE peer = ?'} GROUP BY ledger`,
          ...(peer === undefined ? [] : [peer]),
        )
        .map((row) => ({ ledger: String(row['ledger']), count: Number(row['count']) })),
    duplicates: (caller) =>
      core.connection.rows('SELECT * FROM duplicate_elsewhere ORDER BY ledger, record').map((row) => ({
        ...titleIn(parts, { ledger: String(row['ledger']), id: String(row['record']) }, caller),
        otherId: String(row['other']),
        otherUnit: { code: String(row['unit_code']), name: String(row['unit_name']) },
      })),
    unanswered: () =>
      core.connection
        .rows(
          `SELECT digest, file, at FROM sync_sent
           WHERE peer = ? AND kind <> 'receipt' AND state IN ('carried', 'phoned', 'held')
             AND up_to > coalesce((SELECT position FROM sync_basis b WHERE b.peer = sync_sent.peer), 0) ORDER BY no`,
          parentNode(parts) ?? '',
        )
        .map((row) => ({ digest: String(row['digest']), file: String(row['file']), at: String(row['at']) })),
  };
}

/** Title of a record; its id where it is not here. */
export function titleIn(
  { core }: SyncParts,
  { ledger, id }: Pick<RecordTitle, 'ledger' | 'id'>,
  { language }: Caller,
): RecordTitle {
  const table = core.tables.get(ledger);
  const kept = table?.byId(id) ?? null;
  if (table === undefined || kept === null) return { ledger, id, title: id, subtitle: '' };
  return titleFor(table, kept, core.names(language));
}

/** Positions of the log that decide states. */
interface Marks {
  readonly peer: string;
  readonly acknowledged: number;
  readonly received: number;
  readonly carried: number;
}

function marksOf(parts: SyncParts): Marks {
  const { connection } = parts.core;
  const peer = parentNode(parts) ?? '';
  const upTo = (states: string): number =>
    connection.number(
      `SELECT max(up_to) FROM sync_sent WHERE peer = ? AND kind <> 'receipt' AND state IN (${states})`,
      peer,
    ) ?? 0;
  return {
    peer,
    acknowledged: acknowledgedBy(parts, peer)?.position ?? 0,
    received: upTo("'held', 'phoned'"),
    carried: upTo("'carried'"),
  };
}

function statesOf(
  parts: SyncParts,
  ledger: string,
  ids: readonly string[],
): Readonly<Record<string, RowState>> {
  const { core } = parts;
  const table = core.tables.get(ledger);
  if (table === undefined) throw new Error(`no ledger ${ledger}`);
  const marks = marksOf(parts);
  if (marks.peer === '') return {};
  const states: Record<string, RowState> = {};
  for (const id of ids) {
    const position = core.connection.number(
      `SELECT max(c.seq) FROM change_log c JOIN write_log w ON w.no = c.write
       WHERE c.ledger = ? AND c.rid = (SELECT rid FROM ${ledger} WHERE id = ?) AND w.source IS NOT ?`,
      table.no,
      id,
      marks.peer,
    );
    if (position === null) continue;
    states[id] = isReturned(parts, marks.peer, { ledger, id, position })
      ? 'returned'
      : stateAt(marks, position);
  }
  return states;
}

function stateAt(marks: Marks, position: number): RowState {
  if (position <= marks.acknowledged) return 'accepted';
  if (position <= marks.received) return 'received';
  return position <= marks.carried ? 'carried' : 'pending';
}

/** Sent back and not changed since: a correction makes the row pending again. */
const isReturned = (
  { core }: SyncParts,
  peer: string,
  of: { readonly ledger: string; readonly id: string; readonly position: number },
): boolean =>
  core.connection.number(
    'SELECT 1 FROM returned_row WHERE peer = ? AND ledger = ? AND record = ? AND position >= ? LIMIT 1',
    peer,
    of.ledger,
    of.id,
    of.position,
  ) !== null;

/** Keeps what was counted, so that the next count looks only at what was written since. */
function pendingCounter(parts: SyncParts): () => number {
  const { connection } = parts.core;
  let kept = { peer: '', from: -1, to: 0, count: 0 };
  return () => {
    const peer = parentNode(parts) ?? '';
    const from = acknowledgedBy(parts, peer)?.position ?? 0;
    const to = connection.number('SELECT max(seq) FROM change_log') ?? 0;
    if (kept.peer === peer && kept.from === from && kept.to === to) return kept.count;
    const isSame = kept.peer === peer && kept.from === from && kept.to <= to;
    const count = isSame
      ? kept.count + fresh(parts, { peer, from, after: kept.to, to })
      : firstCount(parts, { peer, from, to });
    kept = { peer, from, to, count };
    return count;
  };
}

interface Span {
  readonly peer: string;
  readonly from: number;
  readonly to: number;
}

/** Records nothing was ever acknowledged of are all records, which the ledgers count themselves. */
function firstCount(parts: SyncParts, span: Span): number {
  const { connection } = parts.core;
  const hasForeign = connection.number('SELECT 1 FROM write_log WHERE source IS NOT NULL LIMIT 1') !== null;
  if (span.from === 0 && !hasForeign) return connection.number('SELECT sum(everything) FROM ledger') ?? 0;
  return fresh(parts, { ...span, after: span.from });
}

/** Records changed after `after` that had not been changed between `from` and there. */
const fresh = ({ core }: SyncParts, span: Span & { readonly after: number }): number =>
  core.connection.number(
    `SELECT count(*) FROM change_log c JOIN write_log w ON w.no = c.write
     WHERE c.seq > ? AND c.seq <= ? AND c.ledger > 0 AND w.source IS NOT ? AND NOT EXISTS (
       SELECT 1 FROM change_log p JOIN write_log v ON v.no = p.write
       WHERE p.ledger = c.ledger AND p.rid = c.rid AND p.seq > ? AND p.seq < c.seq AND v.source IS NOT ?)`,
    span.after,
    span.to,
    span.peer,
    span.from,
    span.peer,
  ) ?? 0;

/** Takes a receipt in: states of packages, returned rows, duplicates. An older one that comes late changes nothing. */
export function applyReceipt(parts: SyncParts, peer: string, receipt: ReceiptFacts): void {
  const { core } = parts;
  core.connection.transaction(() => {
    for (const { digest, status } of receipt.packages) {
      if (status !== 'held') setSentState(parts, digest, 'acknowledged');
      else if (!isAnswered(parts, digest)) setSentState(parts, digest, 'held');
    }
    if (!isNewest(parts, peer, receipt)) return;
    noteReturned(parts, peer, receipt);
  });
}

const isAnswered = ({ core }: SyncParts, digest: string): boolean =>
  core.connection.text('SELECT state FROM sync_sent WHERE digest = ?', digest) === 'acknowledged';

/** Notes the receipt; `false` when a later one was taken in before. */
function isNewest({ core }: SyncParts, peer: string, receipt: ReceiptFacts): boolean {
  const { connection } = core;
  const { series, number, writtenAt } = receipt;
  const known = connection.row(
    'SELECT no, number FROM sync_receipt WHERE peer = ? AND series = ?',
    peer,
    series,
  );
  const newest = connection.text(
    'SELECT series FROM sync_receipt WHERE peer = ? ORDER BY no DESC LIMIT 1',
    peer,
  );
  if (known !== undefined && (newest !== series || Number(known['number']) >= number)) return false;
  connection.run(
    `INSERT INTO sync_receipt (peer, series, number, written_at, taken_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (peer, series) DO UPDATE SET number = excluded.number, written_at = excluded.written_at,
       taken_at = excluded.taken_at`,
    peer,
    series,
    number,
    writtenAt,
    core.now().toISOString(),
  );
  return true;
}

function noteReturned(parts: SyncParts, peer: string, receipt: ReceiptFacts): void {
  const { core } = parts;
  const { connection } = core;
  const at = core.now().toISOString();
  const answered = receipt.holdings
    .flatMap((holding) => holding.rounds)
    .map((round) => positionOf(connection, peer, round) ?? 0);
  const position = Math.max(0, ...answered);
  connection.run('DELETE FROM returned_row WHERE peer = ?', peer);
  for (const row of receipt.returned) {
    connection.run(
      'INSERT INTO returned_row (peer, ledger, record, field, reason, args, position, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      peer,
      row.ledger,
      row.id,
      row.field,
      row.reason,
      JSON.stringify(row.args),
      position,
      at,
    );
  }
  connection.run('DELETE FROM duplicate_elsewhere');
  for (const { ledger, id, otherId, otherUnit } of receipt.duplicates) {
    connection.run(
      'INSERT OR REPLACE INTO duplicate_elsewhere (ledger, record, other, unit_code, unit_name, at) VALUES (?, ?, ?, ?, ?, ?)',
      ledger,
      id,
      otherId,
      otherUnit.code,
      otherUnit.name,
      at,
    );
  }
}
