import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind, Reading } from '../field-kind.ts';
import { hasUnkeepable, toHalfWidth } from './clean-text.ts';
import { cleanIdentifier, isDamagedNumber } from './damaged-number.ts';
import { isResidentId, residentIdBirth, residentIdFrom15, residentIdProblem } from './gb11643.ts';
import { once } from '../once.ts';

/** Options of an id number. */
export interface ResidentIdOptions extends FieldOptions {
  /**
   * The field also holds numbers of other documents (passport, permits); which, another field says, and a rule of
   * the ledger checks the two together. Without it only citizen id numbers (公民身份号码, GB 11643-1999) are taken.
   */
  readonly otherDocuments?: boolean;
}

/** Longest number of any document, GB/T 31000 证件号码 C30. */
const longest = 30;

/** A citizen id number in its 18-character form, or the number of another document where the field allows it. */
export function residentId<const O extends ResidentIdOptions>(options: O): FieldKind<string> & O {
  const kind: FieldKind<string> = {
    kind: 'resident-id',
    storage: 'TEXT',
    check: once(() => (options.otherDocuments ? anyDocument : citizenNumber)),
    fits: (value) => typeof value === 'string' && isResidentId(value),
    encode: (value) => value,
    decode: String,
    toText: (value) => value,
    fromText: (cell) => readResidentId(cell, options.otherDocuments ?? false),
    tokens: (value) => [{ token: 'code', value }],
    mask: maskDocumentNumber,
    merge: 'newest',
    totals: 'none',
    numeric: false,
  };
  return field(kind, options);
}

const citizenNumber = z.string('id-characters').superRefine((value, context) => {
  const problem = residentIdProblem(value);
  if (problem) context.addIssue({ code: 'custom', message: problem.code });
});

const anyDocument = z
  .string('bad-document-number')
  .min(1, 'required')
  .max(longest, 'bad-document-number')
  .refine((value) => !/\s/.test(value) && !hasUnkeepable(value), 'bad-document-number');

/**
 * Reads the spellings found in offices: full-width, blanks, hyphens, a leading apostrophe, lower-case x, a trailing
 * `.0`, the 15-digit form. What a spreadsheet has rounded is refused, not guessed.
 */
export function readResidentId(cell: string, otherDocuments: boolean): Reading<string> {
  const raw = cell.trim();
  if (isDamagedNumber(toHalfWidth(raw))) return { ok: false, code: 'number-damaged', args: { value: raw } };
  const text = cleanNumber(raw);
  if (text === '') return { ok: true, value: null };
  const id = isOldForm(text) ? residentIdFrom15(text) : text;
  const problem = residentIdProblem(id);
  if (problem === null) return { ok: true, value: id };
  // 15 digits survive in a double: a rounded 18-digit number ends in 000.
  if (problem.code === 'id-check' && id.endsWith('000')) {
    return { ok: false, code: 'number-damaged', args: { value: raw } };
  }
  if (!otherDocuments) return problem;
  const isKeepable = [...id].length <= longest && !/\s/.test(id) && !hasUnkeepable(id);
  return isKeepable ? { ok: true, value: id } : { ok: false, code: 'bad-document-number' };
}

/** 441900********1238: the first 6 and last 4 stay; of shorter numbers a quarter at either end. */
function maskDocumentNumber(value: string): string {
  const [head, tail] =
    value.length === 18 ? [6, 4] : [Math.floor(value.length / 4), Math.floor(value.length / 4)];
  return value.slice(0, head) + '*'.repeat(value.length - head - tail) + value.slice(value.length - tail);
}

function cleanNumber(raw: string): string {
  const text = cleanIdentifier(toHalfWidth(raw)).replace(/[-‐‑–—_]/g, '');
  // The last character of an id number is at times typed as a Cyrillic or multiplication sign.
  return /^\d{17}[ХхΧχ×✕*]$/.test(text) ? `${text.slice(0, 17)}X` : text;
}

const isOldForm = (text: string): boolean =>
  /^[1-9]\d{14}$/.test(text) && residentIdBirth(`${text.slice(0, 6)}19${text.slice(6)}`) !== null;
