import { codeTableById } from '../codes/code-tables.ts';
import { type AnyField, type AnyLedger, reservedColumns, type RuleContext } from '../define-ledger.ts';
import { residentIdProblem } from '../fields/gb11643.ts';
import type { Names, Value, Values } from '../field-kind.ts';
import type { Language } from '../localized.ts';
import { type Finding, type ReasonCode, reasons } from '../reasons.ts';
import { visibleFields } from './skip-logic.ts';

/** What a check needs beside the row. */
export interface CheckContext extends RuleContext {
  /** Code tables as the town has them; without it a code is only checked for its form. */
  readonly names?: Names;
  /**
   * Values without any finding before, for checks of very many rows: codes, days and links come again and again. Filled
   * by the check; kept by the caller for as long as `names` lose no code.
   */
  readonly wellFormed?: Map<AnyField, Set<Value> | 'too-many'>;
  /** Values as their kinds read them from texts (`fromText`), which are well-formed; not used together with `names`. */
  readonly read?: Values;
}

/** Values remembered of one field; names and numbers differ in every row, and looking them up would only cost time. */
const REMEMBERED_VALUES = 2000;

/**
 * Everything that is wrong with a whole row, with `fill` already applied: unknown fields, values their kind refuses,
 * codes that are in no table or out of use, required fields that are shown and empty, and the ledger's rules. The same
 * check runs in the form, in the importer and before a write. Rules see only rows whose values are well-formed.
 */
export function checkRow(ledger: AnyLedger, row: Values, context: CheckContext): readonly Finding[] {
  const { findings, missing } = checkFields(ledger, row, context);
  // Skip logic is asked only when it matters: most rows of an import miss nothing.
  const visible = missing.length === 0 ? [] : visibleFields(ledger, row);
  for (const name of missing.filter((m) => visible.includes(m))) {
    findings.push({ field: name, code: 'required', level: 'error' });
  }
  for (const name in row) {
    if (!Object.hasOwn(ledger.fields, name) && !isReserved(name)) {
      findings.push({ field: name, code: 'unknown-field', level: 'error' });
    }
  }
  // A broken value may have any shape: rules that read it would be guessing.
  const isWellFormed = !findings.some((f) => f.code !== 'required' && f.level === 'error');
  const broken = isWellFormed ? ledger.rules.flatMap((rule) => rule(row, context)) : [];
  return [
    ...findings,
    ...broken.filter((b) => !findings.some((f) => f.field === b.field && f.code === b.code)),
  ];
}

/** What is wrong with each value by itself, and which required fields are empty. */
function checkFields(
  ledger: AnyLedger,
  row: Values,
  context: CheckContext,
): { readonly findings: Finding[]; readonly missing: readonly string[] } {
  const findings: Finding[] = [];
  const missing: string[] = [];
  // Lists of sixty entries made for each of a million rows would cost more than looking at the values.
  for (const name in ledger.fields) {
    const field = ledger.fields[name];
    const value = row[name];
    if (field === undefined) continue;
    if (value === null || value === undefined) {
      if (field.required) missing.push(name);
    } else if (value !== context.read?.[name]) {
      const finding = checkField(field, value, context);
      if (finding) findings.push({ ...finding, field: name });
    }
  }
  return { findings, missing };
}

/**
 * What is wrong with the given values by themselves, for a change of some fields: neither what is missing nor the rules
 * are asked. Names that are no field are left to the caller.
 */
export function checkValues(ledger: AnyLedger, values: Values, context: CheckContext): readonly Finding[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = ledger.fields[name];
    const finding = field && value !== null ? checkField(field, value, context) : null;
    return finding ? [{ ...finding, field: name }] : [];
  });
}

const fitting = { success: true } as const;

/** What is wrong with one value of a field; `null` when nothing is. Empty values are not asked about. */
function checkField(field: AnyField, value: Value, context: CheckContext): Omit<Finding, 'field'> | null {
  if (field.storage === null) return null;
  if (isKnownFit(field, value, context)) return null;
  const outcome = field.fits?.(value) === true ? fitting : field.check().safeParse(value);
  if (outcome.success) {
    const finding = checkCodes(field, value, context);
    if (finding === null) remember(field, value, context);
    return finding;
  }
  const message = outcome.error.issues[0]?.message ?? '';
  const code = isReason(message) ? message : 'rule-broken';
  const args = argumentsOf(field, { code, value, context });
  return { code, level: 'error', ...(args && { args }) };
}

function isKnownFit(field: AnyField, value: Value, { wellFormed }: CheckContext): boolean {
  const values = wellFormed?.get(field);
  return values !== undefined && values !== 'too-many' && values.has(value);
}

function remember(field: AnyField, value: Value, { wellFormed }: CheckContext): void {
  const values = wellFormed?.get(field) ?? new Set<Value>();
  if (values === 'too-many') return;
  wellFormed?.set(field, values.size < REMEMBERED_VALUES ? values.add(value) : 'too-many');
}

function checkCodes(field: AnyField, value: Value, { names }: CheckContext): Omit<Finding, 'field'> | null {
  const { table } = field;
  if (table === undefined || !names || value === null) return null;
  const codes = typeof value === 'object' ? value : [String(value)];
  for (const code of codes) {
    const name = names.codeName(table, code);
    if (name === null) {
      return {
        code: 'unknown-code',
        level: 'error',
        args: { value: code, table: tableLabel(table, names.language) },
      };
    }
    const until = names.codeEnd?.(table, code) ?? null;
    // Old records keep their code; a save that leaves it alone must not be stopped.
    if (until !== null) return { code: 'expired-code', level: 'warning', args: { value: name, until } };
  }
  return null;
}

const tableLabel = (table: string, language: Language): string =>
  codeTableById.get(table)?.label[language] ?? table;

interface Refusal {
  readonly code: ReasonCode;
  readonly value: Value;
  readonly context: CheckContext;
}

/** What fills the placeholders of a kind's refusal. */
function argumentsOf(field: AnyField, { code, value, context }: Refusal): Finding['args'] {
  const { language = 'zh' } = context;
  const argsByCode: Partial<Record<ReasonCode, () => Finding['args']>> = {
    'too-long': () => ({ max: Number(field.max), actual: [...String(value)].length }),
    'too-small': () => ({ min: Number(field.min) }),
    'too-large': () => ({ max: Number(field.max) }),
    'too-precise': () => ({ digits: Number(field.digits) }),
    'unknown-code': () => ({ value: String(value), table: tableLabel(String(field.table), language) }),
    'link-none': () => ({ value: String(value), ledger: field.label[language] }),
    'rule-broken': () => ({ text: field.label[language] }),
  };
  return argsByCode[code] ? argsByCode[code]() : residentIdProblem(String(value))?.args;
}

const isReason = (text: string): text is ReasonCode => text in reasons;

function isReserved(name: string): boolean {
  const reserved: readonly string[] = reservedColumns;
  return reserved.includes(name);
}
