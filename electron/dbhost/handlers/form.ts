import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { FormSelection } from '../../../db/exchange/forms/data/chosen-rows.ts';
import { reportFigures } from '../../../db/exchange/forms/data/report-figures.ts';
import { examineForm, fillForm } from '../../../db/exchange/forms/fill-form.ts';
import { problemText, type FormProblem } from '../../../db/exchange/forms/form-problem.ts';
import { FormRefused, refusalText } from '../../../db/exchange/forms/form-refused.ts';
import { openOfficeFile } from '../../../db/exchange/forms/package/office-file.ts';
import { keepFormFile, listForms, readForm } from '../../../db/exchange/forms/saved-form.ts';
import { viewForm } from '../../../db/exchange/forms/view-form.ts';
import { writeThenRename } from '../../../db/exchange/sheet/write/write-workbook.ts';
import type { Language } from '../../../db/model/localized.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import type { Caller, Store } from '../../../db/store/api.ts';
import type { Input } from '../../contract/calls.ts';
import { Refusal } from '../../contract/serve.ts';
import { defined } from '../defined.ts';
import type { JobEnd } from '../jobs/jobs.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { toWhere } from './to-where.ts';

/** Forms of superior offices. */
export function createFormHandlers(desk: Desk): HandlersOf<'form'> {
  return {
    'form.look': ({ file }, { store, caller }) =>
      answered(caller.language, async () => {
        const bytes = await readFile(file).catch(() => null);
        if (bytes === null) throw new FormRefused('no-file');
        const office = await openOfficeFile(bytes);
        const name = path.basename(file);
        const hash = keepFormFile(store, { bytes, name, kind: office.kind });
        return { hash, name, view: viewForm(office) };
      }),
    'form.view': ({ hash }, { store, caller }) =>
      answered(caller.language, async () => {
        const office = await openOfficeFile(bytesOf(store, hash, caller));
        return { name: store.attachments.info(hash, caller)?.name ?? '', view: viewForm(office) };
      }),
    'form.check': ({ ledger, kind, hash, places }, { store, caller }) =>
      answered(caller.language, async () => {
        const form = { ledger: ledgerOf(ledger), kind, bytes: bytesOf(store, hash, caller), places };
        const { marks, problems } = await examineForm(
          form,
          reportFigures({ store, caller, now: desk.now() }),
        );
        return { marks, problems: told(problems, caller.language) };
      }),
    'form.list': ({ ledger }, { store, caller }) => listForms({ store, caller }, ledger ?? null),
    'form.fill': ({ form, selection, each = false, file }, { store, caller }) => {
      const job = desk.jobs.start('form', () =>
        fill({ store, caller, form, selection, each, file }, desk.now),
      );
      return { job: job.id };
    },
  };
}

type FillInput = Omit<Input<'form.fill'>, 'selection' | 'each'> & {
  readonly each: boolean;
  readonly store: Store;
  readonly caller: Caller;
  readonly selection: Parameters<HandlersOf<'form'>['form.fill']>[0]['selection'];
};

function fill({ store, caller, form, selection, each, file }: FillInput, now: () => Date): Promise<JobEnd> {
  return answered(caller.language, async () => {
    const saved = readForm(store, form, caller);
    if (saved === null) return new Refusal('not-found', 'record');
    const outcome = await fillForm(saved, {
      store,
      caller,
      selection: chosen(selection),
      each,
      figures: reportFigures({ store, caller, now: now() }),
      now,
    });
    if (!outcome.ok) return wrongMarks(outcome.problems, caller.language);
    await writeThenRename(file, Readable.from([outcome.bytes]));
    // The window shows the name; it knows the file by the token it was given.
    return { rows: outcome.rows, file: path.basename(file) };
  });
}

function chosen(selection: FillInput['selection']): FormSelection {
  return 'ids' in selection ? selection : defined({ where: toWhere(selection.where), sort: selection.sort });
}

function bytesOf(store: Store, hash: string, caller: Caller): Uint8Array {
  const bytes = store.attachments.read(hash, caller);
  if (bytes === null) throw new FormRefused('no-file');
  return bytes;
}

/** Runs the work; a refusal out of its depths becomes an answer with its sentence. */
async function answered<T>(language: Language, work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof FormRefused)) throw cause;
    return new Refusal('exchange', `form-${cause.code}`, {
      ...cause.details,
      text: refusalText(cause, language),
    });
  }
}

const wrongMarks = (problems: readonly FormProblem[], language: Language): Refusal =>
  new Refusal('exchange', 'form-bad-marks', {
    text: refusalText(new FormRefused('bad-marks'), language),
    problems: told(problems, language),
  });

const told = (problems: readonly FormProblem[], language: Language) =>
  problems.map((problem) => ({ at: problem.at, text: problemText(problem, language) }));
