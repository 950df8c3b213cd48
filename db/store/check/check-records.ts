import type { Value } from '../../model/field-kind.ts';
import { createDigest } from '../changelog/chain.ts';
import { valuesAsCreated } from '../changelog/history.ts';
import { changesSince, type LoggedChange } from '../changelog/record-changes.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';
import { isSame } from '../repository/ledger-table.ts';
import type { Check, CheckSteps } from './check-all.ts';
import { rowSlices } from './row-slices.ts';

/** Rows of one slice; each is read again with its changes. */
const CHUNK = 200;

/** Every row against its own history: nothing may stand in a table that no change put there. */
export function* checkRecords(check: Check): CheckSteps {
  for (const table of check.session.core.tables.values()) {
    for (let after = 0; ;) {
      const rows = check.session.core.connection.rows(
        table.select(`WHERE rid > ? ORDER BY rid LIMIT ${CHUNK}`),
        after,
      );
      if (rows.length === 0) break;
      for (const row of rows) {
        const kept = table.decode(row);
        after = kept.rid;
        checkRecord(check, table, kept);
      }
      yield check.progress(rows.length, 'records');
    }
    checkCounts(check, table);
    yield check.progress(0, 'records');
    yield* checkLost(check, table);
  }
}

function checkRecord(check: Check, table: LedgerTable, kept: Kept): void {
  const { connection } = check.session.core;
  const mismatch = (detail: string): void => {
    check.report({ code: 'change-mismatch', ledger: table.ledger.id, record: kept.id, detail });
  };
  const changes = changesSince(connection, { table, rid: kept.rid, version: 0 });
  const [created] = changes;
  if (created === undefined || created.op !== 'create') {
    mismatch('no change made this record');
    return;
  }
  if (created.record !== kept.id) mismatch('the log has another id');
  if (changes.at(-1)?.version !== kept.version)
    mismatch(`version ${kept.version} is not that of the last change`);
  if (isRemoved(changes) !== (kept.removedAt !== null)) mismatch('removed and the log says otherwise');
  const altered = alteredFields(kept, changes);
  if (altered.length > 0) {
    mismatch(altered.join(', '));
    return;
  }
  const digest = connection.row('SELECT digest FROM change_log WHERE seq = ?', created.seq)?.['digest'];
  const values = valuesAsCreated(kept.values, changes);
  const extra = extraAsCreated(kept.extra, changes);
  const expected = createDigest(table.ledger.id, kept.id, table.digestColumns(values, extra));
  if (!(digest instanceof Uint8Array) || !Buffer.from(expected).equals(digest))
    mismatch('values differ from what was entered');
}

/** Fields whose value is not the one their last change left. */
function alteredFields(kept: Kept, changes: readonly LoggedChange[]): readonly string[] {
  const last = new Map<string, Value>();
  for (const change of changes) {
    for (const [field, [, after]] of Object.entries(change.fields)) last.set(field, after);
  }
  return [...last]
    .filter(([field, after]) => !isSame(after, field === '$extra' ? kept.extra : kept.values[field]))
    .map(([field]) => field);
}

function extraAsCreated(current: string | null, changes: readonly LoggedChange[]): string | null {
  const first = changes.find((change) => '$extra' in change.fields)?.fields['$extra'];
  if (first === undefined) return current;
  return typeof first[0] === 'string' ? first[0] : null;
}

function isRemoved(changes: readonly LoggedChange[]): boolean {
  return changes.findLast((change) => change.op === 'remove' || change.op === 'restore')?.op === 'remove';
}

/** Kept counts; counted at once and not while walking, when a record may change behind the walk. */
function checkCounts(check: Check, table: LedgerTable): void {
  const { connection } = check.session.core;
  const name = table.ledger.id;
  const row = connection.row('SELECT current, everything FROM ledger WHERE no = ?', table.no);
  const current = connection.number(`SELECT count(*) FROM ${name} WHERE removed_at IS NULL`);
  const everything = connection.number(`SELECT count(*) FROM ${name}`);
  if (row?.['current'] === current && row?.['everything'] === everything) return;
  const kept = `${String(row?.['current'])}/${String(row?.['everything'])}`;
  const detail = `counted ${String(current)}/${String(everything)}, kept ${kept}`;
  check.report({ code: 'change-mismatch', ledger: name, record: null, detail });
}

/** Creates whose row is gone. */
function* checkLost(check: Check, table: LedgerTable): CheckSteps {
  const name = table.ledger.id;
  for (const [after, upTo] of rowSlices(
    check,
    'SELECT max(rid) FROM change_log WHERE ledger = ?',
    table.no,
  )) {
    const lost = check.session.core.connection.rows(
      `SELECT record FROM change_log c WHERE c.ledger = ? AND c.rid > ? AND c.rid <= ? AND c.op = 'create'
         AND NOT EXISTS (SELECT 1 FROM ${name} t WHERE t.rid = c.rid) LIMIT 50`,
      table.no,
      after,
      upTo,
    );
    for (const { record } of lost) {
      const detail = 'the row is gone';
      check.report({ code: 'change-mismatch', ledger: name, record: String(record), detail });
    }
    yield check.progress(0, 'records');
  }
}
