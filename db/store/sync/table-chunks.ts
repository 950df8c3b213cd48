import { recordLine, sectionLine } from '../../model/sync/lines.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { Connection, Row } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { isLeftOut, LedgerChanges, noteChange, type Range } from './collect-changes.ts';
import { selectTouched } from './field-clocks.ts';
import { lineSql, MOST_PAIRS, UNTOUCHED, type Filled } from './spelt-records.ts';
import { shownRecord, type ReadAt } from './whole-record.ts';

/** Rows of one chunk: about a megabyte of lines. */
const ROWS = 1024;

/** A table to be read as a whole. */
export interface TableReading extends ReadAt {
  readonly range: Range;
}

/**
 * All records of a ledger as lines under its heading. Rows nobody has changed since they were entered here, nearly all
 * of a first export, become JSON inside SQLite, a chunk at a time (a third of the cost of a row at a time); the others
 * are put together one by one. Memory does not grow with the table.
 */
export function* tableChunks(reading: TableReading): Generator<Uint8Array> {
  const { connection, table } = reading;
  const { id, revision } = table.ledger;
  const last = connection.number(`SELECT max(rid) FROM ${id}`) ?? 0;
  const hasArrived = connection.number('SELECT 1 FROM write_log WHERE source IS NOT NULL LIMIT 1') !== null;
  const untouched = new UntouchedRows(reading);
  let heading = `${sectionLine({ ledger: id, revision })}\n`;
  for (let from = 1; from <= last; from += ROWS) {
    const to = from + ROWS;
    const spelt = untouched.spell([from, to]);
    const rows = connection.number(`SELECT count(*) FROM ${id} WHERE rid >= ? AND rid < ?`, from, to);
    const others = spelt.rows === rows ? [] : touchedRecords(reading, { from, to, hasArrived });
    const text = others.map((record) => `${recordLine(record)}\n`).join('');
    const { lines } = spelt;
    if (lines === null && text === '') continue;
    if (heading !== '' || text !== '') yield Buffer.from(heading + text, 'utf8');
    heading = '';
    if (lines !== null) yield lines;
  }
}

/** Lines of rows that SQLite spelt. */
interface SpeltRows {
  readonly lines: Uint8Array | null;
  readonly rows: number;
  /** A line may hold an empty field, or lack one that is filled. */
  readonly isDoubtful: boolean;
}

/** Row numbers from the first to before the second. */
type Span = readonly [from: number, to: number];

/**
 * Spells the rows of a table that nobody has changed, chunk by chunk. Fields that have been filled in all rows so far are
 * spelt by one call; a chunk in which one of them is empty shows it and is spelt once more.
 */
class UntouchedRows {
  readonly #reading: TableReading;
  #filled: Filled | null = null;

  constructor(reading: TableReading) {
    this.#reading = reading;
  }

  spell(span: Span): SpeltRows {
    this.#filled ??= this.#filledIn(span);
    const spelt = this.#speltAs(this.#filled, span);
    if (!spelt.isDoubtful) return spelt;
    this.#filled = both(this.#filled, this.#filledIn(span));
    return this.#speltAs(this.#filled, span);
  }

  #speltAs(filled: Filled, [from, to]: Span): SpeltRows {
    const { connection, table, upTo } = this.#reading;
    const node = JSON.stringify(this.#reading.node);
    // One row: a blob or null, a count, and whether a field thought empty is filled.
    const row = connection
      .statement(untouchedSql(table, filled))
      .get({ no: table.no, from, to, upTo, node }) as Row;
    const lines = row['lines'] instanceof Uint8Array ? bufferOf(row['lines']) : null;
    const isDoubtful = row['lacks'] === 1 || lines?.includes(EMPTY_FIELD) === true;
    return { lines, rows: Number(row['rows']), isDoubtful };
  }

  #filledIn([from, to]: Span): Filled {
    const { connection, table } = this.#reading;
    const names = table.stored.map(({ name }) => name);
    const counts = names.map((name) => `count(${name})`).join(', ');
    const found = connection
      .statement(`SELECT count(*), ${counts} FROM ${table.ledger.id} WHERE rid >= ? AND rid < ?`)
      .raw()
      .get(from, to);
    const [rows = 0, ...filled] = Array.isArray(found) ? found.map(Number) : [];
    const always = names.filter((_, i) => filled[i] === rows).slice(0, MOST_PAIRS);
    return { always, sometimes: names.filter((name, i) => filled[i] !== 0 && !always.includes(name)) };
  }
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** A field without a value in a line; a text may hold it too, and the chunk is then looked at once more. */
const EMPTY_FIELD = ':null';

