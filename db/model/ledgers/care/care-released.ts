import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { helpFields, helpNames, reoffenceFields, subjectField } from './care-fields.ts';

/**
 * People released from prison (刑满释放人员): sentence, hand-over on release, placement. When they are listed and visited
 * stands in `care_label`.
 */
export const careReleased = defineLedger({
  id: 'care_released',
  revision: 1,
  area: 'care',
  label: words('刑满释放人员', 'Released from prison'),
  counter: words('人', 'people'),
  source: 'GB/T 31000-2015 刑满释放人员',
  sensitive: true,
  fields: {
    person: subjectField(),
    is_recidivist: yesNo({ label: words('是否累犯', 'Recidivist') }),
    orig_crime: choice({ label: words('原罪名', 'Offence'), table: 'orig_crime', aliases: ['罪名'] }),
    orig_term: text({ label: words('原判刑期', 'Sentence'), max: 50 }),
    prison: text({ label: words('服刑场所', 'Prison'), max: 100 }),
    release_date: day({ label: words('释放日期', 'Released on'), required: true, aliases: ['刑释日期'] }),
    risk_type: choice({ label: words('危险性评估类型', 'Risk'), table: 'release_risk' }),
    linkup_date: day({ label: words('衔接日期', 'Handed over on') }),
    linkup: choice({ label: words('衔接情况', 'Hand-over'), table: 'linkup' }),
    placement_date: day({ label: words('安置日期', 'Placed on') }),
    placement: choice({ label: words('安置情况', 'Placement'), table: 'placement' }),
    unplaced_reason: longText({ label: words('未安置原因', 'Why not placed'), max: 1024 }),
    ...helpFields({ label: words('帮教情况', 'Help given') }),
    ...reoffenceFields(),
  },
  title: ['person'],
  subtitle: [],
  sections: [
    {
      label: words('服刑与释放', 'Sentence and release'),
      fields: ['person', 'is_recidivist', 'orig_crime', 'orig_term', 'prison', 'release_date', 'risk_type'],
    },
    {
      label: words('衔接与安置', 'Hand-over and placement'),
      fields: ['linkup_date', 'linkup', 'placement_date', 'placement', 'unplaced_reason'],
    },
    { label: words('帮教', 'Help'), fields: [...helpNames, 'reoffended', 'reoffend_crime'] },
  ],
  list: [
    'person',
    'orig_crime',
    'orig_term',
    'release_date',
    'risk_type',
    'linkup',
    'placement',
    'helper_name',
    'reoffended',
  ],
  naturalKey: ['person'],
  sort: '-release_date',
  indexes: [['release_date']],
  rules: [
    notFuture('release_date', 'linkup_date', 'placement_date'),
    dayOrder(
      { field: 'release_date', label: words('释放日期', 'Released on') },
      { field: 'placement_date', label: words('安置日期', 'Placed on') },
    ),
  ],
});
