import { readForm, listForms, type SavedForm } from '../../../exchange/forms/saved-form.ts';
import { problemText, type FormProblem } from '../../../exchange/forms/form-problem.ts';
import { formRefusals, FormRefused, refusalText } from '../../../exchange/forms/form-refused.ts';
import type { Language } from '../../../model/localized.ts';
import { words } from '../../../model/localized.ts';
import type { Store } from '../../../store/api.ts';
import type { StoreContext } from '../../command.ts';
import { Refusal } from '../../refusal.ts';

/** A kept form by its id or its name. @throws Refusal when there is none, or several of that name */
export function formOf(store: Store, { caller }: StoreContext, given: string): SavedForm {
  const known = listForms({ store, caller }, null);
  const found = known.filter(({ id, name }) => id === given || name === given);
  const [form] = found;
  if (form === undefined || found.length > 1) {
    const sentence =
      form === undefined
        ? words(`没有表格“${given}”`, `There is no form "${given}"`)
        : words(`有多张表格叫“${given}”，请用编号`, `Several forms are called "${given}"; give the id`);
    throw new Refusal('not-found', sentence, { form: given });
  }
  const saved = readForm(store, form.id, caller);
  if (saved === null) throw new Refusal('not-found', words('没有这张表格', 'There is no such form'));
  return saved;
}

/** Runs work on a form; what the form room refuses is refused here with the same sentence. */
export async function onForm<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof FormRefused)) throw cause;
    const text = { zh: refusalText(cause, 'zh'), en: refusalText(cause, 'en') };
    throw new Refusal(cause.code === 'sensitive' ? 'not-allowed' : 'bad-file', text, {
      kind: cause.code,
      ...cause.details,
    });
  }
}

/** Wrong marks as they are printed. */
export const toldProblems = (problems: readonly FormProblem[], language: Language) =>
  problems.map((problem) => ({ ...problem, text: problemText(problem, language) }));

/** The refusal of a form whose marks are wrong; nothing was written. */
export const wrongMarks = (problems: readonly FormProblem[], language: Language): Refusal =>
  new Refusal('bad-file', formRefusals['bad-marks'], {
    kind: 'bad-marks',
    problems: toldProblems(problems, language),
  });
