import { defineLedger } from '../define-ledger.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { decimal } from '../fields/decimal.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { words } from '../localized.ts';

/** Time off in lieu (调休): hours a duty on a rest day or holiday earned, and hours taken. */
export const dutyCompensation = defineLedger({
  id: 'duty_compensation',
  revision: 1,
  area: 'duty',
  label: words('调休', 'Time off in lieu'),
  counter: words('条', 'entries'),
  source: '机关值班补休制度；劳动法第四十四条',
  fields: {
    member: link({
      label: words('值班人员', 'Person'),
      ledger: 'duty_member',
      required: true,
      aliases: ['姓名', '人员'],
    }),
    kind: choice({
      label: words('调休类别', 'Kind'),
      table: 'duty_compensation_kind',
      required: true,
      aliases: ['类别', '类型'],
    }),
    day: day({
      label: words('日期', 'Day'),
      help: words('值班的日期，或调休的日期', 'The day of the duty, or the day off'),
      required: true,
      aliases: ['值班日期', '调休日期'],
    }),
    hours: decimal({
      label: words('时数', 'Hours'),
      digits: 1,
      min: 0,
      max: 200,
      unit: words('小时', 'hours'),
      aliases: ['小时数', '小时', '时长'],
    }),
    remark: longText({ label: words('备注', 'Remark'), max: 500, aliases: ['事由'] }),
  },
  title: ['member', 'day'],
  subtitle: ['kind', 'hours'],
  sections: [{ label: words('调休', 'Time off'), fields: ['member', 'kind', 'day', 'hours', 'remark'] }],
  list: ['member', 'kind', 'day', 'hours', 'remark'],
  naturalKey: ['member', 'kind', 'day'],
  sort: '-day',
  indexes: [['day']],
  fill: (row) => ({ ...row, hours: row['hours'] ?? 80 }),
});
