import { z } from 'zod';
import type { Row } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import type { ReadAt } from './whole-record.ts';

/** Arguments of one `concat`; far below what SQLite allows. */
const MOST_PARTS = 60;
/** Fields of one object, two arguments each. */
export const MOST_PAIRS = MOST_PARTS / 2;
/** Records of one question. */
const ROWS = 1024;

/** Condition of a row `t`, created by change `c`, that SQLite can spell by itself. */
export const UNTOUCHED = 't.version = 1 AND t.extra IS NULL AND c.clocks IS NULL AND c.seq <= :upTo';

/** Which fields of some rows are filled in all of them, and which in some; the others are empty in all of them. */
export interface Filled {
  readonly always: readonly string[];
  readonly sometimes: readonly string[];
}

/**
 * Line of a row `t`, created by change `c` of write `w` by author `a`, as `recordLine` spells it but for the order of its
 * fields; binds `:node` as JSON. `filled` must hold for the row: fields that are always filled are spelt by one call, in
 * half the time. Without it nothing is taken for granted.
 */
export function lineSql(
  table: LedgerTable,
  filled: Filled = { always: [], sometimes: namesOf(table) },
): string {
  const { always, sometimes } = filled;
  const rest = concatOf(sometimes.map((name) => spelt(table, name)));
  const pairs = always.map((name) => `'${name}', t.${name}`);
  // A text in the object ends with a quote, a number with a digit: only the brace of the object goes.
  const values =
    always.length === 0
      ? `'{', ltrim(${rest}, ',')`
      : `rtrim(json_object(${pairs.join(', ')}), '}'), ${rest}`;
  return `concat('{"i":', json_quote(t.id), ',"t":[', w.at, ',', :node, '],"a":', json_quote(a.name),
    ',"w":', ${values}, '}}', char(10))`;
}

const namesOf = (table: LedgerTable): readonly string[] => table.stored.map(({ name }) => name);

/** A field with a comma before it; null where it is empty, which `concat` leaves out. */
function spelt(table: LedgerTable, name: string): string {
  const column = `t.${name}`;
  const quoted = table.stored.some((one) => one.name === name && one.field.storage === 'TEXT')
    ? `json_quote(${column})`
    : column;
  return `iif(${column} IS NULL, NULL, ',"${name}":' || ${quoted})`;
}

/** Texts joined, by as many calls as it takes. */
function concatOf(parts: readonly string[]): string {
  if (parts.length === 0) return "''";
  const groups: string[] = [];
  for (let i = 0; i < parts.length; i += MOST_PARTS)
    groups.push(`concat(${parts.slice(i, i + MOST_PARTS).join(', ')})`);
  return groups.length === 1 ? groups.join('') : `concat(${groups.join(', ')})`;
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
