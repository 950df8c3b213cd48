import type { AnyField, AnyLedger } from '../../model/define-ledger.ts';
import type { Stored, Value, Values } from '../../model/field-kind.ts';
import { sortKey } from '../../model/derive/pinyin.ts';
import { isInIndex } from '../../model/derive/search-entry.ts';
import { isName, ledgerPlan, pinyinColumn, type LedgerPlan } from '../migrate/ledger-plan.ts';
import { keyKinds } from '../../model/derive/search-keys.ts';
import type { NamedLink } from '../../model/where.ts';
import type { Connection, Row } from '../open/connection.ts';

/** A record as it lies in its table, decoded. */
export interface Kept {
  readonly rid: number;
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly removedAt: string | null;
  readonly removedReason: string | null;
  readonly batch: string | null;
  /** Older record with the same natural key, see `twinColumn`. */
  readonly twinOf: string | null;
  /** Every stored field; empty ones are `null`. */
  readonly values: Values;
  /** Values this version does not understand, as a JSON text. */
  readonly extra: string | null;
}

/** What an insert needs beside the values. */
export interface NewRow {
  readonly id: string;
  readonly at: string;
  readonly batch: string | null;
  readonly extra: string | null;
}

/** Which ledger a table is of, and the tables it stands among. */
interface LedgerPlace {
  readonly ledger: AnyLedger;
  readonly no: number;
  readonly tables: ReadonlyMap<string, LedgerTable>;
}

/** Stands for the column `extra` among the positions of filled fields. */
const EXTRA = '\uffff';
/** Sets of filled columns whose statement is remembered; a sheet has some dozen. */
const MOST_INSERTS = 200;

interface StoredField {
  readonly name: string;
  readonly field: AnyField;
  readonly isName: boolean;
}

/** One ledger bound to its table: encoding, decoding, point reads and the statements that write. */
export class LedgerTable {
  readonly ledger: AnyLedger;
  readonly plan: LedgerPlan;
  /** Number in the `ledger` table; part of search row numbers. */
  readonly no: number;
  /** Fields with a column, in the order of the definition. */
  readonly stored: readonly StoredField[];
  /** Position in `stored` of each field. */
  readonly #places: ReadonlyMap<string, number>;
  /** Positions of `stored` in the order of field names, for digests. */
  readonly #byName: readonly number[];
  readonly #connection: Connection;
  readonly #tables: ReadonlyMap<string, LedgerTable>;
  /** Statements that insert, by the columns they fill; see `insertStored`. */
  readonly #insertSqls = new Map<string, string>();
  readonly #selectSql: string;
  readonly #searchedSql: string;
  readonly #inIndexSql: string;
  /** Row number of the current record with a natural key, for `keyHolder`; no statement when the ledger has none. */
  readonly keySql: string;

  /** Finds a row between two row numbers whose natural key another current record holds; `null` as there is no key. */
  readonly sharedKeySql: string | null;

  /** @param tables those of all ledgers, by id; asked for when links to this one are followed back */
  constructor(connection: Connection, { ledger, no, tables }: LedgerPlace) {
    this.ledger = ledger;
    this.no = no;
    this.#tables = tables;
    this.plan = ledgerPlan(ledger);
    this.#connection = connection;
    this.stored = Object.entries(ledger.fields)
      .filter(([, field]) => field.storage !== null)
      .map(([name, field]) => ({ name, field, isName: isName(ledger, name) }));
    this.#places = new Map(this.stored.map(({ name }, i) => [name, i]));
    this.#byName = this.stored
      .map((_, i) => i)
      .toSorted((a, b) => ((this.stored[a]?.name ?? '') < (this.stored[b]?.name ?? '') ? -1 : 1));
    const own = 'rid, id, version, created_at, updated_at, removed_at, removed_reason, batch, twin_of, extra';
    const key = ledger.naturalKey.map((name) => `${name} = ?`).join(' AND ');
    this.keySql = `SELECT rid FROM ${ledger.id} WHERE ${key} AND removed_at IS NULL AND twin_of IS NULL`;
    this.sharedKeySql = sharedKeySql(ledger);
    const searched = this.stored.filter(({ field }) => field.search === true).map(({ name }) => name);
    const inIndex = this.stored.filter(({ field }) => isInIndex(field)).map(({ name }) => name);
    this.#inIndexSql = `SELECT ${['rid', ...inIndex].join(', ')} FROM ${ledger.id}`;
    this.#searchedSql = `SELECT ${['rid', ...searched].join(', ')} FROM ${ledger.id} WHERE rid = ? AND removed_at IS NULL`;
    this.#selectSql = `SELECT ${[own, ...this.stored.map((s) => s.name)].join(', ')} FROM ${ledger.id}`;
  }