/** What holds for two groups of rows. */
function both(one: Filled, other: Filled): Filled {
  const always = one.always.filter((name) => other.always.includes(name));
  const all = [...one.always, ...one.sometimes, ...other.always, ...other.sometimes];
  return { always, sometimes: [...new Set(all)].filter((name) => !always.includes(name)) };
}

/** Lines of a chunk's rows that SQLite can spell; `lacks`: a field that was not asked for is filled. */
function untouchedSql(table: LedgerTable, filled: Filled): string {
  const empty = table.stored.flatMap(({ name }) =>
    filled.always.includes(name) || filled.sometimes.includes(name) ? [] : [`t.${name}`],
  );
  const lacks =
    empty.length === 0 ? '0' : `(${empty.join(', ')}) IS NOT (${empty.map(() => 'NULL').join(', ')})`;
  return `SELECT CAST(group_concat(line, '') AS BLOB) AS lines, count(*) AS rows, max(lacks) AS lacks FROM (
    SELECT ${lineSql(table, filled)} AS line, ${lacks} AS lacks
    FROM ${table.ledger.id} t CROSS JOIN change_log c ON c.ledger = :no AND c.rid = t.rid
      CROSS JOIN write_log w ON w.no = c.write CROSS JOIN author a ON a.no = w.author
    WHERE t.rid >= :from AND t.rid < :to AND ${UNTOUCHED})`;
}

/** The records of a chunk that SQLite did not spell. */
function touchedRecords(reading: TableReading, chunk: Chunk): readonly SyncRecord[] {
  const { connection, table, upTo } = reading;
  const others = chunk.hasArrived
    ? `NOT EXISTS (SELECT 1 FROM change_log c WHERE c.ledger = :no AND c.rid = t.rid AND ${UNTOUCHED})`
    : '(t.version > 1 OR t.extra IS NOT NULL) AND :no > 0 AND :upTo >= 0';
  const columns = ['rid', 'id', 'extra', ...table.stored.map(({ name }) => name)].map((name) => `t.${name}`);
  const { from, to } = chunk;
  const rows = connection
    .statement(
      `SELECT ${columns.join(', ')} FROM ${table.ledger.id} t WHERE t.rid >= :from AND t.rid < :to AND ${others}`,
    )
    // Columns of a ledger's table are text, number or null.
    .all({ no: table.no, from, to, upTo }) as readonly Row[];
  if (rows.length === 0) return [];
  const changes = changesByRid(connection, table, chunk);
  return rows.flatMap((row) => recordIn(reading, row, changes.get(Number(row['rid'])) ?? []) ?? []);
}

interface Chunk {
  readonly from: number;
  readonly to: number;
  /** Some rows of the file came from other nodes. */
  readonly hasArrived: boolean;
}

function changesByRid(
  connection: Connection,
  table: LedgerTable,
  { from, to }: Chunk,
): ReadonlyMap<number, readonly Row[]> {
  const sql = `${selectTouched} WHERE c.ledger = ? AND c.rid >= ? AND c.rid < ? ORDER BY c.rid, c.seq`;
  return Map.groupBy(connection.rows(sql, table.no, from, to), (row) => Number(row['rid']));
}

/** Whole, unless the node that is left out created it: then what others changed of it. */
function recordIn(reading: TableReading, row: Row, changes: readonly Row[]): SyncRecord | null {
  const { table, range, node, upTo } = reading;
  const creation = changes.find((change) => change['op'] === 'create');
  if (creation !== undefined && !isLeftOut(range, creation)) return shownRecord(reading, row, changes);
  const of = new LedgerChanges(node);
  for (const change of changes) {
    if (Number(change['seq']) > upTo) continue;
    noteChange(of, change, { isLeftOut: isLeftOut(range, change), author: String(change['author']) });
  }
  return of.partial(table, Number(row['rid']));
}
