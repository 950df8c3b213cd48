import type { AnyField, AnyLedger } from '../../model/define-ledger.ts';
import { checkRow, checkValues } from '../../model/derive/row-check.ts';
import type { Stored, Value, Values } from '../../model/field-kind.ts';
import type { Finding } from '../../model/reasons.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { CityField, CityTable } from '../schema/city-table.ts';

/** Why a row is not taken as it is. */
export interface Fault {
  readonly field: string | null;
  readonly reason: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** The definition of one ledger, asked whether what arrives may stand in its table. */
export interface Judge {
  /** True when the change can only be judged together with the values it does not give. */
  needsOthers(record: SyncRecord): boolean;
  /** First fault of the record, `stored` being the column values that stand here; `null` when it may stand. */
  faultOf(record: SyncRecord, stored: Readonly<Record<string, Stored>> | null): Fault | null;
}

/**
 * Codes are not looked up: a town may have codes the city has not heard of, and they are passed on. Removal alone is
 * never refused.
 */
export function judgeOf(table: CityTable, day: string): Judge {
  const groups = groupsOf(table.ledger);
  const wellFormed = new Map<AnyField, Set<Value>>();
  const shown = conditionFields(table.ledger);
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
      const decoded = decodedValues(table, record.values);
      if ('reason' in decoded) return decoded;
      // A removed record is history: what is wrong with it stops nobody.
      if (record.removal !== null && record.removal.reason !== null) return null;
      const context = { today: day, wellFormed };
      const { ledger } = table;
      if (record.isWhole) return faultIn(record, checkRow(ledger, ledger.fill(decoded.row), context), table);
      if (stored === null) return faultIn(record, checkValues(ledger, decoded.row, context), table);
      const before = decodedValues(table, stored);
      if ('reason' in before) return faultIn(record, checkValues(ledger, decoded.row, context), table);
      const row = ledger.fill({ ...before.row, ...decoded.row });
      const found = checkRow(ledger, row, context);
      if (faultIn(record, found, table) === null) return null;
      const known = checkRow(ledger, ledger.fill(before.row), context);
      const isKnown = ({ field, code }: Finding): boolean =>
        known.some((old) => old.field === field && old.code === code);
      return faultIn(
        record,
        found.filter((finding) => !isKnown(finding)),
        table,
      );
    },
  };
}

/** First error; what the sender's definition did not ask for yet is not held against it. */
function faultIn(record: SyncRecord, findings: readonly Finding[], table: CityTable): Fault | null {
  const isLaterField = ({ field, code }: Finding): boolean =>
    code === 'required' &&
    field !== null &&
    (table.fieldByName.get(field)?.field.since ?? 1) > record.revision;
  const found = findings.find((finding) => finding.level === 'error' && !isLaterField(finding));
  return found === undefined ? null : { field: found.field, reason: found.code, args: found.args ?? {} };
}

const isPartly = (group: readonly string[], values: SyncRecord['values']): boolean =>
  group.some((name) => name in values) && !group.every((name) => name in values);

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

/** Values in memory of the known fields, or the first one that cannot be read. */
function decodedValues(table: CityTable, values: SyncRecord['values']): { readonly row: Values } | Fault {
  const row: Record<string, Value> = {};
  for (const name in values) {
    const stored = values[name] ?? null;
    const known = table.fieldByName.get(name);
    if (typeof stored === 'string' && !isKeepable(stored))
      return { field: name, reason: 'bad-characters', args: {} };
    if (known === undefined) continue;
    if (stored === null) {
      row[name] = null;
      continue;
    }
    const decoded = decodedValue(known, stored);
    if (decoded === undefined) return { field: name, reason: 'value-unreadable', args: {} };
    row[name] = decoded;
  }
  return { row };
}

/** PostgreSQL keeps neither the zero character nor half a surrogate pair. */
const isKeepable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** `undefined` when the column could not hold the value or the kind cannot read it. */
function decodedValue({ field }: CityField, stored: string | number): Value | undefined {
  if (typeof stored !== (field.storage === 'TEXT' ? 'string' : 'number')) return undefined;
  if (field.storage === 'INTEGER' && !Number.isSafeInteger(stored)) return undefined;
  try {
    // The kind's own decode answers with the kind's value; what it cannot read it throws at.
    const value: Value = field.decode(stored);
    return field.encode(value) === stored ? value : undefined;
  } catch {
    return undefined;
  }
}
