import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';

/** What chambers of commerce get or lose points for (商会积分项目): the town's own rule, item by item. */
export const chamberItem = defineLedger({
  id: 'chamber_item',
  revision: 1,
  area: 'society',
  label: words('商会积分项目', 'Scoring items'),
  counter: words('项', 'items'),
  source: '异地商会积分制评审办法',
  fields: {
    item_no: text({
      label: words('项目编号', 'Number'),
      help: words('如“1-2”', 'As 1-2'),
      max: 20,
      code: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['编号', '序号'],
    }),
    name: text({
      label: words('积分项目', 'Item'),
      max: 200,
      required: true,
      search: true,
      aliases: ['项目', '项目名称', '评审内容'],
    }),
    heading: text({
      label: words('项目大类', 'Heading'),
      max: 50,
      suggest: true,
      aliases: ['大类', '类别'],
    }),
    direction: choice({
      label: words('计分方式', 'Added or taken off'),
      table: 'score_direction',
      required: true,
      aliases: ['加减分'],
    }),
    points: decimal({
      label: words('分值', 'Points'),
      digits: 1,
      min: 0,
      max: 1000,
      required: true,
      unit: words('分', 'points'),
      aliases: ['标准分'],
    }),
    standard: text({
      label: words('计分标准', 'Standard'),
      max: 200,
      aliases: ['评分标准', '说明'],
    }),
    valid_from: day({ label: words('启用日期', 'Valid from'), aliases: ['生效日期'] }),
    valid_to: day({ label: words('停用日期', 'Valid to'), aliases: ['失效日期'] }),
  },
  title: ['name'],
  subtitle: ['item_no', 'points'],
  sections: [
    {
      label: words('积分项目', 'Item'),
      fields: ['item_no', 'name', 'heading', 'direction', 'points', 'standard', 'valid_from', 'valid_to'],
    },
  ],
  list: ['item_no', 'name', 'heading', 'direction', 'points', 'standard', 'valid_from', 'valid_to'],
  naturalKey: ['item_no'],
  sort: 'item_no',
  rules: [
    dayOrder(
      { field: 'valid_from', label: words('启用日期', 'Valid from') },
      { field: 'valid_to', label: words('停用日期', 'Valid to') },
    ),
  ],
});
