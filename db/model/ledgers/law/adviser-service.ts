import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

/** What a legal adviser did for a village (法律顾问服务记录): kind, hours, people served; the monthly figure is made of it. */
export const adviserService = defineLedger({
  id: 'adviser_service',
  revision: 1,
  area: 'law',
  label: words('法律顾问服务记录', 'Adviser services'),
  counter: words('次', 'services'),
  source: '一村（社区）一法律顾问工作记录',
  fields: {
    adviser: link({
      label: words('法律顾问', 'Adviser'),
      ledger: 'legal_adviser',
      required: true,
      aliases: ['律师', '律师姓名', '顾问'],
    }),
    village: villageField({ isTownToo: true }),
    served_on: day({
      label: words('服务日期', 'Day'),
      required: true,
      indexed: true,
      aliases: ['日期', '时间'],
    }),
    kind: choice({
      label: words('服务类别', 'Kind'),
      table: 'adviser_service',
      required: true,
      aliases: ['类别', '服务类型', '服务方式'],
    }),
    subject: text({
      label: words('服务事项', 'What it was about'),
      max: 200,
      required: true,
      search: true,
      aliases: ['事项', '主题'],
    }),
    matter: choice({ label: words('法律事务', 'Field of law'), table: 'legal_matter' }),
    hours: decimal({
      label: words('服务时长', 'Hours'),
      digits: 1,
      min: 0,
      max: 24,
      unit: words('小时', 'hours'),
      aliases: ['时长'],
    }),
    people_count: integer({
      label: words('服务人次', 'People served'),
      min: 0,
      max: 99_999,
      unit: words('人次', 'people'),
      aliases: ['人次', '服务人数', '参加人数'],
    }),
    content: longText({ label: words('服务内容', 'Content'), max: 2000, search: true, aliases: ['内容'] }),
    outcome: text({ label: words('处理结果', 'Outcome'), max: 200, aliases: ['结果', '意见'] }),
    ...noteFields(),
  },
  title: ['subject'],
  subtitle: ['adviser', 'served_on'],
  sections: [
    {
      label: words('服务', 'Service'),
      fields: [
        'adviser',
        'village',
        'served_on',
        'kind',
        'subject',
        'matter',
        'hours',
        'people_count',
        'content',
        'outcome',
        ...noteNames,
      ],
    },
  ],
  list: ['served_on', 'subject', 'village', 'adviser', 'kind', 'hours', 'people_count'],
  naturalKey: ['adviser', 'served_on', 'subject'],
  sort: '-served_on',
  indexes: [
    ['village', 'served_on'],
    ['adviser', 'served_on'],
    ['kind', 'served_on'],
  ],
  rules: [notFuture('served_on')],
  period: 'served_on',
});
