import { isLink, type AnyLedger } from '../../../model/define-ledger.ts';
import { refilled } from '../../../model/derive/refill.ts';
import { checkRow } from '../../../model/derive/row-check.ts';
import type { Names, Value, Values } from '../../../model/field-kind.ts';
import type { Caller, RecordWrite, Store, StoredRecord } from '../../../store/api.ts';
import { cellSeparator, idColumn, type MappedRow, type RowProblem, type SheetHead } from './import-types.ts';
import { idFrom, newId } from './made-ids.ts';
import { problemOf, readValue } from './map-rows.ts';
import { LinkResolver } from './resolve-links.ts';
import { SeenKeys } from './seen-keys.ts';
import { TakenFields } from './taken-fields.ts';

/** What is to be done with a row. */
export type Verdict =
  | { readonly kind: 'bad'; readonly problems: readonly RowProblem[] }
  | { readonly kind: 'same' }
  | {
      readonly kind: 'write';
      readonly write: RecordWrite;
      /** Its values are those of the mapped row: nothing was taken over from a linked record. */
      readonly isAsMapped: boolean;
    };

/** What the judging of rows needs. */
export interface AssessInput {
  readonly store: Store;
  readonly ledger: AnyLedger;
  readonly caller: Caller;
  readonly head: SheetHead;
  readonly today: string;
  readonly now: () => Date;
}

/** A row's own fields with links resolved. */
interface Given {
  readonly values: Record<string, Value>;
  /** Texts of link cells, to be compared with what the stored link shows. */
  readonly linkTexts: ReadonlyMap<string, string>;
  readonly linkProblems: readonly RowProblem[];
  readonly id: string | null;
}

const recordId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Decides for each row of a sheet: new, changed, unchanged or refused. Needs the database for keys, links and the
 * record as it stands. Remembers the keys of the sheet, so that a repeated row is named with the row it repeats.
 */
export class RowAssessor {
  readonly #input: AssessInput;
  readonly #names: Names;
  readonly #links: LinkResolver;
  /** Sees withheld values: they are compared, never shown. */
  readonly #reader: Caller;
  readonly #seen = new SeenKeys();
  readonly #columnOf: ReadonlyMap<string, number>;
  readonly #taken: TakenFields;
  /** No record can have any key of the sheet while the ledger is empty; saves a look-up for each row. */
  readonly #isLedgerEmpty: boolean;

  constructor(input: AssessInput) {
    this.#input = input;
    this.#names = input.store.names(input.caller.language);
    this.#links = new LinkResolver(input.ledger, this.#names);
    this.#reader = { ...input.caller, seesMasked: true };
    this.#taken = new TakenFields({ ...input, caller: this.#reader });
    this.#columnOf = new Map(input.head.fields.flatMap((f, i) => (f === null ? [] : [[f, i] as const])));
    this.#isLedgerEmpty = input.store.total(input.ledger.id, {}, input.caller).total === 0;
  }

