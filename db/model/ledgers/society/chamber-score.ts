import { defineLedger } from '../../define-ledger.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** Points of chambers of commerce (商会积分台账), a record an award; points taken off are negative, so that a sum is the score. */
export const chamberScore = defineLedger({
  id: 'chamber_score',
  revision: 1,
  area: 'society',
  label: words('商会积分台账', 'Chamber scores'),
  counter: words('条', 'scores'),
  source: '异地商会积分制评审',
  fields: {
    chamber: link({
      label: words('商会', 'Chamber'),
      ledger: 'chamber',
      required: true,
      aliases: ['商会名称'],
    }),
    item: link({
      label: words('积分项目', 'Item'),
      ledger: 'chamber_item',
      required: true,
      aliases: ['项目', '评审项目'],
    }),
    scored_on: day({
      label: words('计分日期', 'Scored on'),
      required: true,
      indexed: true,
      aliases: ['日期'],
    }),
    points: decimal({
      label: words('得分', 'Points'),
      help: words('扣分填负数', 'Points taken off are negative'),
      digits: 1,
      min: -1000,
      max: 1000,
      required: true,
      unit: words('分', 'points'),
      aliases: ['积分', '分数'],
    }),
    reason: text({
      label: words('计分事由', 'Reason'),
      max: 200,
      required: true,
      search: true,
      aliases: ['事由', '说明'],
    }),
    reviewer: text({ label: words('评审人', 'Reviewed by'), max: 50, suggest: true, aliases: ['审核人'] }),
    ...noteFields({ label: words('佐证材料', 'Evidence') }),
  },
  title: ['reason'],
  subtitle: ['chamber', 'scored_on'],
  sections: [
    {
      label: words('计分', 'Score'),
      fields: ['chamber', 'item', 'scored_on', 'points', 'reason', 'reviewer', ...noteNames],
    },
  ],
  list: ['scored_on', 'chamber', 'points', 'item', 'reason', 'reviewer'],
  naturalKey: ['chamber', 'item', 'scored_on', 'reason'],
  sort: '-scored_on',
  indexes: [
    ['chamber', 'scored_on'],
    ['item', 'scored_on'],
  ],
  rules: [notFuture('scored_on')],
  period: 'scored_on',
});
