import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** Hand-over slips of a dispute (双向移交单) between village, police station, justice office and mediation body. */
export const disputeHandover = defineLedger({
  id: 'dispute_handover',
  revision: 1,
  area: 'dispute',
  label: words('双向移交单', 'Hand-over slips'),
  counter: words('份', 'slips'),
  source: '民转刑命案防范联动机制（双向移交）',
  fields: {
    dispute: link({ label: words('矛盾纠纷', 'Dispute'), ledger: 'dispute', required: true }),
    direction: choice({ label: words('移交方向', 'Direction'), table: 'handover_direction', required: true }),
    from_unit: text({
      label: words('移交单位', 'From'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
    }),
    to_unit: text({
      label: words('接收单位', 'To'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
    }),
    handed_on: day({ label: words('移交日期', 'Handed over on'), required: true }),
    handed_by: text({ label: words('移交人', 'Handed over by'), max: 50, suggest: true }),
    reason: longText({ label: words('移交事由', 'Reason'), max: 1000 }),
    done: longText({ label: words('已采取措施', 'Done so far'), max: 1000 }),
    papers: text({ label: words('移交材料', 'Papers'), max: 200 }),
    reply_by: day({ label: words('反馈期限', 'Answer by') }),
    reply_due: day({ label: words('待反馈', 'Answer due'), indexed: true, automatic: true }),
    received_on: day({ label: words('接收日期', 'Received on') }),
    received_by: text({ label: words('接收人', 'Received by'), max: 50 }),
    replied_on: day({ label: words('反馈日期', 'Answered on') }),
    reply: longText({ label: words('办理结果反馈', 'Answer'), max: 1000 }),
    ...noteFields(),
  },
  title: ['to_unit', 'handed_on'],
  subtitle: ['dispute'],
  sections: [
    {
      label: words('移交', 'Hand-over'),
      fields: [
        'dispute',
        'direction',
        'from_unit',
        'to_unit',
        'handed_on',
        'handed_by',
        'reason',
        'done',
        'papers',
        'reply_by',
        'reply_due',
      ],
    },
    {
      label: words('接收与反馈', 'Answer'),
      fields: ['received_on', 'received_by', 'replied_on', 'reply', ...noteNames],
    },
  ],
  list: ['handed_on', 'direction', 'from_unit', 'to_unit', 'reply_by', 'replied_on'],
  naturalKey: ['dispute', 'handed_on', 'to_unit'],
  sort: '-handed_on',
  indexes: [['handed_on']],
  rules: [
    dayOrder(
      { field: 'handed_on', label: words('移交日期', 'Handed over on') },
      { field: 'received_on', label: words('接收日期', 'Received on') },
    ),
  ],
  fill: (row) => ({
    ...row,
    reply_due: (row['replied_on'] ?? null) === null ? (row['reply_by'] ?? null) : null,
  }),
  dues: [{ field: 'reply_due', label: words('移交反馈', 'Answer'), person: 'handed_by' }],
  partOf: 'dispute',
});
