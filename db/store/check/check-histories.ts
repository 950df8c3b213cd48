import type { Value } from '../../model/field-kind.ts';
import { createDigest, digestOf } from '../changelog/chain.ts';
import { valuesAsCreated } from '../changelog/history.ts';
import { loggedFields, type LoggedChange } from '../changelog/record-changes.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { isSame } from '../repository/ledger-table.ts';
import { firstField, type BareRow, type BareRows, type RowSlice } from './bare-rows.ts';
import type { Check } from './check-all.ts';

type Logged = [
  rid: number,
  version: number,
  op: LoggedChange['op'],
  fields: string | null,
  record: string,
  digest: Uint8Array | null,
];
type Change = Pick<LoggedChange, 'op' | 'version' | 'fields'>;

/** Compares rows with what the log says of them; rows and changes come in the same order and are read side by side. */
export class Histories {
  readonly #check: Check;
  readonly #table: LedgerTable;
  readonly #rows: BareRows;
  readonly #changes: { all: (ledger: number, after: number, upTo: number) => unknown[] };

  constructor(check: Check, table: LedgerTable, rows: BareRows) {
    this.#check = check;
    this.#table = table;
    this.#rows = rows;
    this.#changes = check.session.core.connection.raw
      .prepare<[number, number, number]>(
        `SELECT rid, version, op, fields, record, digest FROM change_log
         WHERE ledger = ? AND rid > ? AND rid <= ? ORDER BY rid, seq`,
      )
      .raw();
  }

  /** One slice; nothing may stand in a table that no change put there, and nothing that was put there may be gone. */
  take({ rows, after, upTo }: RowSlice): void {
    // The columns named above, in a STRICT table.
    const changes = this.#changes.all(this.#table.no, after, upTo) as Logged[];
    let next = 0;
    for (const row of rows) {
      const [rid, id] = row;
      const before = next;
      while ((changes[next]?.[0] ?? Infinity) < rid) next += 1;
      this.#reportLost(changes, before, next);
      const first = next;
      while (changes[next]?.[0] === rid) next += 1;
      const only = next - first === 1 ? changes[first] : undefined;
      if (only !== undefined && this.#isAsCreated(row, only)) continue;
      for (const detail of this.#mismatches(row, changes.slice(first, next))) this.#report(id, detail);
    }
    this.#reportLost(changes, next, changes.length);
  }

  /** Creates whose row is gone. */
  #reportLost(changes: readonly Logged[], from: number, to: number): void {
    for (let i = from; i < to; i += 1) {
      const change = changes[i];
      if (change?.[2] === 'create') this.#report(change[4], 'the row is gone');
    }
  }

  #mismatches(row: BareRow, logged: readonly Logged[]): readonly string[] {
    const [created] = logged;
    if (created === undefined || created[2] !== 'create') return ['no change made this record'];
    const [, id, kept, removedAt] = row;
    const found: string[] = [];
    if (created[4] !== id) found.push('the log has another id');
    const changes = logged.map(([, version, op, fields]): Change => ({
      version,
      op,
      fields: fields === null ? {} : loggedFields(fields),
    }));
    if (changes.at(-1)?.version !== kept) found.push(`version ${kept} is not that of the last change`);
    if (isRemoved(changes) !== (removedAt !== null)) found.push('removed and the log says otherwise');
    return [...found, ...this.#contentMismatches(row, changes, created[5])];
  }

  /** Never changed and just as it was entered: what nearly every row is, told without decoding anything. */
  #isAsCreated(row: BareRow, [, version, op, , record, digest]: Logged): boolean {
    const [, id, kept, removedAt, extra] = row;
    if (op !== 'create' || removedAt !== null || kept !== version || record !== id) return false;
    const filled: (string | number)[] = [this.#table.ledger.id, id];
    if (extra !== null) filled.push('$extra', extra);
    const { names } = this.#rows;
    for (let i = firstField; i < row.length; i += 1) {
      const stored = row[i] ?? null;
      if (stored !== null) filled.push(names[i - firstField] ?? '', stored);
    }
    return isEqual(digestOf(filled), digest);
  }

  #contentMismatches(row: BareRow, changes: readonly Change[], digest: Uint8Array | null): readonly string[] {
    const [, id, , , currentExtra] = row;
    const current = this.#rows.values(row);
    const altered = [...lastValues(changes)]
      .filter(([field, after]) => !isSame(after, field === '$extra' ? currentExtra : current[field]))
      .map(([field]) => field);
    if (altered.length > 0) return [altered.join(', ')];
    const values = valuesAsCreated(current, changes);
    const extra = extraAsCreated(currentExtra, changes);
    const expected = createDigest(this.#table.ledger.id, id, this.#table.digestColumns(values, extra));
    return isEqual(expected, digest) ? [] : ['values differ from what was entered'];
  }

  #report(record: string, detail: string): void {
    this.#check.report({ code: 'change-mismatch', ledger: this.#table.ledger.id, record, detail });
  }
}

/** What the last change of each field left. */
function lastValues(changes: readonly Change[]): ReadonlyMap<string, Value> {
  const last = new Map<string, Value>();
  for (const change of changes) {
    for (const [field, [, after]] of Object.entries(change.fields)) last.set(field, after);
  }
  return last;
}

function extraAsCreated(current: string | null, changes: readonly Change[]): string | null {
  const first = changes.find((change) => '$extra' in change.fields)?.fields['$extra'];
  if (first === undefined) return current;
  return typeof first[0] === 'string' ? first[0] : null;
}

function isRemoved(changes: readonly Change[]): boolean {
  return changes.findLast((change) => change.op === 'remove' || change.op === 'restore')?.op === 'remove';
}

const isEqual = (digest: Uint8Array, stored: Uint8Array | null): boolean =>
  stored !== null && Buffer.compare(digest, stored) === 0;
