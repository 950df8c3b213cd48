import { defineLedger } from '../define-ledger.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';

/**
 * Days of the holiday calendar (节假日安排) the office enters or imports: they go before what the program ships, and a
 * year with any of them counts as announced.
 */
export const dutyCalendarDay = defineLedger({
  id: 'duty_calendar_day',
  revision: 1,
  area: 'duty',
  label: words('节假日安排', 'Holiday calendar'),
  counter: words('天', 'days'),
  source: '国务院办公厅关于部分节假日安排的通知',
  fields: {
    day: day({ label: words('日期', 'Day'), required: true, aliases: ['时间', '节假日日期'] }),
    kind: choice({
      label: words('日期安排', 'Kind'),
      table: 'duty_calendar_kind',
      required: true,
      aliases: ['安排', '类型', '类别', '休班'],
    }),
    name: text({
      label: words('节日名称', 'Holiday'),
      help: words(
        '放假或调休所属的节日；名称含“春节”的按春节计',
        'The holiday it belongs to; with 春节 in its name it counts as Spring Festival',
      ),
      max: 30,
      suggest: true,
      aliases: ['名称', '节日', '节假日', '假期名称'],
    }),
  },
  title: ['day', 'name'],
  subtitle: ['kind'],
  sections: [{ label: words('日期', 'Day'), fields: ['day', 'kind', 'name'] }],
  list: ['day', 'kind', 'name'],
  naturalKey: ['day'],
  sort: '-day',
});
