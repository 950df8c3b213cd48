import { previewPackage, sendPackage } from '../../../exchange/sync/send.ts';
import { words } from '../../../model/localized.ts';
import { exchangeRefused, orderOf, sentJson, textOf } from '../../exchange/told.ts';
import { UsageError } from '../../refusal.ts';
import { storeCommand } from '../../with-store.ts';
import { officeNamed } from '../city/receipt.ts';

/** `zw package export`: what changed, for the parent (or a child), onto a medium, read back. */
export const packageExportCommand = storeCommand({
  name: 'package export',
  summary: words('导出增量包到U盘并读回核对', 'Writes what changed onto a stick and reads it back'),
  positionals: [],
  options: {
    to: { type: 'string', value: 'DIR', help: words('U盘文件夹', 'Folder on the stick') },
    preview: { type: 'boolean', help: words('只看将上报什么，不写文件', 'Only say what would leave') },
    'only-new': {
      type: 'boolean',
      help: words(
        '只带上一个包之后的改动（默认带上级未确认的全部）',
        'Only what changed since the last package',
      ),
    },
    sensitive: {
      type: 'boolean',
      help: words('包含敏感台账（另行加密）', 'Sensitive ledgers too, in their own part'),
    },
    peer: {
      type: 'string',
      value: 'CODE',
      help: words('发给哪个下级（默认上级）', 'Office below it is for; the parent by default'),
    },
    'approved-by': { type: 'string', value: 'NAME', help: words('审批人', 'Who approved it') },
    stick: { type: 'string', value: 'NAME', help: words('U盘编号', 'Number of the stick') },
  },
  prints:
    '{file, lineage, from, to, changes:{ledger: n}, bytes, verified:"uncached"|"cached", digest, kind, leftOut}',
  run: async (store, input, context) => {
    const named = textOf(input, 'peer');
    const choice = {
      peer: named === '' ? null : officeNamed(named),
      onlyNew: input.options['only-new'] === true,
      sensitive: input.options['sensitive'] === true,
    };
    if (input.options['preview'] === true) return preview(store.sync, choice);
    if (input.options['to'] === undefined)
      throw new UsageError(words('缺少选项 --to', 'Option --to is missing'));
    const result = await sendPackage(store.sync, { ...orderOf(input, context), ...choice });
    if (!result.ok) throw exchangeRefused(result);
    return sentJson(result);
  },
});

async function preview(
  node: Parameters<typeof previewPackage>[0],
  choice: Parameters<typeof previewPackage>[1],
): Promise<unknown> {
  const plan = await previewPackage(node, choice);
  if (!plan.ok) throw exchangeRefused(plan);
  const { series, from, to } = plan.next;
  const entries = Object.entries(plan.preview.ledgers);
  const changes = Object.fromEntries(entries.map(([id, of]) => [id, of.created + of.changed + of.removed]));
  return {
    lineage: series,
    from,
    to,
    changes,
    ledgers: plan.preview.ledgers,
    attachments: plan.preview.attachments,
  };
}
