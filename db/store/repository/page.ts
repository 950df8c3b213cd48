import { z } from 'zod';
import { isLink } from '../../model/define-ledger.ts';
import type { Names, Values } from '../../model/field-kind.ts';
import type { Caller, Page, PageQuery, PageRow, Total, Where } from '../api.ts';
import { sortColumn } from '../migrate/ledger-plan.ts';
import type { Bound, Row } from '../open/connection.ts';
import { tableOf, type Core } from './core.ts';
import { ListCache, type Anchors, type Place } from './list-cache.ts';
import type { LedgerTable } from './ledger-table.ts';
import { textsOf } from './texts.ts';
import { compileWhere, WhereError, type Filter } from './where.ts';

/** Rows between a page and the remembered place it is read from, at most: passing them costs a tenth of the page. */
const STRIDE = 2000;
/**
 * Rows between two remembered places on the way to a far page. Passing a row of an index takes some 16 ns, but each
 * question stands for some 15,000 rows: half a million rows in steps of 16,000 took 15 ms, in four steps 8.
 */
const FAR_STRIDE = 64 * STRIDE;
/** Counting stops here; a total beyond is shown as "100,000+". */
export const COUNT_BOUND = 100_000;
/** Time for counting by a filter no index answers, and rows looked at between two looks at the clock. */
const COUNT_BUDGET_MS = 150;
const COUNT_SLICE = 20_000;

/** One list: a filter in an order. */
interface List {
  readonly table: LedgerTable;
  readonly filter: Filter;
  readonly column: string;
  readonly isDescending: boolean;
}

