import type { AnyLedger } from '../define-ledger.ts';
import type { SearchToken, Values } from '../field-kind.ts';

/** A token with the field it comes from. */
export interface RecordToken extends SearchToken {
  readonly field: string;
}

/** Everything a record can be found by: the tokens of its fields marked `search`, in the order of the definition. */
export function recordTokens(ledger: AnyLedger, row: Values): readonly RecordToken[] {
  const tokens: RecordToken[] = [];
  // Names alone: an imported row has seventy fields to pass over, and pairs of them would be made for each row.
  for (const name of Object.keys(ledger.fields)) {
    const value = row[name];
    if (value === null || value === undefined) continue;
    const field = ledger.fields[name];
    if (!field?.search || !field.tokens) continue;
    for (const { token, value: text } of field.tokens(value))
      tokens.push({ field: name, token, value: text });
  }
  return tokens;
}
