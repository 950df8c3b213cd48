import { defineLedger, type AnyLedger } from '../define-ledger.ts';
import { integer } from '../fields/integer.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';

/** Name under which edited codes travel; the id of a record is `table/code`. */
export const codesLedger = '$codes';

/** Table and code of a code's record; `null` when its id is none. */
export function codeNamed(id: string): { readonly table: string; readonly code: string } | null {
  const slash = id.indexOf('/');
  if (slash <= 0 || slash === id.length - 1) return null;
  return { table: id.slice(0, slash), code: id.slice(slash + 1) };
}

const definition = defineLedger({
  id: 'codes',
  revision: 1,
  area: 'base',
  label: words('代码', 'Codes'),
  counter: words('项', 'codes'),
  source: 'Code tables as a town has edited them (docs/package-format.md)',
  fields: {
    name: text({ label: words('名称', 'Name'), max: 200, required: true }),
    name_en: text({ label: words('英文名称', 'Name in English'), max: 200 }),
    valid_from: text({ label: words('启用日期', 'Valid from'), max: 40 }),
    valid_to: text({ label: words('停用日期', 'Valid to'), max: 40 }),
    place: integer({ label: words('序号', 'Place') }),
  },
  title: ['name'],
  sections: [
    { label: words('基本', 'Basic'), fields: ['name', 'name_en', 'valid_from', 'valid_to', 'place'] },
  ],
  list: ['name', 'valid_from', 'valid_to'],
  naturalKey: [],
  sort: 'name',
});

/**
 * Edited codes as a ledger, for a place that keeps them like any record. It is in no registry and in no window; its id
 * is the one name that is no table's, so that no ledger can take it.
 */
export const editedCodes: AnyLedger = Object.freeze({ ...definition, id: codesLedger });
