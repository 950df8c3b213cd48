import type { AnyLedger } from '../define-ledger.ts';
import type { Values } from '../field-kind.ts';

/**
 * The row to be kept after an edit of `before`: filled, and with what the ledger derives from other fields following
 * them. A derived value counts as written by hand, and stays, once it is not what `fill` would have made of the row
 * as it was, or when the edit itself changes it. `before` is `null` for a new record.
 */
export function refilled(
  ledger: Pick<AnyLedger, 'fill' | 'derived'>,
  row: Values,
  before: Values | null,
): Values {
  const following =
    before === null ? [] : ledger.derived.filter((name) => isFollowing(ledger, row, { before, name }));
  const filled = ledger.fill({ ...row, ...Object.fromEntries(following.map((name) => [name, null])) });
  // What no longer follows from anything (the new id number is mistyped, or of another document) stays as it was.
  const lost = following.filter((name) => (filled[name] ?? null) === null);
  return lost.length === 0
    ? filled
    : { ...filled, ...Object.fromEntries(lost.map((name) => [name, row[name] ?? null])) };
}

function isFollowing(
  ledger: Pick<AnyLedger, 'fill'>,
  row: Values,
  { before, name }: { readonly before: Values; readonly name: string },
): boolean {
  const value = before[name] ?? null;
  return value !== null && row[name] === value && ledger.fill({ ...before, [name]: null })[name] === value;
}
