import { words } from '../../model/localized.ts';
import { Refusal } from '../refusal.ts';
import { storeCommand } from '../with-store.ts';

/** `zw codes [TABLE]`: the code tables, or one of them. */
export const codesCommand = storeCommand({
  name: 'codes',
  summary: words('输出代码表', 'Prints the code tables'),
  positionals: ['TABLE'],
  optionalPositionals: 1,
  options: {},
  prints: '[{id, label, standard, confidence, editable, items:[{code, name, …}]}]; TABLE: {id, …}',
  run: (store, { positionals: [id] }, { language }) => {
    const tables = store.codes.list(language);
    if (id === undefined) return tables;
    const table = tables.find((t) => t.id === id);
    if (table === undefined)
      throw new Refusal('not-found', words('没有这张代码表', 'There is no such code table'), { id });
    return table;
  },
});
