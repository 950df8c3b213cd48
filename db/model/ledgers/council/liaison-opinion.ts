import { defineLedger } from '../../define-ledger.ts';
import { opinionWorkflow } from './opinion-workflow.ts';
import { choice } from '../../fields/choice.ts';
import { computed } from '../../fields/computed.ts';
import { day } from '../../fields/day.ts';
import { instant } from '../../fields/instant.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { yearNumberFields, yearNumbering, yearNumberNames, withYearNumber } from '../parts/year-number.ts';
import { villageField } from '../parts/place.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { residentFields, residentNames, takenFromPerson } from './visitor.ts';

/**
 * Opinions (群众意见): collected by liaison, answered on the spot, handed to a unit or reported. Closed (办结) means
 * answered and told back; rates count by the day of collection, not of closing.
 */
export const liaisonOpinion = defineLedger({
  id: 'liaison_opinion',
  revision: 2,
  area: 'council',
  label: words('群众意见', 'Opinions'),
  counter: words('条', 'opinions'),
  source: '驻点联系群众意见台账（现场解答、转办、上报）',
  fields: {
    opinion_no: text({
      label: words('意见编号', 'Number'),
      help: words('保存时自动编号', 'Given when it is saved'),
      max: 40,
      code: true,
      search: true,
      indexed: true,
      aliases: ['编号'],
    }),
    ...yearNumberFields(),
    title: text({
      label: words('意见标题', 'Title'),
      max: 100,
      required: true,
      search: true,
      aliases: ['标题', '意见'],
    }),
    collected_on: day({
      label: words('收集日期', 'Collected on'),
      required: true,
      indexed: true,
      aliases: ['日期', '反映日期'],
    }),
    way: choice({ label: words('收集方式', 'Way'), table: 'liaison_way', required: true, aliases: ['方式'] }),
    village: villageField(),
    reception: link({ label: words('接待登记', 'Reception'), ledger: 'liaison_reception' }),
    visit: link({ label: words('走访记录', 'Visit'), ledger: 'liaison_visit' }),
    matter: choice({
      label: words('意见类别', 'Kind'),
      table: 'liaison_matter',
      required: true,
      aliases: ['类别'],
    }),
    content: longText({
      label: words('意见内容', 'Opinion'),
      max: 4000,
      required: true,
      search: true,
      aliases: ['内容', '诉求'],
    }),
    place_text: text({
      label: words('涉及地点', 'Where'),
      max: 200,
      search: true,
      aliases: ['地点', '地址'],
    }),
    ...residentFields(),

    state: choice({
      label: words('办理状态', 'State'),
      table: 'liaison_opinion_state',
      required: true,
      indexed: true,
      aliases: ['状态'],
    }),
    step_due: instant({ label: words('本环节期限', 'Step due'), indexed: true }),
    handling: choice({ label: words('处理方式', 'Handling'), table: 'liaison_handling' }),
    unit: text({
      label: words('承办单位', 'Handled by'),
      max: 100,
      suggest: true,
      search: true,
      aliases: ['转办单位', '责任单位'],
    }),
    deadline: day({ label: words('办理期限', 'Due'), indexed: true, aliases: ['期限'] }),
    handed_at: instant({ label: words('转办时间', 'Handed over at') }),
    city_no: text({
      label: words('市级受理编号', 'Number given by the city'),
      max: 32,
      code: true,
      search: true,
      since: 2,
    }),
    issue_category: choice({
      label: words('转入事项大类', 'Category of the issue'),
      help: words('转入问题隐患时选择', 'When it becomes an issue'),
      table: 'issue_category',
    }),
    issue: link({ label: words('转入问题隐患', 'Issue made of it'), ledger: 'issue', aliases: ['关联事件'] }),
    answered_on: day({ label: words('答复日期', 'Answered on') }),
    answer: longText({
      label: words('办理结果', 'Result'),
      max: 4000,
      search: true,
      aliases: ['答复', '结果'],
    }),
    told_on: day({ label: words('反馈日期', 'Told on') }),
    told: longText({ label: words('反馈情况', 'What was told'), max: 2000 }),
    satisfaction: choice({ label: words('满意度', 'Satisfaction'), table: 'satisfaction' }),
    closed_on: day({ label: words('办结日期', 'Closed on'), indexed: true }),
    is_in_time: computed({
      label: words('是否按期办结', 'Closed in time'),
      compute: ({ closed_on: closed, deadline }) =>
        typeof closed === 'string' && typeof deadline === 'string' ? closed <= deadline : null,
    }),
    ...noteFields(),
  },
  title: ['title'],
  subtitle: ['village', 'state'],
  sections: [
    {
      label: words('意见', 'Opinion'),
      fields: [
        'opinion_no',
        'title',
        'collected_on',
        'way',
        'village',
        'matter',
        'content',
        'place_text',
        'reception',
        'visit',
      ],
    },
    { label: words('反映群众', 'Resident'), fields: residentNames },
    {
      label: words('办理', 'Handling'),
      fields: [
        'state',
        'step_due',
        'handling',
        'unit',
        'handed_at',
        'city_no',
        'deadline',
        'issue_category',
        'issue',
        'answered_on',
        'answer',
      ],
    },
    {
      label: words('反馈与办结', 'Closing'),
      fields: [
        'told_on',
        'told',
        'satisfaction',
        'closed_on',
        'is_in_time',
        ...noteNames,
        ...yearNumberNames,
      ],
    },
  ],
  list: [
    'title',
    'collected_on',
    'village',
    'matter',
    'resident_name',
    'state',
    'handling',
    'unit',
    'deadline',
    'satisfaction',
  ],
  naturalKey: ['opinion_no'],
  sort: '-collected_on',
  indexes: [
    ['village', 'collected_on'],
    ['state', 'collected_on'],
    ['matter', 'collected_on'],
    ['number_year', 'serial'],
  ],
  rules: [
    notFuture('collected_on'),
    dayOrder(
      { field: 'collected_on', label: words('收集日期', 'Collected on') },
      { field: 'closed_on', label: words('办结日期', 'Closed on') },
    ),
    dayOrder(
      { field: 'collected_on', label: words('收集日期', 'Collected on') },
      { field: 'deadline', label: words('办理期限', 'Due') },
    ),
  ],
  takes: [
    {
      link: 'reception',
      fields: {
        village: 'village',
        way: 'way',
        matter: 'matter',
        content: 'content',
        place_text: 'address_text',
        resident_name: 'resident_name',
        person: 'person',
        household: 'household',
      },
    },
    {
      link: 'visit',
      fields: {
        village: 'village',
        content: 'notes',
        place_text: 'address_text',
        resident_name: 'resident_name',
        person: 'person',
        household: 'household',
      },
    },
    takenFromPerson,
  ],
  fill: (row) =>
    withYearNumber(
      {
        ...row,
        state: row['state'] ?? '10',
        way: row['way'] ?? (typeof row['visit'] === 'string' ? '2' : '1'),
      },
      { number: 'opinion_no', day: 'collected_on', word: '意见' },
    ),
  numbering: yearNumbering,
  workflow: opinionWorkflow,
  period: 'collected_on',
  ending: 'void',
  dues: [
    {
      field: 'deadline',
      label: words('意见办理', 'Opinion to be answered'),
      person: 'unit',
      while: { field: 'state', values: ['10', '20', '25', '30'] },
    },
  ],
});
