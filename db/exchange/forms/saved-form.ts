import { formKinds, readPlaces, type FormKind } from '../../model/forms/form-mapping.ts';
import type { Values } from '../../model/field-kind.ts';
import { formTemplate } from '../../model/ledgers/base/form-template.ts';
import { ledgerById } from '../../model/registry.ts';
import type { Caller, Store, StoredRecord } from '../../store/api.ts';
import type { Form } from './fill-form.ts';
import { FormRefused } from './form-refused.ts';
import type { OfficeFile } from './package/office-file.ts';

/** Media types of the files that can be forms. */
const mediaTypes: Readonly<Record<OfficeFile['kind'], string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A form kept in the ledger of forms. */
export interface SavedForm extends Form {
  readonly id: string;
  readonly name: string;
  /** Name of the file as it came. */
  readonly fileName: string;
}

/** Reads a kept form with its file; `null` = no such form. @throws FormRefused when something of it is missing */
export function readForm(store: Store, id: string, caller: Caller): SavedForm | null {
  const record = store.get(formTemplate.id, id, caller);
  if (record === null) return null;
  const { name, ledger, kind, mapping } = record.values;
  const definition = ledgerById.get(String(ledger));
  if (definition === undefined) throw new FormRefused('unknown-ledger', { ledger: String(ledger) });
  const places = readPlaces(typeof mapping === 'string' ? mapping : null);
  const hash = fileOf(record.values);
  const bytes = store.attachments.read(hash, caller);
  if (bytes === null) throw new FormRefused('no-file');
  if (places === null) throw new FormRefused('bad-marks');
  return {
    id,
    name: String(name),
    ledger: definition,
    kind: kindOf(kind),
    bytes,
    places,
    fileName: store.attachments.info(hash, caller)?.name ?? '',
  };
}

/** A kept form as lists show it. */
export interface FormEntry {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly ledger: string;
  readonly kind: FormKind;
  readonly issuer: string;
  readonly frequency: string;
  readonly fileKind: OfficeFile['kind'];
  readonly fileName: string;
}

/** Forms of an office are dozens; a page holds them all. */
const MOST_FORMS = 500;

/** Kept forms by name, of one ledger or (`null`) all. Forms of ledgers this program does not know are left out. */
export function listForms(
  { store, caller }: { readonly store: Store; readonly caller: Caller },
  ledger: string | null,
): readonly FormEntry[] {
  const where = ledger === null ? {} : { ledger };
  const { rows } = store.page(
    { ledger: formTemplate.id, where, limit: MOST_FORMS, fields: ['name'] },
    caller,
  );
  return rows.flatMap(({ id }) => {
    const record = store.get(formTemplate.id, id, caller);
    return record === null || !ledgerById.has(String(record.values['ledger']))
      ? []
      : [entryOf(store, record, caller)];
  });
}

function entryOf(store: Store, { id, version, values, texts }: StoredRecord, caller: Caller): FormEntry {
  const fileName = store.attachments.info(fileOf(values), caller)?.name ?? '';
  return {
    id,
    version,
    name: String(values['name']),
    ledger: String(values['ledger']),
    kind: kindOf(values['kind']),
    issuer: texts['issuer'] ?? '',
    frequency: texts['frequency'] ?? '',
    fileKind: /\.docx$/iu.test(fileName) ? 'docx' : 'xlsx',
    fileName,
  };
}

/** Hash of a form's file; empty when it has none. */
function fileOf({ file }: Values): string {
  return typeof file === 'object' ? (file?.[0] ?? '') : '';
}

const kindOf = (value: unknown): FormKind => formKinds.find((one) => one === value) ?? 'record';

/** Keeps the file of a form beside the database; the hash goes into the form's record. */
export function keepFormFile(
  store: Store,
  {
    bytes,
    name,
    kind,
  }: { readonly bytes: Uint8Array; readonly name: string; readonly kind: OfficeFile['kind'] },
): string {
  return store.attachments.put(bytes, name, mediaTypes[kind]).hash;
}
