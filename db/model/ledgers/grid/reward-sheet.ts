import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { instant } from '../../fields/instant.ts';
import { integer } from '../../fields/integer.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import type { Values } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import { monthText } from '../../rules/clock-text.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';
import { totalOf } from './reward-totals.ts';
import { rewardWorkflow } from './reward-workflow.ts';

const approved = { field: 'approved_on', label: words('审批日期', 'Approved on') };

/** The state the days of a sheet tell, for those kept before it had a workflow or elsewhere. */
function stateOf(row: Values): string {
  if (typeof row['paid_on'] === 'string') return '40';
  if (typeof row['approved_on'] === 'string') return '30';
  if (typeof row['published_on'] === 'string') return '25';
  return typeof row['checked_on'] === 'string' ? '20' : '10';
}

/**
 * Monthly sheets of performance and reward (网格员考核奖励表), one for a village and month. They are made by 生成本月考核表 or
 * `zw reward month` from the reports that passed verification; the totals follow the lines. How a sheet is checked, published,
 * approved and paid is `reward-workflow.ts`; handed in, it is not made anew.
 */
export const rewardSheet = defineLedger({
  id: 'reward_sheet',
  revision: 2,
  area: 'grid',
  label: words('考核奖励表', 'Reward sheets'),
  counter: words('份', 'sheets'),
  source: '网格员奖励办法（月度考核、奖励发放表）',
  period: 'made_on',
  fields: {
    village: villageField(),
    month: text({
      label: words('考核月份', 'Month'),
      help: words('按 2026-10 填写', 'As 2026-10'),
      max: 7,
      required: true,
    }),
    state: choice({
      label: words('考核表状态', 'State'),
      table: 'reward_state',
      indexed: true,
      aliases: ['状态', '办理状态'],
    }),
    step_due: instant({ label: words('办理期限', 'Step due'), indexed: true, automatic: true, since: 2 }),
    people: integer({ label: words('人数', 'People'), automatic: true }),
    reports: integer({ label: words('有效上报数', 'Valid reports'), automatic: true }),
    points: integer({ label: words('合计分值', 'Points'), automatic: true }),
    amount: money({ label: words('合计金额', 'Amount'), automatic: true }),
    made_on: day({ label: words('制表日期', 'Made on') }),
    made_by: text({ label: words('制表人', 'Made by'), max: 50 }),
    checked_by: text({ label: words('核对人', 'Checked by'), max: 50 }),
    checked_on: day({ label: words('核对日期', 'Checked on') }),
    publish_days: integer({
      label: words('公示天数', 'Days of publication'),
      help: words('不填按 7 天', 'Seven where none is given'),
      min: 1,
      max: 60,
      unit: words('天', 'days'),
      since: 2,
    }),
    published_on: day({ label: words('公示日期', 'Published on'), since: 2 }),
    approved_by: text({ label: words('审批人', 'Approved by'), max: 50 }),
    approved_on: day({ label: words('审批日期', 'Approved on') }),
    paid_on: day({ label: words('发放日期', 'Paid on'), when: { field: 'state', values: ['40'] } }),
    ...noteFields({ label: words('签收表', 'Signed sheet') }),
  },
  title: ['village', 'month'],
  subtitle: ['state'],
  sections: [
    {
      label: words('考核表', 'Sheet'),
      fields: ['village', 'month', 'state', 'step_due', 'people', 'reports', 'points', 'amount'],
    },
    {
      label: words('制表与审批', 'Making and approval'),
      fields: [
        'made_on',
        'made_by',
        'checked_by',
        'checked_on',
        'publish_days',
        'published_on',
        'approved_by',
        'approved_on',
        'paid_on',
        ...noteNames,
      ],
    },
  ],
  list: [
    'month',
    'village',
    'state',
    'step_due',
    'people',
    'reports',
    'points',
    'amount',
    'made_by',
    'approved_by',
  ],
  naturalKey: ['village', 'month'],
  sort: '-month',
  indexes: [['month'], ['made_on'], ['state', 'month']],
  rules: [
    monthText('month'),
    dayOrder({ field: 'checked_on', label: words('核对日期', 'Checked on') }, approved),
    dayOrder(approved, { field: 'paid_on', label: words('发放日期', 'Paid on') }),
  ],
  workflow: rewardWorkflow,
  fill: (row) => ({ ...row, state: row['state'] ?? stateOf(row) }),
  follows: [
    {
      part: 'reward_line',
      link: 'sheet',
      newest: 'staff',
      fields: ['people', 'reports', 'points', 'amount'],
      values: ({ parts }) => {
        const lines = parts();
        return {
          people: lines.length,
          reports: totalOf(lines, ['reports']),
          points: totalOf(lines, ['report_points', 'score_points']),
          amount: totalOf(lines, ['amount']),
        };
      },
    },
  ],
  wants: [
    {
      field: 'approved_by',
      label: words('审批人', 'Approver'),
      while: { field: 'state', values: ['30', '40'] },
    },
  ],
});
