import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';
import { screeningPlan as nextRound } from './screening-rhythm.ts';

/** How often a village looks for disputes and hazards (矛盾纠纷排查), who does it, and when the next round is due. */
export const screeningPlan = defineLedger({
  id: 'screening_plan',
  revision: 1,
  area: 'dispute',
  label: words('排查安排', 'Screening plans'),
  counter: words('项', 'plans'),
  source: '矛盾纠纷排查化解工作制度（半月排查，敏感时期每周排查；间隔待核）',
  fields: {
    village: villageField({ isTownToo: true }),
    unit: text({
      label: words('排查单位', 'Unit'),
      max: 100,
      required: true,
      search: true,
      indexed: true,
      suggest: true,
      aliases: ['单位'],
    }),
    responsible: text({ label: words('责任人', 'Responsible'), max: 50, suggest: true }),
    rhythm: choice({ label: words('排查周期', 'Rhythm'), table: 'screening_rhythm', required: true }),
    from_day: day({ label: words('开始日期', 'From'), required: true }),
    to_day: day({ label: words('停止日期', 'To') }),
    sensitive_from: day({
      label: words('敏感时期开始', 'Sensitive period from'),
      help: words('敏感时期内每周排查一次', 'Weekly within it'),
    }),
    sensitive_to: day({ label: words('敏感时期结束', 'Sensitive period to') }),
    last_on: day({ label: words('最近排查日期', 'Last screened on'), automatic: true }),
    next_on: day({ label: words('下次排查日期', 'Next screening'), indexed: true, automatic: true }),
    ...noteFields(),
  },
  title: ['unit', 'village'],
  sections: [
    {
      label: words('安排', 'Plan'),
      fields: [
        'village',
        'unit',
        'responsible',
        'rhythm',
        'from_day',
        'to_day',
        'sensitive_from',
        'sensitive_to',
        'last_on',
        'next_on',
        ...noteNames,
      ],
    },
  ],
  list: ['unit', 'village', 'responsible', 'rhythm', 'last_on', 'next_on', 'to_day'],
  naturalKey: ['village', 'unit'],
  sort: 'unit',
  rules: [
    dayOrder(
      { field: 'from_day', label: words('开始日期', 'From') },
      { field: 'to_day', label: words('停止日期', 'To') },
    ),
    dayOrder(
      { field: 'sensitive_from', label: words('敏感时期开始', 'Sensitive period from') },
      { field: 'sensitive_to', label: words('敏感时期结束', 'Sensitive period to') },
    ),
  ],
  fill: (row) => ({ ...row, rhythm: row['rhythm'] ?? '1' }),
  follows: [
    {
      part: 'screening_round',
      link: 'plan',
      newest: 'screened_on',
      fields: ['last_on', 'next_on'],
      values: nextRound,
    },
  ],
  dues: [{ field: 'next_on', label: words('矛盾纠纷排查', 'Screening'), person: 'responsible' }],
});
