import { defineLedger } from '../define-ledger.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { words } from '../localized.ts';
import { dayOrder } from '../rules/day-order.ts';

/** Leave of duty staff (请假): no duty on these days, and none before that would reach into them. */
export const dutyLeave = defineLedger({
  id: 'duty_leave',
  revision: 1,
  area: 'duty',
  label: words('请假', 'Leave'),
  counter: words('条', 'leaves'),
  source: '职工带薪年休假条例、机关请假制度',
  fields: {
    member: link({
      label: words('值班人员', 'Person'),
      ledger: 'duty_member',
      required: true,
      aliases: ['姓名', '请假人', '人员'],
    }),
    kind: choice({
      label: words('请假类别', 'Kind'),
      table: 'duty_leave_kind',
      required: true,
      aliases: ['类别', '类型', '假别', '请假类型'],
    }),
    from_day: day({
      label: words('开始日期', 'From'),
      required: true,
      aliases: ['请假开始', '起始日期', '开始时间', '自'],
    }),
    to_day: day({
      label: words('结束日期', 'To'),
      help: words('最后一天；只请一天的与开始日期相同', 'The last day'),
      required: true,
      aliases: ['请假结束', '截止日期', '结束时间', '至'],
    }),
    remark: longText({ label: words('备注', 'Remark'), max: 500, aliases: ['事由', '请假事由', '原因'] }),
  },
  title: ['member', 'from_day'],
  subtitle: ['kind', 'to_day'],
  sections: [{ label: words('请假', 'Leave'), fields: ['member', 'kind', 'from_day', 'to_day', 'remark'] }],
  list: ['member', 'kind', 'from_day', 'to_day', 'remark'],
  naturalKey: ['member', 'from_day'],
  sort: '-from_day',
  indexes: [['from_day'], ['to_day']],
  rules: [
    dayOrder(
      { field: 'from_day', label: words('开始日期', 'From') },
      { field: 'to_day', label: words('结束日期', 'To') },
    ),
  ],
  fill: (row) => ({ ...row, to_day: row['to_day'] ?? row['from_day'] ?? null, kind: row['kind'] ?? '99' }),
});
