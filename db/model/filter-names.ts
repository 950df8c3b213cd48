import type { AnyLedger } from './define-ledger.ts';
import { ledgerById } from './registry.ts';
import { fieldsOf, namedLink, removedKey, type NamedLink, type Where } from './where.ts';

/**
 * The ledger whose records link to those of another by this field; `null`: no such link, or one of a sensitive ledger,
 * which no other list may be filtered by, for it would tell who is in it.
 */
export function linkingLedger(ledger: AnyLedger, { ledger: id, link }: NamedLink): AnyLedger | null {
  const other = ledgerById.get(id);
  return other?.fields[link]?.target === ledger.id && !other.sensitive ? other : null;
}

/** The first name in a filter that no definition has; `null` when all are known. */
export function unknownName(ledger: AnyLedger, where: Where): string | null {
  for (const [key, entry] of Object.entries(where)) {
    const named = namedLink(key);
    const there = named === null ? ledger : linkingLedger(ledger, named);
    if (there === null) return key;
    const names = key === removedKey ? [] : fieldsOf({ [key]: entry });
    const unknown = names.find((name) => !Object.hasOwn(there.fields, namedLink(name)?.link ?? name));
    if (unknown !== undefined) return unknown;
  }
  return null;
}
