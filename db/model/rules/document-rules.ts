import type { LedgerRule } from '../define-ledger.ts';
import { carriesBirth, documentNumberProblem, isLikeResidentId } from '../fields/document-number.ts';
import { residentIdBirth, residentIdSex } from '../fields/gb11643.ts';
import type { Values } from '../field-kind.ts';
import type { Finding } from '../reasons.ts';

/** Names of the fields that hold a document, and what its number tells about the person. */
export interface DocumentFields {
  readonly type: string;
  readonly number: string;
  readonly birth?: string;
  readonly sex?: string;
}

/** Rule: the number fits its kind of document; where the number carries birth day and sex, they agree with the row. */
export function documentFits(fields: DocumentFields): LedgerRule {
  const rule: LedgerRule = (row) => {
    const [type, number] = [row[fields.type], row[fields.number]];
    if (typeof type !== 'string' || typeof number !== 'string') return [];
    const problem = documentNumberProblem(type, number);
    if (problem) {
      const { code, args } = problem;
      return [{ field: fields.number, code, level: 'error', ...(args && { args }) }];
    }
    // The number was found right a line above, so it carries what its kind says.
    return isLikeResidentId(type, number) ? agreement(row, number, fields) : [];
  };
  const all = [fields.type, fields.number, fields.birth, fields.sex];
  return Object.assign(rule, { reads: [all.filter((name) => name !== undefined)] });
}

function agreement(row: Values, number: string, fields: DocumentFields): readonly Finding[] {
  const findings: Finding[] = [];
  const birth = fields.birth === undefined ? null : row[fields.birth];
  const sex = fields.sex === undefined ? null : row[fields.sex];
  if (fields.birth && typeof birth === 'string' && birth !== residentIdBirth(number)) {
    findings.push({ field: fields.birth, code: 'birth-mismatch', level: 'error' });
  }
  if (fields.sex && (sex === '1' || sex === '2') && sex !== residentIdSex(number)) {
    findings.push({ field: fields.sex, code: 'sex-mismatch', level: 'error' });
  }
  return findings;
}

/**
 * Fill: the kind of document when it is empty and the number looks like a citizen id number, right or wrong (111
 * 居民身份证; sheets often have no column for the kind), then birth day and sex from the number. Other numbers have
 * shapes that several documents share, so their kind is asked for. Only empty fields are filled.
 */
export function fillFromDocument(row: Values, fields: DocumentFields): Values {
  const number = row[fields.number];
  if (typeof number !== 'string') return row;
  const filled: Record<string, Values[string]> = { ...row };
  const type = row[fields.type] ?? (/^\d{10,}X?$/.test(number) ? '111' : null);
  if (type === null) return row;
  filled[fields.type] = type;
  if (typeof type !== 'string' || !carriesBirth(type, number)) return filled;
  if (fields.birth) filled[fields.birth] ??= residentIdBirth(number);
  if (fields.sex) filled[fields.sex] ??= residentIdSex(number);
  return filled;
}
