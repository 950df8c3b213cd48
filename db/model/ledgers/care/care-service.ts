import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { subjectField } from './care-fields.ts';

/**
 * Help given (帮扶记录), one row each time: counted by month for figures such as the 914 services to youth at risk of
 * “莞香花”“助力更生”.
 */
export const careService = defineLedger({
  id: 'care_service',
  revision: 1,
  area: 'care',
  label: words('帮扶记录', 'Services'),
  counter: words('次', 'services'),
  source: 'GB/T 31000-2015 帮扶情况、帮扶手段；共青团帮扶项目',
  sensitive: true,
  period: 'served_on',
  fields: {
    person: subjectField(words('帮扶对象', 'Person helped')),
    kind: choice({
      label: words('人员类型', 'Kind'),
      table: 'special_type',
      required: true,
      aliases: ['特殊人群类型'],
    }),
    served_on: day({ label: words('帮扶日期', 'Helped on'), required: true, aliases: ['服务日期'] }),
    way: choice({
      label: words('帮扶手段', 'Way of helping'),
      table: 'youth_help',
      required: true,
      aliases: ['帮扶方式', '服务类型'],
    }),
    unit: text({ label: words('帮扶单位', 'Unit'), max: 100, aliases: ['服务单位', '所属项目'] }),
    helper: text({
      label: words('帮扶人', 'Helper'),
      max: 100,
      required: true,
      aliases: ['帮扶人姓名', '社工'],
    }),
    content: longText({ label: words('帮扶内容', 'What was done'), max: 2000, aliases: ['服务内容'] }),
    amount: money({ label: words('帮扶金额', 'Amount'), min: 0, max: 1_000_000 }),
    result: longText({ label: words('帮扶效果', 'Result'), max: 1024 }),
    ...noteFields(),
  },
  title: ['served_on', 'person'],
  subtitle: ['way', 'unit'],
  sections: [
    {
      label: words('帮扶', 'Service'),
      fields: [
        'person',
        'kind',
        'served_on',
        'way',
        'unit',
        'helper',
        'amount',
        'content',
        'result',
        ...noteNames,
      ],
    },
  ],
  list: ['served_on', 'person', 'kind', 'way', 'unit', 'helper', 'content', 'amount'],
  naturalKey: ['person', 'served_on', 'helper'],
  sort: '-served_on',
  indexes: [['served_on'], ['kind', 'served_on']],
  rules: [notFuture('served_on')],
});
