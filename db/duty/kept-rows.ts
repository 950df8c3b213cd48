import type { AnyLedger, RowOf } from '../model/define-ledger.ts';
import type { Store, Where } from '../store/api.ts';

/** A record of a ledger with its values, as reckoning needs it. */
export type Kept<L> = RowOf<L> & {
  readonly id: string;
  readonly version: number;
  readonly isRemoved: boolean;
};

/** Every record of a ledger that a filter finds, typed by its definition. */
export function rowsOf<L extends AnyLedger>(store: Store, ledger: L, where: Where): readonly Kept<L>[] {
  return store.rows(ledger.id, where).map(
    ({ id, version, isRemoved, values }) =>
      // The store decodes every column by the field kinds `RowOf` reads its types from.
      ({ ...values, id, version, isRemoved }) as Kept<L>,
  );
}
