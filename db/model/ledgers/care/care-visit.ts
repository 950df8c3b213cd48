import { defineLedger } from '../../define-ledger.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';

/**
 * Visits (走访记录) to listed people: when, by whom, how it was, when next. With a visit the next one of the label moves
 * (`follows` of care_label). Fields as in the visit tables of GB/T 31000 implementations.
 */
export const careVisit = defineLedger({
  id: 'care_visit',
  revision: 1,
  area: 'care',
  label: words('走访记录', 'Visits'),
  counter: words('次', 'visits'),
  source: 'GB/T 31000-2015 特殊人群走访（走访日期、走访人、走访情况、原定走访日期、下次走访日期）',
  sensitive: true,
  partOf: 'label',
  period: 'visited_on',
  fields: {
    label: link({ label: words('列管', 'Listing'), ledger: 'care_label', required: true }),
    person: link({ label: words('走访对象', 'Person'), ledger: 'person', automatic: true }),
    kind: choice({ label: words('列管类型', 'Kind'), table: 'special_type', automatic: true }),
    planned_on: day({
      label: words('原定日期', 'Planned for'),
      help: words('自动带出列管记录上的下次走访日期', 'Taken from the listing'),
      aliases: ['原定走访日期'],
    }),
    visited_on: day({ label: words('走访日期', 'Visited on'), required: true }),
    visitor: text({
      label: words('走访人', 'Visitor'),
      help: words('多人用顿号分开', 'Several with a comma'),
      max: 100,
      required: true,
      aliases: ['走访人姓名'],
    }),
    way: choice({ label: words('走访方式', 'Way'), table: 'care_visit_way' }),
    is_met: yesNo({ label: words('是否见到本人', 'Met in person') }),
    finding: choice({ label: words('走访结果', 'Result'), table: 'care_finding', required: true }),
    situation: longText({ label: words('走访情况', 'How it was'), max: 2000, aliases: ['情况'] }),
    measures: longText({ label: words('采取措施', 'What was done'), max: 1024 }),
    next_on: day({
      label: words('下次日期', 'Next visit'),
      help: words('约定了日子的填写；留空的按走访规则推算', 'If agreed on; else by the visit rules'),
      aliases: ['下次走访日期'],
    }),
    files: attachment({ label: words('照片', 'Photos') }),
  },
  takes: [
    {
      link: 'label',
      fields: { person: 'person', kind: 'kind', planned_on: 'next_visit_on', visitor: 'owner' },
    },
  ],
  title: ['visited_on', 'person'],
  subtitle: ['finding'],
  sections: [
    {
      label: words('走访', 'Visit'),
      fields: [
        'label',
        'person',
        'kind',
        'planned_on',
        'visited_on',
        'visitor',
        'way',
        'is_met',
        'finding',
        'next_on',
        'situation',
        'measures',
        'files',
      ],
    },
  ],
  list: ['visited_on', 'finding', 'visitor', 'person', 'kind', 'way', 'planned_on', 'next_on'],
  naturalKey: ['label', 'visited_on', 'visitor'],
  sort: '-visited_on',
  indexes: [['visited_on'], ['person', 'visited_on']],
  rules: [
    notFuture('visited_on'),
    dayOrder(
      { field: 'visited_on', label: words('走访日期', 'Visited on') },
      { field: 'next_on', label: words('下次日期', 'Next visit') },
    ),
  ],
});
