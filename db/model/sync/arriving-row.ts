import { ZodError } from 'zod';
import type { AnyField, AnyLedger } from '../define-ledger.ts';
import type { Value } from '../field-kind.ts';
import type { Finding } from '../reasons.ts';
import type { SyncRecord } from './sync-record.ts';

/** Why an arriving row is not taken. */
export interface Fault {
  readonly field: string | null;
  /** See `ReturnedRow`. */
  readonly reason: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** A fault that needs no arguments. */
export const fault = (reason: string, field: string | null = null): Fault => ({ field, reason, args: {} });

/** An arriving column value as the value it stands for; `undefined` when the column cannot hold this, or not in this spelling. */
export function arrivingValue(field: AnyField, stored: string | number): Value | undefined {
  if ((field.storage === 'TEXT') !== (typeof stored === 'string')) return undefined;
  if (field.storage === 'INTEGER' && !Number.isSafeInteger(stored)) return undefined;
  try {
    // A kind decodes to its own value type, and all of these are values.
    const value: Value = field.decode(stored);
    return value !== null && field.encode(value) === stored ? value : undefined;
  } catch (error) {
    if (error instanceof ZodError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * The first error of an arriving row. Not held against it is what was wrong with the record before (`known`, asked only
 * when something is wrong now) and what the sender's definition did not ask for yet.
 */
export function faultOfArriving(
  ledger: AnyLedger,
  { revision }: Pick<SyncRecord, 'revision'>,
  { found, known }: { readonly found: readonly Finding[]; readonly known: (() => readonly Finding[]) | null },
): Fault | null {
  const errors = found.filter(
    (finding) => finding.level === 'error' && !isOfLaterField(ledger, revision, finding),
  );
  if (errors.length === 0) return null;
  const old = known === null ? [] : known();
  const first = errors.find(
    ({ field, code }) =>
      !old.some((one) => one.level === 'error' && one.field === field && one.code === code),
  );
  return first === undefined ? null : { field: first.field, reason: first.code, args: first.args ?? {} };
}

const isOfLaterField = (ledger: AnyLedger, revision: number, { field, code }: Finding): boolean =>
  code === 'required' && field !== null && (ledger.fields[field]?.since ?? 1) > revision;
