import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** Handling of a labour risk (处置记录): visits, talks, wages paid; the next review of the assessment counts from the newest. */
export const labourStep = defineLedger({
  id: 'labour_step',
  revision: 1,
  area: 'dispute',
  label: words('劳资风险处置', 'Handling of labour risks'),
  counter: words('次', 'steps'),
  source: '企业风险预警分级处置（黄：网格走访；橙：包案、约谈；红：专班、监控资产）',
  partOf: 'assessment',
  period: 'done_on',
  fields: {
    assessment: link({ label: words('研判', 'Assessment'), ledger: 'labour_assessment', required: true }),
    done_on: day({ label: words('处置日期', 'Done on'), required: true }),
    way: choice({ label: words('处置方式', 'Way'), table: 'labour_way', required: true }),
    person: text({ label: words('处置人', 'Done by'), max: 100, required: true }),
    content: longText({ label: words('处置情况', 'What was done'), max: 2000 }),
    paid_people: integer({
      label: words('发放人数', 'People paid'),
      min: 0,
      max: 99_999,
      unit: words('人', 'people'),
    }),
    paid_amount: money({ label: words('发放工资', 'Wages paid'), min: 0, max: 9_999_999_999 }),
    ...noteFields(),
  },
  title: ['done_on', 'way'],
  subtitle: ['person'],
  sections: [
    {
      label: words('处置', 'Handling'),
      fields: [
        'assessment',
        'done_on',
        'way',
        'person',
        'paid_people',
        'paid_amount',
        'content',
        ...noteNames,
      ],
    },
  ],
  list: ['done_on', 'way', 'person', 'paid_people', 'paid_amount', 'assessment'],
  naturalKey: ['assessment', 'done_on', 'way'],
  sort: '-done_on',
  indexes: [['done_on']],
  takes: [{ link: 'assessment', fields: { person: 'responsible' } }],
  rules: [notFuture('done_on')],
});
