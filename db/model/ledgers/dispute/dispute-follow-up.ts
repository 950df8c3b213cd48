import { defineLedger } from '../../define-ledger.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** Follow-ups of a dispute at risk (风险跟踪记录): weekly for red until the risk is taken off. */
export const disputeFollowUp = defineLedger({
  id: 'dispute_follow_up',
  revision: 1,
  area: 'dispute',
  label: words('风险跟踪记录', 'Follow-ups'),
  counter: words('次', 'follow-ups'),
  source: '民转刑命案防范联动机制（每周跟踪）',
  fields: {
    dispute: link({ label: words('矛盾纠纷', 'Dispute'), ledger: 'dispute', required: true }),
    on_day: day({ label: words('跟踪日期', 'On'), required: true, aliases: ['日期'] }),
    who: text({ label: words('跟踪人', 'By'), max: 50, required: true, suggest: true }),
    met: text({ label: words('见面或联系对象', 'Met'), max: 100 }),
    situation: longText({ label: words('当前情况', 'Situation'), max: 1000, required: true }),
    is_worse: yesNo({ label: words('是否激化', 'Worse') }),
    measures: longText({ label: words('采取措施', 'Measures'), max: 1000 }),
    ...noteFields(),
  },
  title: ['on_day', 'who'],
  subtitle: ['dispute'],
  sections: [
    {
      label: words('跟踪', 'Follow-up'),
      fields: ['dispute', 'on_day', 'who', 'met', 'situation', 'is_worse', 'measures', ...noteNames],
    },
  ],
  list: ['on_day', 'who', 'met', 'is_worse', 'situation'],
  naturalKey: ['dispute', 'on_day'],
  sort: '-on_day',
  indexes: [['on_day']],
  rules: [notFuture('on_day')],
  partOf: 'dispute',
});
