import { formKinds, readPlaces } from '../../model/forms/form-mapping.ts';
import { formTemplate } from '../../model/ledgers/base/form-template.ts';
import { ledgerById } from '../../model/registry.ts';
import type { Caller, Store } from '../../store/api.ts';
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
  const { name, ledger, kind, file, mapping } = record.values;
  const definition = ledgerById.get(String(ledger));
  if (definition === undefined) throw new FormRefused('unknown-ledger', { ledger: String(ledger) });
  const places = readPlaces(typeof mapping === 'string' ? mapping : null);
  const hash = typeof file === 'object' ? (file?.[0] ?? '') : '';
  const bytes = store.attachments.read(hash);
  if (bytes === null) throw new FormRefused('no-file');
  if (places === null) throw new FormRefused('bad-marks');
  return {
    id,
    name: String(name),
    ledger: definition,
    kind: formKinds.find((one) => one === kind) ?? 'record',
    bytes,
    places,
    fileName: store.attachments.info(hash)?.name ?? '',
  };
}

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
