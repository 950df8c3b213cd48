import { codeTableById } from '../codes/code-tables.ts';
import { type AnyField, type AnyLedger, reservedColumns, type RuleContext } from '../define-ledger.ts';
import { residentIdProblem } from '../fields/gb11643.ts';
import type { Names, Value, Values } from '../field-kind.ts';
import { type Finding, type ReasonCode, reasons } from '../reasons.ts';
import { visibleFields } from './skip-logic.ts';

/** What a check needs beside the row. */
export interface CheckContext extends RuleContext {
  /** Code tables as the town has them; without it a code is only checked for its form. */
  readonly names?: Names;
}

/**
 * Everything that is wrong with a whole row, with `fill` already applied: unknown fields, values their kind refuses,
 * codes that are in no table or out of use, required fields that are shown and empty, and the ledger's rules. The same
 * check runs in the form, in the importer and before a write. Rules see only rows whose values are well-formed.
 */
export function checkRow(ledger: AnyLedger, row: Values, context: CheckContext): readonly Finding[] {
  const findings: Finding[] = [];
  const visible = new Set(visibleFields(ledger, row));
  for (const [name, field] of Object.entries(ledger.fields)) {
    const value = row[name];
    if (value === null || value === undefined) {
      if (field.required && visible.has(name))
        findings.push({ field: name, code: 'required', level: 'error' });
    } else {
      const finding = checkField(field, value, context);
      if (finding) findings.push({ ...finding, field: name });
    }
  }
  for (const name of Object.keys(row)) {
    if (!(name in ledger.fields) && !isReserved(name)) {
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

/** What is wrong with one value of a field; `null` when nothing is. Empty values are not asked about. */
export function checkField(
  field: AnyField,
  value: Value,
  context: CheckContext,
): Omit<Finding, 'field'> | null {
  if (field.storage === null) return null;
  const outcome = field.check.safeParse(value);
  if (outcome.success) return checkCodes(field, value, context);
  const message = outcome.error.issues[0]?.message ?? '';
  const code = isReason(message) ? message : 'rule-broken';
  const args = argumentsOf(field, { code, value, context });
  return { code, level: 'error', ...(args && { args }) };
}

function checkCodes(field: AnyField, value: Value, { names }: CheckContext): Omit<Finding, 'field'> | null {
  const table = field.table;
  if (table === undefined || names === undefined) return null;
  const codes = typeof value === 'object' ? (value ?? []) : [String(value)];
  const unknown = codes.find((code) => names.codeName(table, code) === null);
  if (unknown !== undefined) {
    const label = codeTableById.get(table)?.label[names.language] ?? table;
    return { code: 'unknown-code', level: 'error', args: { value: unknown, table: label } };
  }
  for (const code of codes) {
    const until = names.codeEnd?.(table, code);
    if (until === null || until === undefined) continue;
    // Old records keep their code; a save that leaves it alone must not be stopped.
    return {
      code: 'expired-code',
      level: 'warning',
      args: { value: names.codeName(table, code) ?? code, until },
    };
  }
  return null;
}

function argumentsOf(
  field: AnyField,
  {
    code,
    value,
    context,
  }: { readonly code: ReasonCode; readonly value: Value; readonly context: CheckContext },
): Finding['args'] {
  const { language = 'zh' } = context;
  switch (code) {
    case 'too-long':
      return { max: field.max ?? 0, actual: [...String(value)].length };
    case 'too-small':
      return { min: field.min ?? Number.MIN_SAFE_INTEGER };
    case 'too-large':
      return { max: field.max ?? Number.MAX_SAFE_INTEGER };
    case 'too-precise':
      return { digits: field.digits ?? 0 };
    case 'unknown-code':
      return { value: String(value), table: codeTableById.get(field.table ?? '')?.label[language] ?? '' };
    case 'link-none':
      return { value: String(value), ledger: field.label[language] };
    case 'rule-broken':
      return { text: field.label[language] };
    default:
      return residentIdProblem(String(value))?.args;
  }
}

const isReason = (text: string): text is ReasonCode => text in reasons;

function isReserved(name: string): boolean {
  const reserved: readonly string[] = reservedColumns;
  return reserved.includes(name);
}
