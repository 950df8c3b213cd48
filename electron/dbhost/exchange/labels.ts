import { words } from '../../../db/model/localized.ts';
import { ledgerById } from '../../../db/model/registry.ts';
import type { Store } from '../../../db/store/api.ts';
import type { Caller } from '../../../db/store/api/caller.ts';
import type { RecordTitle } from '../../../db/store/api/records.ts';

/** Names of what in a package is no ledger of the registry. */
const others = {
  $codes: words('代码表', 'Code tables'),
  $files: words('附件', 'Attachments'),
} as const;
const removal = words('注销', 'Removal');
const removedField = '$removed';
const wholeRecord = words('整条记录', 'The whole record');

/** Name of a ledger, also of one a newer program sent. */
export function ledgerLabel(ledger: string, { language }: Pick<Caller, 'language'>): string {
  const known = ledgerById.get(ledger)?.label;
  if (known !== undefined) return known[language];
  return isOther(ledger) ? others[ledger][language] : ledger;
}

/** Name of a field; of the whole record for `null`. */
export function fieldLabel(
  { ledger, field }: { readonly ledger: string; readonly field: string | null },
  { language }: Pick<Caller, 'language'>,
): string {
  if (field === null) return wholeRecord[language];
  if (field === removedField) return removal[language];
  return ledgerById.get(ledger)?.fields[field]?.label[language] ?? field.replace(/^\$x\./, '');
}

/** True for the conflict of a removal with a change. */
export const isRemoval = (field: string): boolean => field === removedField;

/** Title of a record in the caller's language; for what is no record here, what is known of it. */
export function titleOf(
  store: Store,
  { ledger, id }: Pick<RecordTitle, 'ledger' | 'id'>,
  caller: Caller,
): RecordTitle {
  const record = ledgerById.has(ledger) ? store.get(ledger, id, caller) : null;
  return shownTitle(
    store,
    { ledger, id, title: record?.title ?? id, subtitle: record?.subtitle ?? '' },
    caller,
  );
}

/** Title the exchange gave a record; for what is no record here (its title is then the id), what is known of it. */
export function shownTitle(store: Store, given: RecordTitle, caller: Caller): RecordTitle {
  const { ledger, id, title, subtitle } = given;
  if (ledger === '$codes') return codeTitle(store, id, caller);
  return title === id
    ? { ledger, id, title, subtitle: ledgerLabel(ledger, caller) }
    : { ledger, id, title, subtitle };
}

/** An id of a code is `table/code`. */
function codeTitle(store: Store, id: string, caller: Caller): RecordTitle {
  const [name, code] = [id.slice(0, id.indexOf('/')), id.slice(id.indexOf('/') + 1)];
  const table = store.codes.list(caller.language).find((one) => one.id === name);
  const item = table?.items.find((one) => one.code === code);
  const title = [code, item?.name ?? ''].filter((text) => text !== '').join(' ');
  return { ledger: '$codes', id, title, subtitle: table?.label ?? name };
}

const isOther = (ledger: string): ledger is keyof typeof others => Object.hasOwn(others, ledger);
