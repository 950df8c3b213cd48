import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** Return visits after an agreement (人民调解回访记录). */
export const mediationReturnVisit = defineLedger({
  id: 'mediation_return_visit',
  revision: 1,
  area: 'dispute',
  label: words('回访记录', 'Return visits'),
  counter: words('次', 'visits'),
  source: '司法部人民调解文书格式：人民调解回访记录',
  fields: {
    med_case: link({
      label: words('调解案件', 'Case'),
      ledger: 'mediation_case',
      required: true,
      aliases: ['案号', '协议编号'],
    }),
    visited_on: day({ label: words('回访日期', 'On'), required: true, aliases: ['日期'] }),
    way: choice({ label: words('回访方式', 'Way'), table: 'med_visit_way' }),
    visitor: text({ label: words('回访人', 'By'), max: 50, required: true, suggest: true }),
    visited: text({ label: words('被回访人', 'Visited'), max: 100, aliases: ['当事人'] }),
    reason: text({ label: words('回访事由', 'Why'), max: 200, suggest: true, aliases: ['事由'] }),
    state: choice({ label: words('履行情况', 'Performance'), table: 'med_performance', required: true }),
    content: longText({ label: words('回访情况', 'What was found'), max: 2000, required: true }),
    ...noteFields({ label: words('签名的记录', 'Signed record') }),
  },
  title: ['visited_on', 'visitor'],
  subtitle: ['med_case'],
  sections: [
    {
      label: words('回访', 'Return visit'),
      fields: [
        'med_case',
        'visited_on',
        'way',
        'visitor',
        'visited',
        'reason',
        'state',
        'content',
        ...noteNames,
      ],
    },
  ],
  list: ['visited_on', 'way', 'visitor', 'visited', 'state'],
  naturalKey: ['med_case', 'visited_on'],
  sort: 'visited_on',
  indexes: [['visited_on']],
  rules: [notFuture('visited_on')],
  partOf: 'med_case',
});
