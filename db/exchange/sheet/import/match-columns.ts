import { toHalfWidth } from '../../../model/fields/clean-text.ts';
import type { AnyField, AnyLedger } from '../../../model/define-ledger.ts';
import { idColumn } from './import-types.ts';

/** Title of the column that holds record ids in our own exports. */
export const idTitles = { zh: '记录编号', en: 'Record id' } as const;

/** Title of the column the workbook of failures adds; left out when that workbook comes back corrected. */
export const problemTitles = { zh: '问题说明', en: 'Problems' } as const;

/** True for fields a sheet can fill: stored, not retired, no attachments (a sheet cannot carry files). */
export const isImportable = (f: AnyField): boolean =>
  f.storage !== null && f.kind !== 'attachment' && f.retired === undefined;

/**
 * Field of each title by label (either language), field name, alias; every field at most once, the first column wins.
 * Blanks, required marks, units in brackets and full-width forms make no difference.
 */
export function matchColumns(ledger: AnyLedger, titles: readonly string[]): (string | null)[] {
  const names = fieldNames(ledger);
  const taken = new Set<string>();
  return titles.map((title) => {
    const field =
      names.get(titleKey(title)) ?? names.get(titleKey(title.replace(/[（(].*[)）]/g, ''))) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** Required fields and key fields for which no column was found. */
export function missingFields(ledger: AnyLedger, fields: readonly (string | null)[]): string[] {
  const wanted = Object.entries(ledger.fields).filter(
    ([name, f]) => (f.required === true || ledger.naturalKey.includes(name)) && isImportable(f),
  );
  return wanted.map(([name]) => name).filter((name) => !fields.includes(name));
}

function fieldNames(ledger: AnyLedger): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (title: string, field: string): void => {
    const key = titleKey(title);
    if (key !== '' && !names.has(key)) names.set(key, field);
  };
  const fields = Object.entries(ledger.fields).filter(([, f]) => isImportable(f));
  // Labels first: an alias of one field may be the label of another.
  for (const [name, f] of fields) for (const title of [f.label.zh, f.label.en, name]) add(title, name);
  for (const [name, f] of fields) for (const alias of f.aliases ?? []) add(alias, name);
  for (const title of Object.values(idTitles)) add(title, idColumn);
  return names;
}

const titleKey = (title: string): string =>
  toHalfWidth(title)
    .replace(/[\s\u00a0\u3000*＊:：_]+|[（(]必填[)）]/g, '')
    .toLowerCase();
