import { isLink, type AnyField, type AnyLedger } from '../../../model/define-ledger.ts';
import { checkRow, type CheckContext } from '../../../model/derive/row-check.ts';
import type { EntriesFinder } from '../../../model/derive/search-entries.ts';
import type { Names, Value, Values } from '../../../model/field-kind.ts';
import type { Finding } from '../../../model/reasons.ts';
import type { SheetRow } from '../read/sheet-row.ts';
import { KnownTexts } from './known-texts.ts';
import { isFooter } from './footer-rows.ts';
import { cellSeparator, type MappedRow, type RowProblem, type SheetHead } from './import-types.ts';

/** Words that empty a field; an empty cell leaves it alone, since half-filled sheets come back all the time. */
const clearWords = ['（清空）', '(清空)', '清空', '(clear)'];

/** Stands for a link that is not resolved yet, so that rules see the field as filled. */
const pendingLink = '00000000-0000-7000-8000-000000000000';

interface Column {
  readonly index: number;
  readonly name: string;
  readonly field: AnyField | null;
  /** The title says that amounts are in ten thousands of yuan. */
  readonly isInTenThousands: boolean;
  readonly known: KnownTexts<CellReading>;
}

/** What all rows of a sheet are mapped with. */
interface MapContext {
  readonly names: Names;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Given each row in turn, as the new record it may become. */
  readonly finder?: EntriesFinder;
}

/** Reads the cells of a row as values of the ledger's fields and checks the row as a new record. */
export function rowMapper(
  ledger: AnyLedger,
  head: SheetHead,
  { names, finder, today }: MapContext,
): (row: SheetRow) => MappedRow | null {
  const columns = head.fields.flatMap((name, index) =>
    name === null ? [] : [columnOf(ledger, name, { index, title: head.headers[index] ?? '' })],
  );
  const placeOf = new Map(columns.map((c) => [c.name, c.index]));
  // Codes are read from the tables themselves, so they are checked for their form only.
  const context = { today, wellFormed: new Map() };
  return (row) => {
    if (isFooter(row.cells)) return null;
    const { given, unreadable, values } = readCells(row, columns, names);
    if (given.length === 0 && unreadable.length === 0) return null;
    const { filled, derived, broken } = asNewRecord(ledger, values, { ...context, read: values });
    if (unreadable.length + broken.length === 0) finder?.add(filled);
    else finder?.addNothing();
    return {
      row: row.row,
      given,
      derived,
      unreadable,
      broken: told(broken, unreadable, placeOf),
      raw: row.cells.join(cellSeparator),
    };
  };
}

function columnOf(
  ledger: AnyLedger,
  name: string,
  { index, title }: { readonly index: number; readonly title: string },
): Column {
  const field = ledger.fields[name] ?? null;
  const isInTenThousands = field?.kind === 'money' && /万元|[（(]万[）)]/.test(title);
  return { index, name, field, isInTenThousands, known: new KnownTexts() };
}

/**
 * Problems worth telling: a cell that cannot be read explains why its field is empty, and a field without a column is
 * usually derived from one that has its own problem (kind of document from its number).
 */
function told(
  findings: readonly Finding[],
  unreadable: readonly RowProblem[],
  columnOf: ReadonlyMap<string, number>,
): readonly RowProblem[] {
  if (findings.length === 0) return [];
  const own = findings
    .filter((f) => !unreadable.some((u) => u.field === f.field))
    .map((f) => problemOf(f, columnOf));
  const inSheet = own.filter((p) => p.column >= 0 || p.code !== 'required');
  return unreadable.length + inSheet.length > 0 ? inSheet : own;
}

/** A finding of the row check as a problem of the sheet. */
export function problemOf(finding: Finding, columnOf: ReadonlyMap<string, number>): RowProblem {
  const column = finding.field === null ? -1 : (columnOf.get(finding.field) ?? -1);
  return { column, field: finding.field, code: finding.code, args: finding.args ?? null };
}

/** The cells of a row as they are given, those that cannot be read, and the values a new record would begin with. */
function readCells(row: SheetRow, columns: readonly Column[], names: Names) {
  const given: (Value | undefined)[] = [];
  const unreadable: RowProblem[] = [];
  const values: Record<string, Value> = {};
  for (const column of columns) {
    const { index, name, field } = column;
    const text = row.cells[index];
    if (text === undefined || text === '') continue;
    const reading = row.faults?.includes(index) === true ? faultIn(text) : readCell(column, text, names);
    if (!reading.ok)
      unreadable.push({ column: index, field: name, code: reading.code, args: reading.args ?? null });
    else if (reading.value !== undefined) {
      given[index] = reading.value;
      if (field) values[name] = isLink(field) && reading.value !== null ? pendingLink : reading.value;
    }
  }
  return { given, unreadable, values };
}

type CellReading =
  | { readonly ok: true; readonly value: Value | undefined }
  | { readonly ok: false; readonly code: RowProblem['code']; readonly args?: RowProblem['args'] };

/** A formula that failed is no value, whatever its field. */
const faultIn = (text: string): CellReading => ({ ok: false, code: 'formula-error', args: { value: text } });

function readCell({ field, isInTenThousands, known }: Column, text: string, names: Names): CellReading {
  const before = known.get(text);
  if (before !== undefined) return before;
  const isBare = isInTenThousands && /^[\d.,，\s]+$/.test(text);
  const reading = readText(field, isBare ? `${text.trim()}万` : text, names);
  known.remember(text, reading);
  return reading;
}

function readText(field: AnyField | null, text: string, names: Names): CellReading {
  const trimmed = text.trim();
  if (clearWords.includes(trimmed)) return { ok: true, value: null };
  if (field === null || isLink(field)) return { ok: true, value: trimmed === '' ? undefined : trimmed };
  const reading = field.fromText(text, names);
  if (!reading.ok) return { ok: false, code: reading.code, args: reading.args ?? null };
  return { ok: true, value: reading.value === null ? undefined : readValue(reading.value) };
}

/** A value whose type was lost: `AnyField` has lost its value type; every kind's `T` is one of `Value` (field-kind.ts). */
export const readValue = (value: unknown): Value => value as Value;

function asNewRecord(ledger: AnyLedger, values: Values, context: CheckContext) {
  const filled = ledger.fill(values);
  const derived: Record<string, Value> = {};
  for (const name of Object.keys(filled)) {
    if (filled[name] !== values[name]) derived[name] = filled[name] ?? null;
  }
  const findings = checkRow(ledger, filled, context);
  const broken = findings.length === 0 ? findings : findings.filter((f) => f.level === 'error');
  return { filled, derived, broken };
}
