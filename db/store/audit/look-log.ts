import { wayOf } from '../../model/looks.ts';
import { chinaDayEnd, chinaDayStart } from '../../model/office-time.ts';
import type { Caller, Look, LookLog, LookPage, LookQuery } from '../api.ts';
import type { Row } from '../open/connection.ts';
import type { Core } from '../repository/core.ts';
import type { SensitiveLooks } from './sensitive-looks.ts';

/** The log of looks, for who may open the ledgers it is about. */
export function lookLog(core: Core, looks: SensitiveLooks): LookLog {
  const closedTo = (caller: Caller): readonly string[] =>
    [...core.tables.keys()].filter((ledger) => !looks.mayOpen(ledger, caller));
  return {
    page: (query, caller, as = 'log') => {
      const rows = chosen(core, query, closedTo(caller));
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      for (const ledger of new Set(shown.map((row) => String(row['ledger']))))
        looks.note({ ledger, ids: [query.record ?? ''], kind: `$${as}` }, caller);
      return {
        looks: toldLooks(core, shown, caller),
        next:
          last === undefined || rows.length <= query.limit
            ? null
            : { at: String(last['at']), no: Number(last['no']) },
      } satisfies LookPage;
    },
    people: (caller) => people(core, closedTo(caller)),
  };
}

/** One row more than asked for, where there is one. Each part is read along one index, newest first. */
function chosen(core: Core, query: LookQuery, closed: readonly string[]): readonly Row[] {
  const { before, limit } = query;
  const conditions: string[] = [];
  const bound: (string | number)[] = [];
  const add = (sql: string, ...values: readonly (string | number)[]): void => {
    conditions.push(sql);
    bound.push(...values);
  };
  if (query.user !== undefined) add('user = ?', query.user);
  if (query.ledger !== undefined) add('ledger = ?', query.ledger);
  if (query.from !== undefined) add('at >= ?', chinaDayStart(query.from));
  if (query.to !== undefined) add('at <= ?', chinaDayEnd(query.to));
  if (before !== undefined) add('(at, no) < (?, ?)', before.at, before.no);
  if (closed.length > 0) add('ledger NOT IN (SELECT value FROM json_each(?))', JSON.stringify(closed));
  const records = query.record === undefined ? [null] : [query.record, ''];
  const parts = records.map((record) => {
    const all = record === null ? conditions : ['record = ?', ...conditions];
    return `SELECT * FROM (SELECT no, at, user, name, ledger, record, field FROM view_log INDEXED BY ${indexFor(query)}
      ${all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`} ORDER BY at DESC, no DESC LIMIT ${limit + 1})`;
  });
  return core.connection.rows(
    `${parts.join(' UNION ALL ')} ORDER BY at DESC, no DESC LIMIT ${limit + 1}`,
    ...records.flatMap((record) => [...(record === null ? [] : [record]), ...bound]),
  );
}

/** The index that reads least. */
function indexFor({ user, ledger, record }: LookQuery): string {
  if (ledger !== undefined) return record === undefined ? 'view_log_ledger' : 'view_log_record';
  return user === undefined ? 'view_log_at' : 'view_log_user';
}

function toldLooks(core: Core, rows: readonly Row[], caller: Caller): readonly Look[] {
  const names = core.names(caller.language);
  for (const [ledger, of] of Map.groupBy(rows, (row) => String(row['ledger'])))
    core.titles.prefetch(
      ledger,
      of.map((row) => String(row['record'])).filter((id) => id !== ''),
      names,
    );
  return rows.map((row): Look => {
    const [ledger, record, kept] = [String(row['ledger']), String(row['record']), String(row['field'])];
    const way = wayOf(kept);
    return {
      no: Number(row['no']),
      at: String(row['at']),
      user: String(row['user']),
      name: String(row['name'] ?? row['user']),
      ledger,
      record,
      title: record === '' ? null : core.titles.titleOf(ledger, record, names),
      way,
      field: way === 'value' ? kept : null,
    };
  });
}

/** One step along the index for each person. */
function people(core: Core, closed: readonly string[]): ReturnType<LookLog['people']> {
  const { connection } = core;
  const ids = connection.rows(
    `WITH RECURSIVE person (id) AS (
       SELECT min(user) FROM view_log
       UNION ALL SELECT (SELECT min(user) FROM view_log WHERE user > id) FROM person WHERE id IS NOT NULL)
     SELECT id FROM person WHERE id IS NOT NULL`,
  );
  return ids.flatMap((row) => {
    const user = String(row['id']);
    const last = connection.row(
      `SELECT name FROM view_log INDEXED BY view_log_user
       WHERE user = ? AND ledger NOT IN (SELECT value FROM json_each(?)) ORDER BY at DESC, no DESC LIMIT 1`,
      user,
      JSON.stringify(closed),
    );
    return last === undefined ? [] : [{ user, name: String(last['name'] ?? user) }];
  });
}
