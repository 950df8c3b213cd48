import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { residentId } from '../../fields/resident-id.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { withSettledDay } from '../../rules/settled-day.ts';
import { fillFromDocument, documentFits } from '../../rules/document-rules.ts';
import { documentOf, subjectFields } from '../parts/subject.ts';
import { villageField } from '../parts/place.ts';

const someone = subjectFields(words('重点人员', 'Person'));

/** People near a school to keep an eye on (校园周边重点人员). */
export const schoolNearbyPerson = defineLedger({
  id: 'school_nearby_person',
  revision: 1,
  area: 'security',
  label: words('校园周边重点人员', 'People near schools'),
  counter: words('人', 'people'),
  source: 'GB/T 31000-2015 校园周边重点人员',
  fields: {
    school: link({
      label: words('学校', 'School'),
      ledger: 'school',
      required: true,
      aliases: ['学校名称'],
      source: 'GB/T 31000 学校名称',
    }),
    village: villageField(),
    someone: someone.person,
    someone_name: { ...someone.name, source: 'GB/T 31000 姓名' },
    someone_doc_type: someone.doc_type,
    someone_doc_no: residentId({
      label: words('重点人员证件号码', 'Person: document number'),
      otherDocuments: true,
      required: true,
      search: true,
      masked: true,
      aliases: ['公民身份号码', '身份证号'],
      source: 'GB/T 31000 公民身份号码',
    }),
    someone_contact: someone.contact,
    home: text({ label: words('住址', 'Home'), max: 200, search: true, aliases: ['现住地详址'] }),
    harm: choice({
      label: words('危害程度', 'Degree of harm'),
      table: 'harm',
      required: true,
      aliases: ['程度'],
    }),
    is_focus: yesNo({ label: words('是否关注', 'Watched'), aliases: ['关注'] }),
    reason: text({ label: words('关注原因', 'Why'), max: 200 }),
    worker: text({ label: words('责任人', 'Responsible'), max: 50, suggest: true }),
    checked_on: day({ label: words('最近走访日期', 'Last visit') }),
    next_visit_on: day({ label: words('下次走访日期', 'Next visit'), indexed: true }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['someone_name'],
  subtitle: ['school', 'village'],
  sections: [
    {
      label: words('人员', 'Person'),
      fields: [
        'school',
        'village',
        'someone_name',
        'someone',
        'someone_doc_type',
        'someone_doc_no',
        'someone_contact',
        'home',
      ],
    },
    {
      label: words('关注', 'Watch'),
      fields: ['harm', 'is_focus', 'reason', 'worker', 'checked_on', 'next_visit_on', 'remark'],
    },
  ],
  list: [
    'someone_name',
    'school',
    'harm',
    'is_focus',
    'village',
    'someone_doc_no',
    'worker',
    'checked_on',
    'next_visit_on',
  ],
  naturalKey: ['school', 'someone_doc_no'],
  sort: 'someone_name',
  takes: [
    { link: 'someone', fields: { someone_name: 'name', home: 'residence_address' } },
    { link: 'school', fields: { village: 'village' } },
  ],
  indexes: [['someone_name'], ['village', 'checked_on']],
  rules: [documentFits(documentOf('someone'))],
  fill: (row) =>
    withSettledDay(fillFromDocument(row, documentOf('someone')), {
      done: 'checked_on',
      planned: 'next_visit_on',
    }),
  ending: 'void',
  sensitive: true,
  dues: [
    {
      field: 'next_visit_on',
      label: words('走访', 'Visit'),
      person: 'worker',
      while: { field: 'is_focus', values: ['true'] },
    },
  ],
});
