import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';

/** What adds to or takes off the month of a grid worker beside reports (加减分标准): self-handling, late tasks, attendance. */
export const scoreRule = defineLedger({
  id: 'score_rule',
  revision: 1,
  area: 'grid',
  label: words('加减分标准', 'Scoring rules'),
  counter: words('条', 'rules'),
  source: '网格员考核办法（待核，由镇街自定）',
  fields: {
    item_no: text({ label: words('项目编号', 'Item number'), max: 20, code: true, required: true }),
    name: text({ label: words('项目名称', 'Item'), max: 50, required: true }),
    kind: choice({ label: words('加减分类别', 'Kind'), table: 'score_kind', required: true }),
    points: integer({
      label: words('每次分值', 'Points'),
      help: words('减分填负数', 'Negative takes points off'),
      min: -1000,
      max: 1000,
      required: true,
      unit: words('分', 'points'),
    }),
    amount: money({
      label: words('每次金额', 'Amount'),
      help: words('减发填负数', 'Negative takes money off'),
      min: -10_000,
      max: 10_000,
    }),
    valid_from: day({ label: words('生效日期', 'Valid from'), required: true }),
    valid_to: day({ label: words('失效日期', 'Valid to') }),
    basis: text({ label: words('依据文件', 'Basis'), max: 200 }),
  },
  title: ['name'],
  subtitle: ['item_no'],
  sections: [
    {
      label: words('加减分标准', 'Rule'),
      fields: ['item_no', 'name', 'kind', 'points', 'amount', 'valid_from', 'valid_to', 'basis'],
    },
  ],
  list: ['item_no', 'name', 'kind', 'points', 'amount', 'valid_from', 'valid_to'],
  naturalKey: ['item_no', 'valid_from'],
  sort: 'item_no',
  rules: [
    dayOrder(
      { field: 'valid_from', label: words('生效日期', 'Valid from') },
      { field: 'valid_to', label: words('失效日期', 'Valid to') },
    ),
  ],
});
