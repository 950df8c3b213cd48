import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/** What a line of a reward sheet is made of (计分明细): each report and each scoring with its points, or why it has none. */
export const rewardItem = defineLedger({
  id: 'reward_item',
  revision: 1,
  area: 'grid',
  label: words('计分明细', 'Reward items'),
  counter: words('项', 'items'),
  source: '网格员奖励办法（有效上报以核查通过为准）',
  partOf: 'line',
  fields: {
    line: link({ label: words('考核奖励明细', 'Line'), ledger: 'reward_line', required: true }),
    source_no: text({ label: words('来源记录', 'Source record'), max: 80, required: true, automatic: true }),
    kind: choice({ label: words('计分来源', 'Source'), table: 'reward_item_kind', required: true }),
    issue: link({ label: words('问题隐患', 'Issue'), ledger: 'issue' }),
    score: link({ label: words('加减分登记', 'Scoring'), ledger: 'score_item' }),
    counted_on: day({ label: words('计分日期', 'Counted on') }),
    rule_no: text({ label: words('标准编号', 'Rule'), max: 20 }),
    points: integer({ label: words('分值', 'Points'), unit: words('分', 'points') }),
    amount: money({ label: words('金额', 'Amount') }),
    zero_reason: choice({ label: words('不计分原因', 'Why nothing'), table: 'reward_zero' }),
    same_as: link({ label: words('先前上报', 'Reported before'), ledger: 'issue' }),
  },
  title: ['counted_on', 'issue'],
  subtitle: ['points'],
  sections: [
    {
      label: words('计分', 'Points'),
      fields: [
        'line',
        'source_no',
        'kind',
        'issue',
        'score',
        'counted_on',
        'rule_no',
        'points',
        'amount',
        'zero_reason',
        'same_as',
      ],
    },
  ],
  list: ['counted_on', 'issue', 'score', 'points', 'amount', 'zero_reason', 'kind', 'rule_no'],
  naturalKey: ['line', 'source_no'],
  sort: 'counted_on',
  indexes: [['counted_on']],
});
