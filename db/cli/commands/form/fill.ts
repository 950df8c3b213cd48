import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FormSelection } from '../../../exchange/forms/data/chosen-rows.ts';
import { fillForm } from '../../../exchange/forms/fill-form.ts';
import type { AnyLedger } from '../../../model/define-ledger.ts';
import { words } from '../../../model/localized.ts';
import type { Input } from '../../command.ts';
import { sortOf, whereOf, whereOption } from '../../filter.ts';
import { preparedReport } from '../../prepared-figures.ts';
import { storeCommand } from '../../with-store.ts';
import { fullOption } from '../export.ts';
import { formOf, onForm, wrongMarks } from './form-of.ts';

/** `zw form fill FORM OUT`: the form with a record, named records, or what a filter finds; masked unless `--full`. */
export const formFillCommand = storeCommand({
  name: 'form fill',
  summary: words('填写表格，默认打码', 'Fills a form, masked by default'),
  positionals: ['FORM', 'OUT'],
  options: {
    id: { type: 'string', value: 'ID,ID', help: words('用这些记录填写', 'Fill in these records') },
    where: whereOption,
    sort: {
      type: 'string',
      value: 'FIELD',
      help: words('排序字段，倒序加 - 号', 'Field to sort by; a leading - for descending'),
    },
    each: {
      type: 'boolean',
      help: words('每条记录一份，打包为 zip', 'One file a record, packed into a zip'),
    },
    full: fullOption,
  },
  prints: '{rows, file}',
  run: (store, input, context) =>
    onForm(async () => {
      const form = formOf(store, context, input.positionals[0] ?? '');
      const outcome = await fillForm(form, {
        store,
        caller: { ...context.caller, seesMasked: input.options['full'] === true },
        selection: selectionOf(form.ledger, input),
        each: input.options['each'] === true,
        figures: preparedReport(store, context),
        now: context.now,
      });
      if (!outcome.ok) throw wrongMarks(outcome.problems, context.language);
      const file = path.resolve(input.positionals[1] ?? '');
      writeFileSync(file, outcome.bytes);
      return { rows: outcome.rows, file };
    }),
});

function selectionOf(ledger: AnyLedger, input: Input): FormSelection {
  const { id } = input.options;
  if (typeof id === 'string') return { ids: id.split(',').map((one) => one.trim()) };
  return { where: whereOf(ledger, input), ...sortOf(ledger, input) };
}