  assess(row: MappedRow): Verdict {
    const given = this.#given(row);
    const taken = this.#taken.of(given.values, { links: given.values, cells: given.values });
    const values = this.#asNew(row, given, taken);
    const key = this.#keyOf(values);
    const existing = this.#find(given, key);
    const repeated = this.#repeats(row, existing?.id ?? key?.text ?? null);
    const hard = [...row.unreadable, ...repeated];
    if (existing) return this.#asUpdate(existing, given, hard);
    const broken = taken === null ? row.broken : this.#brokenIn(values);
    const problems = [...hard, ...given.linkProblems, ...broken];
    if (problems.length > 0) return { kind: 'bad', problems };
    return {
      kind: 'write',
      write: { ledger: this.#input.ledger.id, id: this.#newIdFor(given, key), op: 'create', values },
      isAsMapped: taken === null,
    };
  }

  /** The row as a new record: what is taken over comes before what the ledger makes of it, as when somebody saves. */
  #asNew(row: MappedRow, { values }: Given, taken: Values | null): Values {
    return taken === null
      ? { ...values, ...row.derived }
      : refilled(this.#input.ledger, { ...values, ...taken }, null);
  }

  /** What was broken before something was taken over may no longer be, and the other way round. */
  #brokenIn(values: Values): readonly RowProblem[] {
    return checkRow(this.#input.ledger, values, { today: this.#input.today })
      .filter(({ level }) => level === 'error')
      .map((finding) => problemOf(finding, this.#columnOf));
  }

  #given(row: MappedRow): Given {
    const values: Record<string, Value> = {};
    const linkTexts = new Map<string, string>();
    const linkProblems: RowProblem[] = [];
    for (const [column, name] of this.#input.head.fields.entries()) {
      const value = row.given[column];
      if (name === null || name === idColumn || value === undefined) continue;
      const reading = typeof value === 'string' ? this.#links.read(name, value) : null;
      if (reading === null) {
        values[name] = value;
        continue;
      }
      linkTexts.set(name, String(value));
      if (reading.ok) values[name] = reading.value;
      else linkProblems.push({ column, field: name, code: reading.code, args: reading.args ?? null });
    }
    return { values, linkTexts, linkProblems, id: this.#idIn(row) };
  }

  /** Record id of the row where the sheet has a column of them, as our own exports do. */
  #idIn(row: MappedRow): string | null {
    const column = this.#columnOf.get(idColumn);
    const value = column === undefined ? undefined : row.given[column];
    return typeof value === 'string' && recordId.test(value) ? value : null;
  }

  #keyOf(values: Values): { readonly values: Values; readonly text: string } | null {
    const fields = this.#input.ledger.naturalKey;
    const key: Record<string, Value> = {};
    for (const name of fields) key[name] = values[name] ?? null;
    if (fields.length > 0) {
      const parts = fields.map((name) => key[name] ?? null);
      return parts.includes(null) ? null : { values: key, text: parts.join(cellSeparator) };
    }
    const text = idFrom(
      this.#input.ledger.id,
      JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    );
    return { values: {}, text };
  }

  #find(given: Given, key: { readonly values: Values; readonly text: string } | null): StoredRecord | null {
    const { store, ledger } = this.#input;
    if (given.id !== null) {
      const byId = store.get(ledger.id, given.id, this.#reader);
      if (byId) return byId;
    }
    if (key === null) return null;
    if (ledger.naturalKey.length === 0) return store.get(ledger.id, key.text, this.#reader);
    if (this.#isLedgerEmpty) return null;
    const found = store.findByKey(ledger.id, key.values, this.#reader);
    return found && store.get(ledger.id, found.id, this.#reader);
  }

  #newIdFor(given: Given, key: { readonly text: string } | null): string {
    if (given.id !== null) return given.id;
    if (key && this.#input.ledger.naturalKey.length === 0) return key.text;
    return newId(this.#input.now().getTime());
  }

  #repeats(row: MappedRow, key: string | null): RowProblem[] {
    if (key === null) return [];
    const first = this.#seen.firstRow(key, row.row);
    if (first === null) return [];
    const field = this.#input.ledger.naturalKey.at(-1) ?? null;
    const column = field === null ? -1 : (this.#columnOf.get(field) ?? -1);
    return [{ column, field, code: 'key-repeated', args: { row: first } }];
  }

  #asUpdate(record: StoredRecord, given: Given, hard: readonly RowProblem[]): Verdict {
    const changes = this.#changes(record, given);
    const linkProblems = given.linkProblems.filter((p) => !this.#showsAlready(record, given, p.field));
    if (hard.length + linkProblems.length > 0) return { kind: 'bad', problems: [...hard, ...linkProblems] };
    if (Object.keys(changes).length === 0) return { kind: 'same' };
    if (record.removedAt !== null) return { kind: 'bad', problems: [removedProblem(this.#input.caller)] };
    // Only a link that changes is newly chosen; what was emptied by hand beside an old one stays so.
    const cells = given.values;
    const taken = this.#taken.of({ ...record.values, ...changes }, { links: changes, cells }) ?? {};
    const merged = { ...record.values, ...changes, ...taken };
    const filled = refilled(this.#input.ledger, merged, record.values);
    const broken = checkRow(this.#input.ledger, filled, { today: this.#input.today }).filter(
      (f) => f.level === 'error' && (f.field === null || f.field in changes || f.field in taken),
    );
    if (broken.length > 0) return { kind: 'bad', problems: broken.map((f) => problemOf(f, this.#columnOf)) };
    const values = { ...changes, ...taken };
    for (const [name, value] of Object.entries(filled)) if (merged[name] !== value) values[name] = value;
    const { id, version } = record;
    return {
      kind: 'write',
      write: { ledger: this.#input.ledger.id, id, op: 'update', values, base: version },
      isAsMapped: true,
    };
  }

  #changes(record: StoredRecord, given: Given): Record<string, Value> {
    const changes: Record<string, Value> = {};
    for (const [name, value] of Object.entries(given.values)) {
      if (this.#showsAlready(record, given, name)) continue;
      if (!this.#isSame(name, record.values[name] ?? null, value)) changes[name] = value;
    }
    return changes;
  }

  /** A link cell that holds what the stored link shows means that link, even when others have the same title. */
  #showsAlready(record: StoredRecord, given: Given, name: string | null): boolean {
    if (name === null) return false;
    const text = given.linkTexts.get(name);
    return text !== undefined && text === record.texts[name];
  }

  /** Equal, or shown the same: a sheet carries what is shown (an instant to the second), not more. */
  #isSame(name: string, stored: Value, value: Value): boolean {
    if (stored === value) return true;
    const field = this.#input.ledger.fields[name];
    if (!field || stored === null || value === null || isLink(field)) return false;
    return field.toText(readValue(stored), this.#names) === field.toText(readValue(value), this.#names);
  }
}

const removedProblem = ({ language }: Caller): RowProblem => ({
  column: -1,
  field: null,
  code: 'rule-broken',
  args: {
    text:
      language === 'zh'
        ? '该记录已注销或删除，请先恢复'
        : 'This record was ended or removed; restore it first',
  },
});
