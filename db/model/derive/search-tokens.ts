import type { AnyLedger } from '../define-ledger.ts';
import type { SearchToken, Values } from '../field-kind.ts';

/** A token with the field it comes from. */
export interface RecordToken extends SearchToken {
  readonly field: string;
}

/** Everything a record can be found by: the tokens of its fields marked `search`, in the order of the definition. */
export function recordTokens(ledger: AnyLedger, row: Values): readonly RecordToken[] {
  const tokens: RecordToken[] = [];
  for (const [name, field] of Object.entries(ledger.fields)) {
    const value = row[name];
    if (!field.search || !field.tokens || value === null || value === undefined) continue;
    for (const { token, value: text } of field.tokens(value))
      tokens.push({ field: name, token, value: text });
  }
  return tokens;
}
