import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { words } from '../../model/localized.ts';
import { Refusal, UsageError } from '../refusal.ts';
import { storeCommand, written } from '../with-store.ts';

const itemsShape = z.array(
  z.strictObject({
    code: z.string().min(1).max(20),
    name: z.string().min(1).max(100),
    name_en: z.string().max(100).exactOptional(),
    valid_from: z.string().max(10).exactOptional(),
    valid_to: z.string().max(10).exactOptional(),
  }),
);

/** `zw code-save TABLE JSON|-`: replaces the items of an editable code table. */
export const codeSaveCommand = storeCommand({
  name: 'code-save',
  summary: words(
    '改写可编辑的代码表（已用代码只停用，不删除）',
    'Rewrites an editable code table; codes in use are closed, not dropped',
  ),
  positionals: ['TABLE', 'JSON|-'],
  options: {},
  prints: '{table, items}',
  run: (store, { positionals: [id = '', json = ''] }, context) => {
    const table = store.codes.list(context.language).find((t) => t.id === id);
    if (table === undefined)
      throw new Refusal('not-found', words('没有这张代码表', 'There is no such code table'), { id });
    if (!table.editable)
      throw new Refusal('not-allowed', words('该代码表不可编辑', 'This code table cannot be edited'), { id });
    const items = readItems(json === '-' ? context.readStdin() : json);
    written(store.codes.save(id, items, randomUUID(), context.caller));
    return { table: id, items: items.length };
  },
});

function readItems(text: string): z.infer<typeof itemsShape> {
  const wrong = new UsageError(words('JSON 应为 [{code, name, …}]', 'JSON must be [{code, name, …}]'));
  try {
    return itemsShape.parse(JSON.parse(text));
  } catch {
    throw wrong;
  }
}
