import { z } from 'zod';
import type { Row } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import type { ReadAt } from './whole-record.ts';

/** Arguments of one `concat`; far below what SQLite allows. */
const MOST_PARTS = 60;
/** Records of one question. */
const ROWS = 1024;

/** Condition of a row `t`, created by change `c`, that SQLite can spell by itself. */
export const UNTOUCHED = 't.version = 1 AND t.extra IS NULL AND c.clocks IS NULL AND c.seq <= :upTo';

/** Line of a row `t`, created by change `c` of write `w` by author `a`, as `recordLine` spells it; binds `:node` as JSON. */
export function lineSql(table: LedgerTable): string {
  const fields = table.stored.map(({ name, field }) => {
    const column = `t.${name}`;
    const quoted = field.storage === 'TEXT' ? `json_quote(${column})` : column;
    // `concat` leaves out what is null, so an empty field leaves nothing.
    return `iif(${column} IS NULL, NULL, ',"${name}":' || ${quoted})`;
  });
  const groups: string[] = [];
  for (let i = 0; i < fields.length; i += MOST_PARTS)
    groups.push(`concat(${fields.slice(i, i + MOST_PARTS).join(', ')})`);
  return `concat('{"i":', json_quote(t.id), ',"t":[', w.at, ',', :node, '],"a":', json_quote(a.name),
    ',"w":{', ltrim(concat(${groups.join(', ')}), ','), '}}', char(10))`;
}

/** Some of a ledger's new records: the lines of those SQLite spelt, and row numbers of the others. */
export interface SpeltRecords {
  readonly lines: Uint8Array | null;
  readonly others: readonly number[];
}

/**
 * New records by row number. Those that nobody has changed since they were entered here become JSON inside SQLite, a
 * sixth of the cost of putting them together one by one; the others are told.
 */
export function* speltRecords(at: ReadAt, created: ReadonlySet<number>): Generator<SpeltRecords> {
  const { connection, table, upTo } = at;
  const statement = connection.statement(
    `SELECT CAST(group_concat(line, '') AS BLOB) AS lines, json_group_array(rid) AS rids FROM (
      SELECT t.rid AS rid, ${lineSql(table)} AS line
      FROM json_each(:rids) r CROSS JOIN ${table.ledger.id} t ON t.rid = r.value
        CROSS JOIN change_log c ON c.ledger = :no AND c.rid = t.rid
        CROSS JOIN write_log w ON w.no = c.write CROSS JOIN author a ON a.no = w.author
      WHERE ${UNTOUCHED})`,
  );
  const node = JSON.stringify(at.node);
  const all = [...created];
  for (let from = 0; from < all.length; from += ROWS) {
    const rids = all.slice(from, from + ROWS);
    // One row: a blob or null, and an array.
    const row = statement.get({ no: table.no, upTo, node, rids: JSON.stringify(rids) }) as Row;
    const spelt = new Set(ridsShape.parse(JSON.parse(String(row['rids']))));
    yield {
      lines: row['lines'] instanceof Uint8Array ? row['lines'] : null,
      others: spelt.size === rids.length ? [] : rids.filter((rid) => !spelt.has(rid)),
    };
  }
}

const ridsShape = z.array(z.number());