  /** The table of a ledger that links here by this field; `null` when there is no such link. */
  linking({ ledger, link }: NamedLink): LedgerTable | null {
    const other = this.#tables.get(ledger);
    return other?.ledger.fields[link]?.target === this.ledger.id ? other : null;
  }

  /** Text of a SELECT of whole records with this condition. */
  select(condition: string): string {
    return `${this.#selectSql} ${condition}`;
  }

  /** Text of a SELECT of what the search index is made of, with the row number. */
  selectInIndex(condition: string): string {
    return `${this.#inIndexSql} ${condition}`;
  }

  byId(id: string): Kept | null {
    const row = this.#connection.row(this.select('WHERE id = ?'), id);
    return row === undefined ? null : this.decode(row);
  }

  byRid(rid: number): Kept | null {
    const row = this.#connection.row(this.select('WHERE rid = ?'), rid);
    return row === undefined ? null : this.decode(row);
  }

  /** Searchable values of a current record, for checking a hit: a fifth of the cost of the whole row. */
  searchedValues(rid: number): Values | null {
    const row = this.#connection.row(this.#searchedSql, rid);
    return row === undefined ? null : this.decodeValues(row);
  }

  decode(row: Row): Kept {
    return {
      rid: Number(row['rid']),
      id: String(row['id']),
      version: Number(row['version']),
      createdAt: String(row['created_at']),
      updatedAt: String(row['updated_at']),
      removedAt: textOrNull(row['removed_at']),
      removedReason: textOrNull(row['removed_reason']),
      batch: textOrNull(row['batch']),
      twinOf: textOrNull(row['twin_of']),
      values: this.decodeValues(row),
      extra: textOrNull(row['extra']),
    };
  }

  /** Values of the fields a row carries; columns not selected are left out. */
  decodeValues(row: Row): Values {
    const values: Record<string, Value> = {};
    for (const { name, field } of this.stored) {
      const stored = row[name];
      if (stored === undefined) continue;
      values[name] =
        typeof stored === 'string' || typeof stored === 'number' ? (field.decode(stored) as Value) : null;
    }
    return values;
  }

  /** Rows of `search_key` under these multi-choice keys, counted up to `most`. */
  countMembers(keys: readonly string[], most: number): number {
    const sql = `SELECT count(*) FROM (SELECT 1 FROM search_key WHERE kind = ? AND ledger = ? AND key IN (${keys
      .map(() => '?')
      .join(', ')}) LIMIT ?)`;
    return this.#connection.number(sql, keyKinds.member, this.no, ...keys, most) ?? 0;
  }

  /** Column value of a field; `null` and absent are empty. */
  encode(name: string, value: Value | undefined): Stored {
    if (value === null || value === undefined) return null;
    const field = this.ledger.fields[name];
    if (field === undefined || field.storage === null)
      throw new Error(`ledger ${this.ledger.id} stores no field ${name}`);
    return field.encode(value);
  }

  /** Inserts a record as version 1; returns its row number. */
  insert(row: NewRow, values: Values): number {
    return this.insertStored(row, this.storedOf(values));
  }

  /** Column values of all fields, in the order of `stored`. */
  storedOf(values: Values): readonly Stored[] {
    const stored: Stored[] = this.stored.map(() => null);
    // Names alone: an imported row fills fifteen of seventy columns.
    for (const name of Object.keys(values)) {
      const at = this.#places.get(name);
      const value = values[name];
      if (at === undefined || value === null || value === undefined) continue;
      stored[at] = this.stored[at]?.field.encode(value) ?? null;
    }
    return stored;
  }

