import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** What was performed of an agreement (协议履行), with receipts; the newest says where the case stands. */
export const mediationPerformance = defineLedger({
  id: 'mediation_performance',
  revision: 1,
  area: 'dispute',
  label: words('履行记录', 'Performance'),
  counter: words('条', 'records'),
  source: '人民调解法第三十一条；卷宗：履行凭证',
  fields: {
    med_case: link({
      label: words('调解案件', 'Case'),
      ledger: 'mediation_case',
      required: true,
      aliases: ['案号'],
    }),
    noted_on: day({ label: words('登记日期', 'On'), required: true, aliases: ['履行日期', '日期'] }),
    state: choice({ label: words('履行情况', 'State'), table: 'med_performance', required: true }),
    amount: money({ label: words('履行金额', 'Amount'), min: 0, max: 9_999_999_999 }),
    way: text({ label: words('履行方式', 'How'), max: 100, suggest: true }),
    performer: text({ label: words('履行人', 'By'), max: 50 }),
    reason: longText({
      label: words('未履行原因', 'Why not'),
      max: 500,
      when: { field: 'state', values: ['2', '3'] },
    }),
    ...noteFields({ label: words('履行凭证', 'Proof') }),
  },
  title: ['noted_on', 'state'],
  subtitle: ['med_case'],
  sections: [
    {
      label: words('履行', 'Performance'),
      fields: ['med_case', 'noted_on', 'state', 'amount', 'way', 'performer', 'reason', ...noteNames],
    },
  ],
  list: ['noted_on', 'state', 'amount', 'way', 'performer'],
  naturalKey: ['med_case', 'noted_on'],
  sort: 'noted_on',
  indexes: [['noted_on']],
  rules: [notFuture('noted_on')],
  partOf: 'med_case',
});
