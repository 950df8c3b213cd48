import type { CheckFinding, CheckProgress } from '../api.ts';
import type { Connection } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { entryOf, type Entry } from '../search/search-index.ts';
import { keyKinds } from '../search/search-key.ts';
import type { Check, CheckSteps } from './check-all.ts';
import type { Steps } from '../steps.ts';

/** Rows of one slice. */
const CHUNK = 100;
/**
 * Rows of a ledger whose words themselves are asked for, spread evenly; the others are asked for by their number only.
 * Asking for words reads their lists from the beginning, which for every row of a large town would take hours.
 */
const MOST_WORD_CHECKS = 2000;

/** Both search tables against the rows: what must be found, is; what is gone, is not. */
export function* checkSearch(check: Check): CheckSteps {
  const { log, tables } = check.session.core;
  for (const table of tables.values()) {
    const { counter } = log.state;
    const expected = yield* checkRows(check, table);
    // What was counted row by row says nothing about an index that was written meanwhile.
    if (log.state.counter === counter) checkExtra(check, table, expected);
    yield check.progress(0, 'search');
  }
}

interface Expected {
  texts: number;
  keys: number;
}

function* checkRows(check: Check, table: LedgerTable): Steps<Expected, CheckProgress> {
  const { connection } = check.session.core;
  const rows = connection.number('SELECT current FROM ledger WHERE no = ?', table.no) ?? 0;
  const stride = Math.max(1, Math.ceil(rows / MOST_WORD_CHECKS));
  const expected: Expected = { texts: 0, keys: 0 };
  for (let after = 0; ;) {
    const chunk = connection.rows(
      table.select(`WHERE rid > ? AND removed_at IS NULL ORDER BY rid LIMIT ${CHUNK}`),
      after,
    );
    if (chunk.length === 0) return expected;
    for (const row of chunk) {
      const kept = table.decode(row);
      after = kept.rid;
      const entry = entryOf(table, kept.values);
      expected.texts += entry.words === '' ? 0 : 1;
      expected.keys += entry.keys.length;
      const isSound =
        hasText(connection, table, {
          rid: kept.rid,
          entry,
          isExact: kept.rid % stride === 0,
        }) && hasKeys(connection, table, { rid: kept.rid, entry });
      if (!isSound) check.report(finding('search-missing', table, kept.id));
    }
    yield check.progress(chunk.length, 'search');
  }
}

const finding = (
  code: 'search-missing' | 'search-extra',
  table: LedgerTable,
  record: string | null,
): CheckFinding => ({
  code,
  ledger: table.ledger.id,
  record,
  detail: '',
});

function hasText(
  connection: Connection,
  table: LedgerTable,
  { rid, entry, isExact }: { readonly rid: number; readonly entry: Entry; readonly isExact: boolean },
): boolean {
  const fts = table.plan.words?.name;
  if (fts === undefined) return true;
  const isThere = connection.number(`SELECT rowid FROM ${fts} WHERE rowid = ?`, rid) !== null;
  if (!isThere || entry.words === '') return isThere === (entry.words !== '');
  if (!isExact) return true;
  const match = entry.words
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' ');
  return (
    connection.number(`SELECT rowid FROM ${fts} WHERE ${fts} MATCH ? AND rowid = ?`, match, rid) !== null
  );
}

function hasKeys(
  connection: Connection,
  table: LedgerTable,
  { rid, entry }: { readonly rid: number; readonly entry: Entry },
): boolean {
  const find = connection
    .statement('SELECT 1 FROM search_key WHERE kind = ? AND ledger = ? AND key = ? AND rid = ?')
    .pluck();
  return entry.keys.every(([kind, key]) => find.get(kind, table.no, key, rid) === 1);
}

/** More entries than the rows account for: some lead to removed rows or to values no longer there. */
function checkExtra(check: Check, table: LedgerTable, expected: Expected): void {
  const { connection } = check.session.core;
  const fts = table.plan.words?.name;
  const texts = fts === undefined ? 0 : (connection.number(`SELECT count(*) FROM ${fts}`) ?? 0);
  if (texts > expected.texts) {
    const stray = connection.rows(
      `SELECT s.rowid AS rid FROM ${fts ?? ''} s
       WHERE NOT EXISTS (SELECT 1 FROM ${table.ledger.id} t WHERE t.rid = s.rowid AND t.removed_at IS NULL)
       LIMIT 50`,
    );
    for (const row of stray) check.report(finding('search-extra', table, idOf(table, Number(row['rid']))));
    if (stray.length === 0) check.report(finding('search-extra', table, null));
  }
  let keys = 0;
  for (const kind of Object.values(keyKinds)) {
    keys +=
      connection.number('SELECT count(*) FROM search_key WHERE kind = ? AND ledger = ?', kind, table.no) ?? 0;
  }
  if (keys > expected.keys) check.report(finding('search-extra', table, null));
}

const idOf = (table: LedgerTable, rid: number): string | null => table.byRid(rid)?.id ?? null;
