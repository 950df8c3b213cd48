import { defineLedger } from '../../define-ledger.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { mostItems } from '../../inspection/item-numbers.ts';
import { words } from '../../localized.ts';

/** Hazards found by an inspection (检查发现的隐患): one for each item not met; how it ended says the notice that orders it. */
export const inspectionFinding = defineLedger({
  id: 'inspection_finding',
  revision: 1,
  area: 'inspection',
  label: words('检查隐患', 'Hazards found'),
  counter: words('处', 'hazards'),
  source: '隐患排查—整改—复查闭环；安全生产事故隐患分级',
  partOf: 'inspection',
  fields: {
    inspection: link({ label: words('检查记录', 'Inspection'), ledger: 'inspection', required: true }),
    item_no: integer({
      label: words('项目序号', 'Item'),
      min: 1,
      max: mostItems,
      required: true,
      aliases: ['序号'],
    }),
    item_group: choice({ label: words('项目类别', 'Group'), table: 'check_group' }),
    wording: text({
      label: words('检查内容', 'What must be so'),
      max: 200,
      required: true,
      search: true,
      aliases: ['检查项目'],
    }),
    basis: text({ label: words('依据', 'Basis'), max: 200, aliases: ['法律依据'] }),
    legal_basis: link({ label: words('引用条款', 'Article cited'), ledger: 'legal_basis' }),
    severity: choice({
      label: words('隐患等级', 'Severity'),
      table: 'hazard_level',
      required: true,
      aliases: ['等级'],
    }),
    description: longText({
      label: words('具体问题', 'What is wrong'),
      max: 500,
      search: true,
      aliases: ['存在问题', '问题描述'],
    }),
    remedy: text({ label: words('整改要求', 'What to order'), max: 200 }),
    photos_before: attachment({ label: words('整改前照片', 'Photos before') }),
    state: choice({
      label: words('处理方式', 'Handling'),
      table: 'hazard_state',
      required: true,
      indexed: true,
      aliases: ['状态', '整改状态'],
    }),
    notice: link({
      label: words('整改通知书', 'Notice'),
      ledger: 'rectification',
      aliases: ['通知书编号'],
    }),
    photos_after: attachment({ label: words('整改后照片', 'Photos after') }),
    remark: longText({ label: words('备注', 'Remark'), max: 500 }),
  },
  title: ['wording'],
  subtitle: ['state', 'severity'],
  sections: [
    {
      label: words('隐患', 'Hazard'),
      fields: [
        'inspection',
        'item_no',
        'item_group',
        'wording',
        'basis',
        'legal_basis',
        'severity',
        'description',
        'remedy',
        'photos_before',
      ],
    },
    {
      label: words('整改', 'Putting right'),
      fields: ['state', 'notice', 'photos_after', 'remark'],
    },
  ],
  list: ['item_no', 'wording', 'item_group', 'severity', 'description', 'state', 'notice', 'inspection'],
  naturalKey: ['inspection', 'item_no'],
  sort: 'item_no',
  indexes: [['item_no'], ['notice']],
  fill: (row) => ({ ...row, state: row['state'] ?? '10', severity: row['severity'] ?? '01' }),
  wants: [
    {
      field: 'photos_after',
      label: words('整改后照片', 'Photos of what was put right'),
      while: { field: 'state', values: ['30'] },
    },
  ],
});