/** A page of a list; see `Store.page`. */
export function readPage(core: Core, query: PageQuery, caller: Caller): Page {
  const list = listOf(core, query);
  const limit = Math.min(Math.max(query.limit, 1), 500);
  const start = startOf(core, list, query);
  if (start === 'beyond') return { rows: [], next: null };
  const fields = query.fields ?? list.table.ledger.list;
  const rows = rowsBehind(core, list, {
    ...start,
    limit: limit + 1,
    columns: columnsFor(list.table, fields),
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: pageRows(core, list.table, { rows: shown, fields, caller }),
    next: rows.length > limit && last !== undefined ? encodePlace(placeOf(last)) : null,
  };
}

/** Rows as pages show them: texts with link titles resolved in one go. */
export function pageRows(
  core: Core,
  table: LedgerTable,
  view: { readonly rows: readonly Row[]; readonly fields: readonly string[]; readonly caller: Caller },
): readonly PageRow[] {
  const names = core.names(view.caller.language);
  const values = view.rows.map((row) => table.decodeValues(row));
  prefetchTitles(core, table, { values, names, fields: view.fields });
  return view.rows.map((row, i) => ({
    id: String(row['id']),
    version: Number(row['version']),
    removed: row['removed_at'] !== null,
    texts: textsOf(table, values[i] ?? {}, { fields: view.fields, names, caller: view.caller }),
  }));
}

/** Reads the titles all these rows link to, one statement per ledger. */
export function prefetchTitles(
  core: Core,
  table: LedgerTable,
  view: { readonly values: readonly Values[]; readonly names: Names; readonly fields: readonly string[] },
): void {
  for (const name of view.fields) {
    const field = table.ledger.fields[name];
    if (field === undefined || !isLink(field) || field.target === undefined) continue;
    const ids = view.values.map((row) => row[name]).filter((id) => typeof id === 'string');
    core.titles.prefetch(field.target, ids, view.names);
  }
}

/** Columns needed to show these fields; computed ones may look at everything. */
export function columnsFor(table: LedgerTable, fields: readonly string[]): readonly string[] {
  const isComputed = fields.some((name) => table.ledger.fields[name]?.storage === null);
  const own = ['rid', 'id', 'version', 'removed_at'];
  if (isComputed) return [...own, ...table.stored.map((stored) => stored.name)];
  return [...own, ...fields.filter((name) => table.ledger.fields[name] !== undefined)];
}

/** Count of a list; see `Total` for when it is not exact. */
export function readTotal(core: Core, ledger: string, where: Where): Total {
  const table = tableOf(core, ledger);
  const filter = compileWhere(table, where);
  if (filter.isPlain) {
    return {
      total: core.connection.number('SELECT current FROM ledger WHERE no = ?', table.no) ?? 0,
      exact: true,
    };
  }
  const key = ListCache.key(ledger, filter.sql, filter.bound);
  const known = core.lists.total(key);
  if (known !== null) return known;
  if (filter.soleMember !== null) {
    const count = table.countMembers([filter.soleMember], COUNT_BOUND + 1);
    return core.lists.keepTotal(key, ledger, { fields: filter.fields, total: bounded(count) });
  }
  const isNarrow = filter.narrowing.some((field) => isIndexed(table, field));
  const total = isNarrow ? countBounded(core, table, filter) : countInTime(core, table, filter);
  return core.lists.keepTotal(key, ledger, { fields: filter.fields, total });
}

function countBounded(core: Core, table: LedgerTable, filter: Filter): Total {
  const sql = `SELECT count(*) FROM (SELECT 1 FROM ${table.ledger.id} WHERE ${filter.sql} LIMIT ${COUNT_BOUND + 1})`;
  const count = core.connection.number(sql, ...filter.bound) ?? 0;
  return bounded(count);
}

const bounded = (count: number): Total =>
  count > COUNT_BOUND ? { total: COUNT_BOUND, exact: false } : { total: count, exact: true };

/** Counts slice by slice in entry order, so that it can stop when the time is up. */
function countInTime(core: Core, table: LedgerTable, filter: Filter): Total {
  const last = core.connection.number(`SELECT max(rid) FROM ${table.ledger.id}`) ?? 0;
  const sql = `SELECT count(*) FROM ${table.ledger.id} WHERE rid > ? AND rid <= ? AND ${filter.sql}`;
  const until = performance.now() + COUNT_BUDGET_MS;
  let total = 0;
  for (let from = 0; from < last; from += COUNT_SLICE) {
    if (performance.now() > until || total > COUNT_BOUND) return { total, exact: false };
    total += core.connection.number(sql, from, from + COUNT_SLICE, ...filter.bound) ?? 0;
  }
  return { total, exact: true };
}

const isIndexed = (table: LedgerTable, field: string): boolean =>
  table.ledger.fields[field]?.search === true ||
  table.plan.indexes.some((index) => index.columns[0] === field);

function listOf(core: Core, query: PageQuery): List {
  const table = tableOf(core, query.ledger);
  const sort = query.sort ?? table.ledger.sort;
  const name = sort.replace(/^-/, '');
  const field = table.ledger.fields[name];
  if (field === undefined || field.storage === null) throw new WhereError(query.ledger, name);
  return {
    table,
    filter: compileWhere(table, query.where),
    column: sortColumn(table.ledger, name),
    isDescending: sort.startsWith('-'),
  };
}

/** Where a page begins: behind a place, then skipping a few rows. */
interface Start {
  readonly behind: Place | null;
  readonly skip: number;
}

function startOf(core: Core, list: List, query: PageQuery): Start | 'beyond' {
  if (query.after !== undefined) return { behind: decodePlace(query, query.after), skip: 0 };
  const offset = Math.max(query.offset ?? 0, 0);
  if (offset < STRIDE) return { behind: null, skip: offset };
  const key = ListCache.key(list.table.ledger.id, `${orderBy(list)} ${list.filter.sql}`, list.filter.bound);
  const fields = [...list.filter.fields, list.column, list.column.replace(/_py$/, '')];
  return startBehind(core, list, { anchors: core.lists.anchors(key, list.table.ledger.id, fields), offset });
}

/** From the nearest remembered place before the page; what is found on the way is remembered too. */
function startBehind(
  core: Core,
  list: List,
  { anchors, offset }: { readonly anchors: Anchors; readonly offset: number },
): Start | 'beyond' {
  const { places } = anchors;
  let next = places.findIndex(({ rows }) => rows > offset);
  if (next < 0) next = places.length;
  for (; offset < anchors.end; next += 1) {
    const { rows, place } = places[next - 1] ?? { rows: 0, place: null };
    const skip = offset - rows;
    if (skip < STRIDE) return { behind: place, skip };
    const stride = Math.min(skip - (skip % STRIDE), FAR_STRIDE);
    const found = placeAt(core, list, { behind: place, stride });
    if (found === null) anchors.end = rows + stride;
    else places.splice(next, 0, { rows: rows + stride, place: found });
  }
  return 'beyond';
}

/** The place `stride` rows behind another, read from the index alone. */
function placeAt(
  core: Core,
  list: List,
  { behind, stride }: { readonly behind: Place | null; readonly stride: number },
): Place | null {
  const row = rowsBehind(core, list, { behind, skip: stride - 1, limit: 1, columns: ['rid'] })[0];
  return row === undefined ? null : placeOf(row);
}

interface Reach extends Start {
  readonly limit: number;
  readonly columns: readonly string[];
}

/**
 * Rows of a list behind a place. "Behind" is asked in up to three steps (same value, other values, empty values),
 * because one condition with OR would make SQLite walk the whole index.
 */
function rowsBehind(core: Core, list: List, reach: Reach): readonly Row[] {
  const found: Row[] = [];
  let skip = reach.skip;
  const steps = stepsBehind(list, reach.behind);
  for (const [i, step] of steps.entries()) {
    const missing = reach.limit - found.length;
    if (missing === 0) break;
    const sql = selectSql(list, step.sql, reach.columns);
    const bound = [...list.filter.bound, ...step.bound];
    const rows = core.connection.rows(sql, ...bound, missing, skip);
    found.push(...rows);
    if (rows.length > 0) skip = 0;
    else if (skip > 0 && i < steps.length - 1) skip -= countUpTo(core, list, { step, skip });
  }
  return found;
}

/** Rows a step skipped without giving any: at most `skip`. */
function countUpTo(
  core: Core,
  list: List,
  { step, skip }: { readonly step: Step; readonly skip: number },
): number {
  const from = `FROM ${list.table.ledger.id} WHERE ${list.filter.sql} AND ${step.sql}`;
  const sql = `SELECT count(*) FROM (SELECT 1 ${from} LIMIT ?)`;
  return core.connection.number(sql, ...list.filter.bound, ...step.bound, skip) ?? 0;
}

interface Step {
  readonly sql: string;
  readonly bound: readonly Bound[];
}

/** Ascending lists begin with empty values, descending ones end with them, as SQLite's index does. */
function stepsBehind({ column, isDescending }: List, behind: Place | null): readonly Step[] {
  if (behind === null) return [{ sql: '1', bound: [] }];
  const { key, rid } = behind;
  const than = isDescending ? '<' : '>';
  if (key === null) {
    const rest = { sql: `${column} IS NULL AND rid ${than} ?`, bound: [rid] };
    return isDescending ? [rest] : [rest, { sql: `${column} IS NOT NULL`, bound: [] }];
  }
  const same = { sql: `${column} = ? AND rid ${than} ?`, bound: [key, rid] };
  const others = { sql: `${column} ${than} ?`, bound: [key] };
  return isDescending ? [same, others, { sql: `${column} IS NULL`, bound: [] }] : [same, others];
}

const orderBy = ({ column, isDescending }: List): string => {
  const direction = isDescending ? 'DESC' : 'ASC';
  return `ORDER BY ${column} ${direction}, rid ${direction}`;
};

/** Chooses rows by the index alone, then reads whole rows of only those. */
function selectSql(list: List, step: string, columns: readonly string[]): string {
  const table = list.table.ledger.id;
  const chosen = `SELECT rid AS chosen, ${list.column} AS place FROM ${table}
    WHERE ${list.filter.sql} AND ${step} ${orderBy(list)} LIMIT ? OFFSET ?`;
  if (columns.length === 1) return `SELECT chosen AS rid, place AS "$place" FROM (${chosen})`;
  const wanted = columns.map((column) => `t.${column}`).join(', ');
  const direction = list.isDescending ? 'DESC' : 'ASC';
  return `SELECT ${wanted}, c.place AS "$place" FROM (${chosen}) c JOIN ${table} t ON t.rid = c.chosen
    ORDER BY c.place ${direction}, c.chosen ${direction}`;
}

function placeOf(row: Row): Place {
  const key = row['$place'];
  return { key: typeof key === 'string' || typeof key === 'number' ? key : null, rid: Number(row['rid']) };
}

const encodePlace = ({ key, rid }: Place): string => JSON.stringify([key, rid]);

/** A place as a page before told it; it comes from outside, through `zw` and the window. @throws WhereError */
function decodePlace({ ledger }: PageQuery, text: string): Place {
  const place = placeShape.safeParse(jsonOf(text));
  if (!place.success) throw new WhereError(ledger, 'after');
  const [key, rid] = place.data;
  return { key, rid };
}

const placeShape = z.tuple([z.union([z.string(), z.number(), z.null()]), z.number()]);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
