import type { AnyLedger } from '../define-ledger.ts';

/** Ledgers whose records follow the rules kept in a ledger (`follows` with `reads`): what a changed rule concerns. */
export const ruleFollowers = (rules: string, ledgers: readonly AnyLedger[]): readonly AnyLedger[] =>
  ledgers.filter(({ follows }) => follows.some(({ reads }) => reads?.includes(rules) === true));
