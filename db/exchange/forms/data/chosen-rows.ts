import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AnyLedger } from '../../../model/define-ledger.ts';
import type { Reference } from '../../../model/derive/references.ts';
import type { Caller, Store, Where } from '../../../store/api.ts';
import { FormRefused } from '../form-refused.ts';
import type { FormRow } from '../form-source.ts';

/** Which records a form is filled with: those named, or what a filter finds, in its order. */
export type FormSelection =
  { readonly ids: readonly string[] } | { readonly where: Where; readonly sort?: string };

/** Rows of the longest form: a list a person could still sign, and what a sheet is filled with in a few seconds. */
const MOST_ROWS = 10_000;
const PAGE_ROWS = 500;

interface Asking {
  readonly store: Store;
  readonly caller: Caller;
}

/** The chosen records in order. @throws FormRefused when there are too many, or one named is not there */
export async function chosenRows(
  asking: Asking,
  ledger: AnyLedger,
  selection: FormSelection,
): Promise<readonly FormRow[]> {
  const ids = 'ids' in selection ? selection.ids : await foundIds(asking, ledger, selection);
  if (ids.length > MOST_ROWS) throw new FormRefused('too-many', { max: MOST_ROWS });
  if (ids.length === 0) throw new FormRefused('no-record');
  return numbered(ledger, ids);
}

const numbered = (ledger: AnyLedger, ids: readonly string[]): readonly FormRow[] =>
  ids.map((id, i) => ({ ledger, id, number: i + 1 }));

async function foundIds(
  { store, caller }: Asking,
  ledger: AnyLedger,
  { where, sort }: { readonly where: Where; readonly sort?: string },
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: ReturnType<Store['page']> = store.page(
      {
        ledger: ledger.id,
        where,
        limit: PAGE_ROWS,
        fields: ledger.title,
        ...(sort === undefined ? {} : { sort }),
        ...(after === null ? {} : { after }),
      },
      caller,
    );
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
    await nextTurn();
  } while (after !== null && ids.length <= MOST_ROWS);
  return ids;
}

/** Current records of another ledger that point to this one, in that ledger's own order. */
export function relatedRows(
  { store, caller }: Asking,
  { ledger, field }: Reference,
  id: string,
): readonly FormRow[] {
  const { rows } = store.page(
    { ledger: ledger.id, where: { [field]: id }, limit: PAGE_ROWS, fields: ledger.title },
    caller,
  );
  return numbered(
    ledger,
    rows.map((row) => row.id),
  );
}
