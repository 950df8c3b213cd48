import { defineLedger } from '../../define-ledger.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';

/** Re-checks (复查) of a rectification notice: what was found when the term had ended, and what follows. */
export const recheck = defineLedger({
  id: 'recheck',
  revision: 1,
  area: 'inspection',
  label: words('复查记录', 'Re-checks'),
  counter: words('次', 're-checks'),
  source: '复查意见书（行政检查文书惯例）',
  partOf: 'notice',
  fields: {
    notice: link({ label: words('整改通知书', 'Notice'), ledger: 'rectification', required: true }),
    rechecked_on: day({
      label: words('复查日期', 'Re-checked on'),
      required: true,
      indexed: true,
      aliases: ['日期'],
    }),
    checkers: text({
      label: words('复查人员', 'Checkers'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['复查人'],
    }),
    result: choice({
      label: words('复查结论', 'Conclusion'),
      table: 'recheck_result',
      required: true,
      aliases: ['结论', '复查结果'],
    }),
    opinion: longText({
      label: words('复查意见', 'Opinion'),
      max: 2000,
      search: true,
      aliases: ['复查情况'],
    }),
    new_deadline: day({
      label: words('延长至', 'New term'),
      help: words('未整改到位时的新期限', 'When it is not yet put right'),
      when: { field: 'result', values: ['2', '3'] },
      aliases: ['新期限'],
    }),
    transferred_to: text({
      label: words('移交单位', 'Handed over to'),
      max: 100,
      suggest: true,
      when: { field: 'result', values: ['2', '3'] },
    }),
    photos: attachment({ label: words('复查照片', 'Photos') }),
    remark: longText({ label: words('备注', 'Remark'), max: 500 }),
  },
  title: ['rechecked_on', 'result'],
  subtitle: ['checkers'],
  sections: [
    {
      label: words('复查', 'Re-check'),
      fields: [
        'notice',
        'rechecked_on',
        'checkers',
        'result',
        'opinion',
        'new_deadline',
        'transferred_to',
        'photos',
        'remark',
      ],
    },
  ],
  list: ['rechecked_on', 'result', 'checkers', 'opinion', 'new_deadline', 'transferred_to', 'notice'],
  naturalKey: ['notice', 'rechecked_on'],
  sort: '-rechecked_on',
  rules: [
    notFuture('rechecked_on'),
    dayOrder(
      { field: 'rechecked_on', label: words('复查日期', 'Re-checked on') },
      { field: 'new_deadline', label: words('延长至', 'New term') },
    ),
  ],
  takes: [{ link: 'notice', fields: { checkers: 'rechecker' } }],
});