  /**
   * `insert` of values already encoded. Only filled columns are named: a person has seventy and a sheet fills fifteen,
   * and binding the others took a third of the time.
   */
  insertStored(row: NewRow, stored: readonly Stored[]): number {
    const bound: Stored[] = [row.id, row.at, row.at, row.batch];
    let filled = row.extra === null ? '' : EXTRA;
    if (row.extra !== null) bound.push(row.extra);
    for (let i = 0; i < stored.length; i += 1) {
      const value = stored[i] ?? null;
      if (value === null) continue;
      filled += String.fromCharCode(i);
      bound.push(value);
      if (this.stored[i]?.isName === true) bound.push(sortKey(String(value)));
    }
    return Number(this.#connection.statement(this.#insertSql(filled)).run(...bound).lastInsertRowid);
  }

  /** `filled` holds the positions of the filled fields as characters. */
  #insertSql(filled: string): string {
    const known = this.#insertSqls.get(filled);
    if (known !== undefined) return known;
    const columns = filled.split('').flatMap((character) => {
      if (character === EXTRA) return ['extra'];
      const field = this.stored[character.charCodeAt(0)];
      if (field === undefined) return [];
      return field.isName ? [field.name, pinyinColumn(field.name)] : [field.name];
    });
    const all = ['id', 'created_at', 'updated_at', 'batch', ...columns];
    const sql = `INSERT INTO ${this.ledger.id} (version, ${all.join(', ')}) VALUES (1, ${all.map(() => '?').join(', ')})`;
    if (this.#insertSqls.size >= MOST_INSERTS) this.#insertSqls.clear();
    this.#insertSqls.set(filled, sql);
    return sql;
  }

  /** Sets columns of one record and raises its version. `changed` holds field values, `own` the table's columns. */
  update(
    kept: Pick<Kept, 'rid'>,
    changed: Values,
    own: { readonly at: string; readonly version: number } & Partial<
      Record<'removed_at' | 'removed_reason' | 'twin_of' | 'extra', string | null>
    >,
  ): void {
    const { at, version, ...columns } = own;
    const sets: [string, Stored][] = [
      ['version', version],
      ['updated_at', at],
      ...Object.entries(columns).map(([name, value]): [string, Stored] => [name, value ?? null]),
    ];
    for (const [name, value] of Object.entries(changed)) {
      sets.push([name, this.encode(name, value)]);
      if (isName(this.ledger, name)) {
        sets.push([pinyinColumn(name), typeof value === 'string' ? sortKey(value) : null]);
      }
    }
    this.#connection.run(
      `UPDATE ${this.ledger.id} SET ${sets.map(([name]) => `${name} = ?`).join(', ')} WHERE rid = ?`,
      ...sets.map(([, stored]) => stored),
      kept.rid,
    );
  }

  /** What the digest of a row as created is taken of: ledger, record, then name and value of its filled columns. */
  digested(id: string, stored: readonly Stored[], extra: string | null): readonly (string | number)[] {
    const filled: (string | number)[] = [this.ledger.id, id];
    if (extra !== null) filled.push('$extra', extra);
    for (const i of this.#byName) {
      const value = stored[i];
      if (value !== null && value !== undefined) filled.push(this.stored[i]?.name ?? '', value);
    }
    return filled;
  }

  /** Stored columns in the order of their names, as the create digest wants them. */
  digestColumns(values: Values, extra: string | null): readonly (readonly [string, Stored])[] {
    const stored = this.storedOf(values);
    const columns: [string, Stored][] = [];
    if (extra !== null) columns.push(['$extra', extra]);
    for (const i of this.#byName) {
      const value = stored[i];
      const name = this.stored[i]?.name;
      if (value !== null && value !== undefined && name !== undefined) columns.push([name, value]);
    }
    return columns;
  }
}

function sharedKeySql({ id, naturalKey }: AnyLedger): string | null {
  if (naturalKey.length === 0) return null;
  const isSame = naturalKey.map((name) => `other.${name} = own.${name}`).join(' AND ');
  return `SELECT own.rid FROM ${id} own WHERE own.rid BETWEEN ? AND ? AND EXISTS (
    SELECT 1 FROM ${id} other WHERE ${isSame} AND other.rid <> own.rid
      AND other.removed_at IS NULL AND other.twin_of IS NULL) LIMIT 1`;
}

const textOrNull = (stored: Row[string] | undefined): string | null =>
  typeof stored === 'string' ? stored : null;

/** Equal as values of a field; arrays element by element. */
export function isSame(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  const [x, y] = [a ?? null, b ?? null];
  if (typeof x !== 'object' || typeof y !== 'object') return x === y;
  if (x === null || y === null) return x === y;
  return x.length === y.length && x.every((item, i) => item === y[i]);
}
