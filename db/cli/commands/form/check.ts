import { examineForm } from '../../../exchange/forms/fill-form.ts';
import { words } from '../../../model/localized.ts';
import { preparedReport } from '../../prepared-figures.ts';
import { RefusedInPart } from '../../refusal.ts';
import { storeCommand } from '../../with-store.ts';
import { formOf, onForm, toldProblems } from './form-of.ts';

/** `zw form check FORM`: every mark looked up; exit code 1 when one is wrong. */
export const formCheckCommand = storeCommand({
  name: 'form check',
  summary: words('检查一张表格的全部标记，不填写', 'Checks every mark of a form, fills nothing'),
  positionals: ['FORM'],
  options: {},
  prints: '{id, name, marks, problems:[{at, code, token, nearest, text}]}',
  run: (store, { positionals: [given = ''] }, context) =>
    onForm(async () => {
      const form = formOf(store, context, given);
      const { marks, problems } = await examineForm(form, preparedReport(store, context));
      const told = {
        id: form.id,
        name: form.name,
        marks,
        problems: toldProblems(problems, context.language),
      };
      if (problems.length > 0) throw new RefusedInPart(told);
      return told;
    }),
});
