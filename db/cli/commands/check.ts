import { words } from '../../model/localized.ts';
import { storeCommand } from '../with-store.ts';

/** `zw check`: is everything in the file as it should be. Findings are an answer, not a refusal: exit code 0. */
export const checkCommand = storeCommand({
  name: 'check',
  summary: words(
    '检查数据库：完整性、外键、检索索引、变更记录、附件',
    'Checks the database: integrity, foreign keys, search index, change log, attachments',
  ),
  positionals: [],
  options: {},
  prints: '{ok, findings:[{code, ledger, record, detail}]}',
  run: (store, _input, context) => {
    const { ok, findings } = store.checkAll((done, total) => {
      context.progress(done, total);
      return true;
    });
    return { ok, findings };
  },
});
