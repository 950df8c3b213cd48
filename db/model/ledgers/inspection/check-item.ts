import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { mostItems } from '../../inspection/item-numbers.ts';
import { words } from '../../localized.ts';

/** Items of a check list (检查项目): what must be so, by which rule, and how grave it is when it is not. */
export const checkItem = defineLedger({
  id: 'check_item',
  revision: 1,
  area: 'inspection',
  label: words('检查项目', 'Check items'),
  counter: words('项', 'items'),
  source: '东莞市出租屋治安与消防安全管理条例；三小场所检查表（各镇街）',
  partOf: 'list',
  fields: {
    list: link({
      label: words('检查表', 'Check list'),
      ledger: 'check_list',
      required: true,
    }),
    item_no: integer({
      label: words('序号', 'Number'),
      min: 1,
      max: mostItems,
      required: true,
      aliases: ['编号', '序'],
    }),
    item_group: choice({
      label: words('项目类别', 'Group'),
      table: 'check_group',
      required: true,
      aliases: ['类别'],
    }),
    wording: text({
      label: words('检查内容', 'What must be so'),
      max: 200,
      required: true,
      search: true,
      aliases: ['检查项目', '内容', '要求'],
    }),
    remedy: text({
      label: words('整改要求', 'What to order'),
      help: words('写入整改通知书的要求', 'Goes into the rectification notice'),
      max: 200,
      aliases: ['整改措施'],
    }),
    basis: text({ label: words('依据', 'Basis'), max: 200, suggest: true, aliases: ['法律依据'] }),
    severity: choice({
      label: words('隐患等级', 'Severity'),
      table: 'hazard_level',
      required: true,
      aliases: ['严重程度', '等级'],
    }),
    points: integer({
      label: words('扣分', 'Points'),
      help: words('不合格时计入分级', 'Counted for the grade when not met'),
      min: 0,
      max: 100,
      unit: words('分', 'points'),
      aliases: ['分值'],
    }),
  },
  title: ['wording'],
  subtitle: ['item_no', 'list'],
  sections: [
    {
      label: words('检查项目', 'Item'),
      fields: ['list', 'item_no', 'item_group', 'wording', 'remedy', 'basis', 'severity', 'points'],
    },
  ],
  list: ['item_no', 'item_group', 'wording', 'severity', 'points', 'basis', 'list'],
  naturalKey: ['list', 'item_no'],
  sort: 'item_no',
  indexes: [['item_no']],
  fill: (row) => ({ ...row, points: row['points'] ?? (row['severity'] === '02' ? 5 : 1) }),
});
