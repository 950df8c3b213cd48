import path from 'node:path';
import { exportList } from '../../exchange/sheet/export/export-list.ts';
import { words } from '../../model/localized.ts';
import { fieldsOf, sortOf, whereOf, whereOption } from '../filter.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { Refusal, UsageError } from '../refusal.ts';
import { storeCommand } from '../with-store.ts';

/** `--full` of the commands whose result leaves the office as a file. */
export const fullOption = {
  type: 'boolean',
  help: words('证件号码、电话等不打码', 'Do not mask id numbers, telephones and the like'),
} as const;

/** `zw export LEDGER OUT`: a list as a workbook or CSV, masked unless `--full`. */
export const exportCommand = storeCommand({
  name: 'export',
  summary: words('导出为 xlsx 或 csv，默认打码', 'Exports to xlsx or csv, masked by default'),
  positionals: ['LEDGER', 'OUT.xlsx|OUT.csv'],
  options: {
    where: whereOption,
    sort: {
      type: 'string',
      value: 'FIELD',
      help: words('排序字段，倒序加 - 号', 'Field to sort by; a leading - for descending'),
    },
    fields: {
      type: 'string',
      value: 'a,b',
      help: words('列，默认为列表的列', 'Columns, default those of the list'),
    },
    full: fullOption,
  },
  prints: '{rows, file}',
  run: async (store, input, context) => {
    const ledger = ledgerNamed(input.positionals[0]);
    const file = path.resolve(input.positionals[1] ?? '');
    const format = path.extname(file).toLowerCase();
    if (format !== '.xlsx' && format !== '.csv') {
      throw new UsageError(words('文件名应以 .xlsx 或 .csv 结尾', 'The file name must end in .xlsx or .csv'));
    }
    if (ledger.sensitive) {
      throw new Refusal('not-allowed', words('敏感台账不能导出', 'A sensitive ledger is never exported'));
    }
    const fields = fieldsOf(ledger, input);
    const outcome = await exportList(
      {
        store,
        ledger,
        caller: { ...context.caller, seesMasked: input.options['full'] === true },
        where: whereOf(ledger, input),
        ...sortOf(ledger, input),
        ...(fields === null ? {} : { fields }),
        format: format === '.xlsx' ? 'xlsx' : 'csv',
        file,
        now: context.now,
      },
      (done, total) => {
        context.progress(done, total);
        return true;
      },
    );
    if (!outcome.ok) throw new Refusal('cancelled', words('已取消', 'Cancelled'));
    return { rows: outcome.rows, file: outcome.file };
  },
});
