import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';

/**
 * What a valid report of a grid worker earns (网格员奖励标准): points and price of a point, by category and level. The rule that
 * says most wins: category and level before category alone before level alone before all. Amounts of Dongguan's own
 * ordinance are not known; every town keeps its own.
 */
export const rewardRule = defineLedger({
  id: 'reward_rule',
  revision: 1,
  area: 'grid',
  label: words('奖励标准', 'Reward rules'),
  counter: words('条', 'rules'),
  source: '网格员奖励办法（金额由镇街自定）',
  fields: {
    rule_no: text({ label: words('标准编号', 'Rule number'), max: 20, code: true, required: true }),
    category: choice({
      label: words('事项大类', 'Category'),
      help: words('留空为各类事项', 'Empty = all categories'),
      table: 'issue_category',
    }),
    level: choice({
      label: words('问题级别', 'Level'),
      help: words('留空为各级', 'Empty = all levels'),
      table: 'issue_level',
    }),
    points: integer({
      label: words('每件分值', 'Points'),
      min: 0,
      max: 1000,
      required: true,
      unit: words('分', 'points'),
    }),
    unit_price: money({
      label: words('每分单价', 'Price of a point'),
      min: 0,
      max: 10_000,
      required: true,
    }),
    monthly_cap: integer({
      label: words('每人每月上限', 'Monthly cap'),
      help: words('每人每月按本标准计分的件数，留空不限', 'Reports of one person that count; empty = no cap'),
      min: 0,
      max: 10_000,
      unit: words('件', 'reports'),
    }),
    duplicate_days: integer({
      label: words('去重天数', 'Days of duplicates'),
      help: words(
        '同一对象同一小类在此天数内再次上报不计分，留空按30天',
        'The same thing at the same place within these days counts nothing; empty = 30',
      ),
      min: 0,
      max: 366,
      unit: words('天', 'days'),
    }),
    valid_from: day({ label: words('生效日期', 'Valid from'), required: true }),
    valid_to: day({ label: words('失效日期', 'Valid to') }),
    approver: text({ label: words('批准人', 'Approved by'), max: 50 }),
    basis: text({ label: words('依据文件', 'Basis'), max: 200 }),
  },
  title: ['rule_no'],
  subtitle: ['category', 'level'],
  sections: [
    {
      label: words('奖励标准', 'Rule'),
      fields: [
        'rule_no',
        'category',
        'level',
        'points',
        'unit_price',
        'monthly_cap',
        'duplicate_days',
        'valid_from',
        'valid_to',
        'approver',
        'basis',
      ],
    },
  ],
  list: ['rule_no', 'category', 'level', 'points', 'unit_price', 'monthly_cap', 'valid_from', 'valid_to'],
  naturalKey: ['rule_no', 'valid_from'],
  sort: 'rule_no',
  rules: [
    dayOrder(
      { field: 'valid_from', label: words('生效日期', 'Valid from') },
      { field: 'valid_to', label: words('失效日期', 'Valid to') },
    ),
  ],
});
