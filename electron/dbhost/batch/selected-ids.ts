import type { Caller, Store, Where } from '../../../db/store/api.ts';

/** Rows a batch works on: chosen ids, or everything a filter shows. */
export type Selection = { readonly ids: readonly string[] } | { readonly where: Where };

const PAGE = 500;

/**
 * The ids of a selection, fixed before the first is changed: a change may move a row out of the filter or elsewhere in
 * its order. `breathe` is called between pages.
 */
export async function selectedIds(
  store: Store,
  from: { readonly ledger: string; readonly selection: Selection; readonly caller: Caller },
  breathe: () => Promise<void>,
): Promise<readonly string[]> {
  const { ledger, selection, caller } = from;
  if ('ids' in selection) return [...new Set(selection.ids)];
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const next: { after?: string } = after === null ? {} : { after };
    const page = store.page({ ledger, where: selection.where, limit: PAGE, fields: [], ...next }, caller);
    for (const { id } of page.rows) ids.push(id);
    after = page.next;
    await breathe();
  } while (after !== null);
  return ids;
}
