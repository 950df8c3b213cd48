import { defineLedger } from '../define-ledger.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { multiChoice } from '../fields/multi-choice.ts';
import { words } from '../localized.ts';
import { dayOrder } from '../rules/day-order.ts';

/** What somebody asked for or was told (排班约定): fixed and forbidden days must hold, wishes are weighed. */
export const dutyRequest = defineLedger({
  id: 'duty_request',
  revision: 1,
  area: 'duty',
  label: words('排班约定', 'Requests'),
  counter: words('条', 'requests'),
  source: '党政机关值班工作惯例',
  fields: {
    member: link({
      label: words('值班人员', 'Person'),
      ledger: 'duty_member',
      required: true,
      aliases: ['姓名', '人员'],
    }),
    kind: choice({
      label: words('约定类别', 'Kind'),
      help: words(
        '固定值班、不安排必须满足；希望、尽量不安排尽量照顾',
        'The first two must hold, the other two are weighed',
      ),
      table: 'duty_request_kind',
      required: true,
      aliases: ['类别', '类型'],
    }),
    from_day: day({
      label: words('开始日期', 'From'),
      required: true,
      aliases: ['起始日期', '日期'],
    }),
    to_day: day({ label: words('结束日期', 'To'), required: true, aliases: ['截止日期'] }),
    weekdays: multiChoice({
      label: words('限于星期', 'Only on'),
      help: words('不选表示期间每天', 'None chosen: every day'),
      table: 'duty_weekday',
      aliases: ['星期', '周几'],
    }),
    post: link({
      label: words('限于岗位', 'Only on post'),
      help: words('不选表示所有岗位', 'None chosen: all posts'),
      ledger: 'duty_post',
      aliases: ['岗位'],
    }),
    weight: choice({
      label: words('要紧程度', 'Weight'),
      table: 'duty_request_weight',
      when: { field: 'kind', values: ['wish', 'avoid'] },
      aliases: ['程度'],
    }),
    remark: longText({ label: words('备注', 'Remark'), max: 500, aliases: ['事由', '原因'] }),
  },
  title: ['member', 'kind'],
  subtitle: ['from_day', 'to_day'],
  sections: [
    {
      label: words('约定', 'Request'),
      fields: ['member', 'kind', 'from_day', 'to_day', 'weekdays', 'post', 'weight', 'remark'],
    },
  ],
  list: ['member', 'kind', 'from_day', 'to_day', 'weekdays', 'post', 'weight', 'remark'],
  naturalKey: ['member', 'kind', 'from_day', 'to_day'],
  sort: '-from_day',
  indexes: [['from_day'], ['to_day']],
  rules: [
    dayOrder(
      { field: 'from_day', label: words('开始日期', 'From') },
      { field: 'to_day', label: words('结束日期', 'To') },
    ),
  ],
  fill: (row) => ({ ...row, to_day: row['to_day'] ?? row['from_day'] ?? null, weight: row['weight'] ?? '1' }),
});
