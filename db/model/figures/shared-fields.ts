import type { AnyLedger } from '../define-ledger.ts';
import { ledgerById } from '../registry.ts';
import { figureOf } from './figure-of.ts';

/**
 * Whether two ledgers mean the same records by all these fields: the village, the grid. A figure over both has lines only by
 * such fields, and is told under a filter of such fields alone. Codes are each ledger's own: the sex of residents is not that
 * of the grid workers they are counted to.
 */
export function sharesFields(ledger: AnyLedger, other: string, names: readonly string[]): boolean {
  const there = ledgerById.get(other);
  if (there === undefined) return false;
  const { dimensions } = figureOf(there);
  return names.every((name) => {
    const [own, others] = [ledger.fields[name], there.fields[name]];
    if (own === undefined || others === undefined || !dimensions.includes(name)) return false;
    return own.target !== undefined && own.target === others.target;
  });
}

/** Fields of a ledger by which a figure that counts in others too has lines. @param others their ids */
export const sharedDimensions = (ledger: AnyLedger, others: readonly string[]): readonly string[] =>
  figureOf(ledger).dimensions.filter((name) => others.every((other) => sharesFields(ledger, other, [name])));
