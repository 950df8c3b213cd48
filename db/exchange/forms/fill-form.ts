import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AnyLedger } from '../../model/define-ledger.ts';
import type { FormKind, FormPlace } from '../../model/forms/form-mapping.ts';
import { ledgerById } from '../../model/registry.ts';
import type { Caller, Store } from '../../store/api.ts';
import { checkForm } from './check-form.ts';
import type { fillDocument as fillDocumentType } from './document/fill-document.ts';
import { chosenRows, type FormSelection } from './data/chosen-rows.ts';
import { noFigures, type Figures } from './data/report-figures.ts';
import { StoreSource } from './data/store-source.ts';
import { FormNames } from './form-names.ts';
import type { FormRow } from './form-source.ts';
import type { FormProblem } from './form-problem.ts';
import { FormRefused } from './form-refused.ts';
import { openOfficeFile, type OfficeFile } from './package/office-file.ts';
import { packOfficeFile } from './package/pack-office-file.ts';
import { fillWorkbook } from './workbook/fill-workbook.ts';

/** A form as it is filled: the file as it came, where its values come from, the marks set by clicking. */
export interface Form {
  readonly ledger: AnyLedger;
  readonly kind: FormKind;
  readonly bytes: Uint8Array;
  readonly places: readonly FormPlace[];
}

/** Who fills it with what. */
export interface FormOrder {
  readonly store: Store;
  readonly caller: Caller;
  readonly selection: FormSelection;
  /** Figures by name for `{数:名称}`. Without it no figure has a name. */
  readonly figures?: Figures;
  /** Of a form for one record: one file for each of the records, packed into one zip. Without it only one is taken. */
  readonly each?: boolean;
  readonly now: () => Date;
}

export type FormOutcome =
  | {
      readonly ok: true;
      readonly bytes: Buffer;
      readonly kind: OfficeFile['kind'] | 'zip';
      readonly rows: number;
    }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/**
 * Fills a form. All marks are looked up first; when one is wrong nothing is filled and all that are wrong are named.
 * Sensitive ledgers never enter a general form (data law 9). @throws FormRefused
 */
export async function fillForm(form: Form, order: FormOrder): Promise<FormOutcome> {
  const { selection, figures = noFigures } = order;
  const names = namesOf(form, figures);
  const file = await openOfficeFile(form.bytes);
  const { marks, problems } = await checkForm(file, form.places, names);
  if (problems.length > 0) return { ok: false, problems };
  if (marks === 0) throw new FormRefused('no-marks');
  const rows = await chosenRows(order, form.ledger, selection);
  const filling = { form, order, names, file };
  if (form.kind === 'list')
    return { ok: true, bytes: await fillOne(filling, rows), kind: file.kind, rows: rows.length };
  if (order.each === true)
    return { ok: true, bytes: await fillEach(filling, rows), kind: 'zip', rows: rows.length };
  if (rows.length > 1) throw new FormRefused('one-record');
  return { ok: true, bytes: await fillOne(filling, rows), kind: file.kind, rows: 1 };
}

interface Filling {
  readonly form: Form;
  readonly order: FormOrder;
  readonly names: FormNames;
  readonly file: OfficeFile;
}

async function fillOne({ form, order, names, file }: Filling, rows: readonly FormRow[]): Promise<Buffer> {
  const { store, caller, figures = noFigures, now } = order;
  const missing = rows.find(({ id }) => store.get(form.ledger.id, id, caller) === null);
  if (missing !== undefined) throw new FormRefused('no-record');
  const source = new StoreSource({ store, caller, names, rows, figures, now: now() });
  const filling = { places: form.places, source, rows: form.kind === 'record' ? rows : [] };
  const parts =
    file.kind === 'xlsx' ? await fillWorkbook(file, filling) : await filledDocument(file, filling);
  return packOfficeFile(parts);
}

type FillDocument = typeof fillDocumentType;

/** The library for Word files is loaded with the first of them. */
async function filledDocument(...of: Parameters<FillDocument>): Promise<ReturnType<FillDocument>> {
  const { fillDocument } = await import('./document/fill-document.ts');
  return fillDocument(...of);
}

/** Files made at once: what a clerk prints in a morning. */
const MOST_FILES = 500;

/** One file a record, named by number and title. */
async function fillEach(filling: Filling, rows: readonly FormRow[]): Promise<Buffer> {
  if (rows.length > MOST_FILES) throw new FormRefused('too-many', { max: MOST_FILES });
  const { order, form, file } = filling;
  const files = new Map<string, Buffer>();
  for (const row of rows) {
    const title = order.store.get(form.ledger.id, row.id, order.caller)?.title ?? '';
    const name = legalName(`${String(row.number).padStart(3, '0')} ${title}`);
    files.set(`${name}.${file.kind}`, await fillOne(filling, [{ ...row, number: 1 }]));
    await nextTurn();
  }
  return packOfficeFile(files);
}

/** A title without what Windows forbids in the name of a file. */
const legalName = (title: string): string =>
  title
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, '_')
    .slice(0, 80)
    .trim();

/** What is wrong with a form before it is filled. @throws FormRefused */
export async function examineForm(form: Form, figures: Figures = noFigures) {
  const names = namesOf(form, figures);
  const file = await openOfficeFile(form.bytes);
  return { kind: file.kind, ...(await checkForm(file, form.places, names)) };
}

function namesOf({ ledger, kind }: Form, figures: Figures): FormNames {
  if (ledger.sensitive) throw new FormRefused('sensitive');
  return new FormNames({ ledger, kind, byId: ledgerById, hasFigure: (name) => figures(name) !== null });
}
