import type { AnyField, AnyLedger } from '../../model/define-ledger.ts';
import { checkRow, checkValues } from '../../model/derive/row-check.ts';
import type { Names, Stored, Value, Values } from '../../model/field-kind.ts';
import type { Finding } from '../../model/reasons.ts';
import { arrivingValue, type Fault, fault, faultOfArriving } from '../../model/sync/arriving-row.ts';
import { codeNamed, codesLedger } from '../../model/sync/codes-ledger.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { CityTable } from '../schema/city-table.ts';

/** The definition of one ledger, asked whether what arrives may stand in its table. */
export interface Judge {
  /** True when the change can only be judged together with the values it does not give. */
  needsOthers(record: SyncRecord): boolean;
  /**
   * First fault of the record, `stored` being the column values that stand here; `null` when it may stand. Without
   * `stored` a fault that stood here before counts too.
   */
  faultOf(record: SyncRecord, stored: Readonly<Record<string, Stored>> | null): Fault | null;
}

/** The judge of a table. `names`: the codes of the town, which grow but lose none. Removal alone is never refused. */
export function judgeOf(table: CityTable, day: string, names: Names): Judge {
  const { ledger } = table;
  const decodedValues = decoderOf(table);
  const groups = groupsOf(ledger);
  const context = { today: day, names, wellFormed: new Map<AnyField, Set<Value> | 'too-many'>() };
  const shown = conditionFields(ledger);
  const wholeFindings = (row: Values): readonly Finding[] => checkRow(ledger, ledger.fill(row), context);
  /** What a change breaks by itself: values, and rules that read nothing it does not give. */
  const foundIn = (row: Values): readonly Finding[] => {
    const found = checkValues(ledger, row, context);
    if (found.some(({ level }) => level === 'error')) return found;
    const asked = ledger.rules.filter(({ reads = [] }) =>
      reads.some((names) => names.every((name) => name in row)),
    );
    return [...found, ...asked.flatMap((rule) => rule(row, context))];
  };
  const required = new Set(
    table.fields.filter(({ field }) => field.required === true).map(({ name }) => name),
  );
  return {
    needsOthers({ isWhole, values }) {
      if (isWhole) return false;
      const given = Object.keys(values);
      if (given.length === 0) return false;
      if (given.some((name) => shown.has(name) || (values[name] === null && required.has(name)))) return true;
      return groups === 'anything' || groups.some((group) => isPartly(group, values));
    },
    faultOf(record, stored) {
      if (record.ledger === codesLedger && codeNamed(record.id) === null) return fault('record-missing');
      const decoded = decodedValues(record.values);
      if ('reason' in decoded) return decoded;
      // A removed record is history: what is wrong with it stops nobody.
      if (record.removal !== null && record.removal.reason !== null) return null;
      const standing = stored === null ? null : readable(decodedValues(stored));
      const known = standing === null ? null : () => wholeFindings(standing);
      const whole = record.isWhole ? decoded.row : standing && { ...standing, ...decoded.row };
      const found = whole === null ? foundIn(decoded.row) : wholeFindings(whole);
      return faultOfArriving(ledger, record, { found, known });
    },
  };
}

const isPartly = (group: readonly string[], values: SyncRecord['values']): boolean =>
  group.some((name) => name in values) && !group.every((name) => name in values);

/** Values that could be read, `null` when not all could. */
const readable = (decoded: { readonly row: Values } | Fault): Values | null =>
  'reason' in decoded ? null : decoded.row;

/** Groups of fields that rules read together; `anything` when a rule does not say. */
function groupsOf(ledger: AnyLedger): readonly (readonly string[])[] | 'anything' {
  const groups = ledger.rules.map((rule) => rule.reads);
  return groups.includes(undefined) ? 'anything' : groups.flatMap((group) => group ?? []);
}

/** Fields that decide whether a required one is shown, and so whether it may be empty. */
function conditionFields(ledger: AnyLedger): ReadonlySet<string> {
  const isRequired = (name: string): boolean => ledger.fields[name]?.required === true;
  const own = Object.values(ledger.fields).flatMap((field) =>
    field.required === true && field.when !== undefined ? [field.when.field] : [],
  );
  const ofSections = ledger.sections.flatMap(({ when, fields }) =>
    when !== undefined && fields.some(isRequired) ? [when.field] : [],
  );
  return new Set([...own, ...ofSections]);
}

/** Texts remembered of one field; names and numbers differ in every row, and looking them up would only cost time. */
const REMEMBERED_TEXTS = 2000;

/** How one field's column is read; codes, days and links come again and again, and their texts are read once. */
interface Reader {
  readonly field: AnyField;
  known: Map<string, Value> | null;
}

/** Reads stored values into those of the known fields, or names the first that cannot be read. */
function decoderOf(table: CityTable): (values: SyncRecord['values']) => { readonly row: Values } | Fault {
  const readers = new Map(
    table.fields.map(({ name, field }): [string, Reader] => [name, { field, known: new Map() }]),
  );
  return (values) => {
    const row: Record<string, Value> = {};
    for (const name in values) {
      const stored = values[name] ?? null;
      if (typeof stored === 'string' && !isKeepable(stored)) return fault('bad-characters', name);
      const reader = readers.get(name);
      if (reader === undefined) continue;
      const value = stored === null ? null : readValue(reader, stored);
      if (value === undefined) return fault('value-unreadable', name);
      row[name] = value;
    }
    return { row };
  };
}

function readValue(reader: Reader, stored: string | number): Value | undefined {
  const { field, known } = reader;
  if (known === null || typeof stored === 'number') return arrivingValue(field, stored);
  const before = known.get(stored);
  if (before !== undefined) return before;
  const value = arrivingValue(field, stored);
  if (known.size === REMEMBERED_TEXTS) reader.known = null;
  else if (value !== undefined) known.set(stored, value);
  return value;
}

/** PostgreSQL keeps neither the zero character nor half a surrogate pair. */
const isKeepable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
