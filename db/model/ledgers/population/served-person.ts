import type { Values } from '../../field-kind.ts';
import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { withSettledDay } from '../../rules/settled-day.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { subjectField } from '../care/care-fields.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { gridField, villageField } from '../parts/place.ts';

const ofKind = (...values: readonly string[]) => ({ field: 'kind', values });

/**
 * People a village looks after or keeps in touch with beyond the six kinds of the standard (三无、空巢、残疾、低保、特困、优抚 …):
 * a person may be on several lists, each from a day to a day. What the standard calls 特殊人群 stands in `care_label`.
 */
export const servedPerson = defineLedger({
  id: 'served_person',
  revision: 1,
  area: 'population',
  label: words('服务对象', 'People served'),
  counter: words('人', 'people'),
  source: '各地网格平台在 GB/T 31000-2015 之外采集的人员类别（待核）',
  fields: {
    person: subjectField(),
    kind: choice({
      label: words('人员类别', 'Kind'),
      table: 'served_kind',
      required: true,
      aliases: ['服务对象类别', '人员类型', '类别'],
    }),
    village: villageField(),
    grid: gridField(),
    from_day: day({ label: words('登记日期', 'From'), required: true, indexed: true, aliases: ['纳入日期'] }),
    certificate_no: text({
      label: words('证件编号', 'Certificate'),
      help: words('残疾人证、低保证、优待证等的编号', 'Of the card of disability, allowance or service'),
      max: 50,
      code: true,
      aliases: ['残疾证号', '低保证号', '优待证号'],
    }),
    disability_kind: choice({
      label: words('残疾类型', 'Kind of disability'),
      table: 'disability_kind',
      when: ofKind('06'),
    }),
    disability_grade: choice({
      label: words('残疾程度', 'Grade of disability'),
      table: 'disability_grade',
      when: ofKind('06'),
      aliases: ['残疾等级'],
    }),
    labour_ability: choice({
      label: words('劳动能力', 'Ability to work'),
      table: 'labour_ability',
      when: ofKind('06', '07', '08'),
    }),
    support_form: choice({
      label: words('供养形式', 'Form of support'),
      table: 'support_form',
      when: ofKind('08'),
    }),
    support_amount: money({
      label: words('供养（补助）标准', 'Support a month'),
      help: words('每月', 'A month'),
      min: 0,
      max: 1_000_000,
      when: ofKind('07', '08', '12'),
      aliases: ['供养标准', '补助标准'],
    }),
    veteran_kind: choice({
      label: words('优抚类别', 'Kind of service'),
      table: 'veteran_kind',
      when: ofKind('11', '12'),
    }),
    matter: longText({ label: words('信访事项', 'Petition'), max: 1024, when: ofKind('01') }),
    needs: longText({ label: words('困难及诉求', 'Needs'), max: 1024 }),
    help: longText({ label: words('帮扶情况', 'Help given'), max: 1024 }),
    unit: text({ label: words('责任单位', 'Unit in charge'), max: 100, suggest: true }),
    worker: text({
      label: words('联系人', 'Contact'),
      max: 50,
      suggest: true,
      aliases: ['包案人', '联系人姓名'],
    }),
    worker_contact: phone({
      label: words('联系人电话', 'Contact: telephone'),
      masked: true,
      aliases: ['联系人联系方式', '包案人电话'],
    }),
    visited_on: day({ label: words('最近走访日期', 'Last visited on') }),
    next_visit_on: day({ label: words('下次走访日期', 'Next visit'), indexed: true }),
    to_day: day({ label: words('退出日期', 'To'), aliases: ['注销日期'] }),
    end_reason: text({ label: words('退出原因', 'Why it ended'), max: 200, suggest: true }),
    ...noteFields(),
  },
  title: ['person', 'kind'],
  subtitle: ['village'],
  sections: [
    {
      label: words('对象', 'Person'),
      fields: [
        'person',
        'kind',
        'village',
        'grid',
        'from_day',
        'certificate_no',
        'disability_kind',
        'disability_grade',
        'labour_ability',
        'support_form',
        'support_amount',
        'veteran_kind',
        'matter',
      ],
    },
    {
      label: words('服务', 'Service'),
      fields: [
        'needs',
        'help',
        'unit',
        'worker',
        'worker_contact',
        'visited_on',
        'next_visit_on',
        'to_day',
        'end_reason',
        ...noteNames,
      ],
    },
  ],
  list: ['person', 'kind', 'village', 'from_day', 'unit', 'worker', 'visited_on', 'next_visit_on', 'to_day'],
  naturalKey: ['person', 'kind', 'from_day'],
  sort: '-from_day',
  takes: [{ link: 'person', fields: { village: 'village', grid: 'grid' } }],
  indexes: [
    ['village', 'from_day'],
    ['kind', 'from_day'],
  ],
  rules: [
    notFuture('from_day', 'visited_on'),
    dayOrder(
      { field: 'from_day', label: words('登记日期', 'From') },
      { field: 'to_day', label: words('退出日期', 'To') },
    ),
  ],
  fill: endedVisits,
  dues: [{ field: 'next_visit_on', label: words('服务对象走访', 'Visit'), person: 'worker' }],
  period: 'from_day',
});

/** Who has left the list is not visited any more. */
function endedVisits(row: Values): Values {
  return typeof row['to_day'] === 'string'
    ? { ...row, next_visit_on: null }
    : withSettledDay(row, { done: 'visited_on', planned: 'next_visit_on' });
}
